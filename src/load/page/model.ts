import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { columns, featuresOf } from './features/features.ts'
import { kinOf } from './features/second.ts'
import { type Looks, looked, type Parts, readLooks } from './looks.ts'
import type { View } from './view.ts'

/** How much of the last word the second look has: alone it follows the habits of one corpus. */
export const weightOfSecond = 0.4

let opened: Looks | undefined

/** Read with the first page, and kept. */
export function openPageModel(): Looks {
  opened ??= readLooks(gunzipSync(readFileSync(new URL('../../../data/models/pages.bin.gz', import.meta.url))))
  return opened
}

/** The log-odds of each segment of a page that it is the body of its article. */
export const oddsOf = (view: View, model: Looks): Float32Array =>
  looked(model, partsOf(view, featuresOf(view)), weightOfSecond)

/** The segments of a page with their features, as the trees look at them. */
export const partsOf = ({ segments }: Pick<View, 'segments'>, rows: Float32Array): Parts => ({
  rows,
  columns,
  lengths: segments.map(({ text }) => text.length),
  kin: kinOf(segments),
})
