import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Looks, looked, type Parts, readLooks } from '../../page/looks.ts'
import type { Sign } from '../article.ts'
import type { Line } from '../lines.ts'
import { columns, featuresOf } from './features.ts'

/** How much of the last word the second look has. */
export const weightOfSecond = 0.5

let opened: Looks | undefined

/** Read with the first page that was copied, and kept. */
function openLineModel(): Looks {
  opened ??= readLooks(gunzipSync(readFileSync(new URL('../../../../data/models/lines.bin.gz', import.meta.url))))
  return opened
}

/** The log-odds of each line of a page that was copied that it is the body of its article. */
export const lineOdds = (lines: readonly Line[], signs: readonly Sign[]): Float32Array =>
  looked(openLineModel(), partsOf(lines, signs), weightOfSecond)

/** The lines of a page with their features, as the trees look at them. No markup says which are of one kin. */
export const partsOf = (lines: readonly Line[], signs: readonly Sign[]): Parts => ({
  rows: featuresOf(lines, signs),
  columns,
  lengths: lines.map(({ text }) => text.length),
  kin: [],
})
