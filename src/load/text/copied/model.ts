import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { logOdds } from '#/src/models/trees.ts'
import { secondColumns, secondOf } from '../../page/features/second.ts'
import { type PageModel, readPageModel } from '../../page/model.ts'
import type { Sign } from '../article.ts'
import type { Line } from '../lines.ts'
import { columns, featuresOf } from './features.ts'

/** How much of the last word the second look has. */
export const weightOfSecond = 0.5

let opened: PageModel | undefined

/** Read with the first page that was copied, and kept. */
function openLineModel(): PageModel {
  opened ??= readPageModel(gunzipSync(readFileSync(new URL('../../../../data/models/lines.bin.gz', import.meta.url))))
  return opened
}

/** The log-odds of each line of a page that was copied that it is the body of its article. */
export function lineOdds(lines: readonly Line[], signs: readonly Sign[]): Float32Array {
  const { first, second } = openLineModel()
  const rows = featuresOf(lines, signs)
  const odds = Float32Array.from(lines, (_, i) => logOdds(first, rows, i * columns))
  const again = withNeighbours(rows, odds, lines)
  return odds.map((value, i) => value * (1 - weightOfSecond) + logOdds(second, again, i * secondWidth) * weightOfSecond)
}

export const secondWidth = columns + secondColumns

/** The rows of the second look: those of the first, and what the first thinks of the lines around. */
export function withNeighbours(rows: Float32Array, odds: Float32Array, lines: readonly Line[]): Float32Array {
  const thoughts = secondOf(
    odds,
    lines.map(({ text }) => text.length),
    [],
  )
  const all = new Float32Array(lines.length * secondWidth)
  for (let i = 0; i < lines.length; i++) {
    all.set(rows.subarray(i * columns, (i + 1) * columns), i * secondWidth)
    all.set(thoughts.subarray(i * secondColumns, (i + 1) * secondColumns), i * secondWidth + columns)
  }
  return all
}
