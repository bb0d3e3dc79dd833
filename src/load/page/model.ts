import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { logOdds, readTrees, type Trees } from '#/src/models/trees.ts'
import { columns, featuresOf } from './features/features.ts'
import { kinOf, secondColumns, secondOf } from './features/second.ts'
import type { View } from './view.ts'

/**
 * What tells the body of a page from what stands around it: trees that look at each segment by itself, and trees that
 * look again and know what the first ones think of its neighbours.
 */
export type PageModel = { first: Trees; second: Trees }

/** How much of the last word the second look has: alone it follows the habits of one corpus. */
export const weightOfSecond = 0.2

/** The two packs of trees, one behind the other, the length of the first before them (Uint32, little-endian). */
export function readPageModel(packed: Uint8Array): PageModel {
  const bytes = new Uint8Array(packed)
  const length = new DataView(bytes.buffer).getUint32(0, true)
  return { first: readTrees(bytes.subarray(4, 4 + length)), second: readTrees(bytes.subarray(4 + length)) }
}

let opened: PageModel | undefined

/** Read with the first page, and kept. */
export function openPageModel(): PageModel {
  opened ??= readPageModel(gunzipSync(readFileSync(new URL('../../../data/models/pages.bin.gz', import.meta.url))))
  return opened
}

/** The log-odds of each segment of a page that it is the body of its article. */
export function oddsOf(view: View, { first, second }: PageModel): Float32Array {
  const { segments } = view
  const rows = featuresOf(view)
  const odds = Float32Array.from(segments, (_, i) => logOdds(first, rows, i * columns))
  const again = withNeighbours(rows, odds, view)
  return odds.map((value, i) => value * (1 - weightOfSecond) + logOdds(second, again, i * secondWidth) * weightOfSecond)
}

export const secondWidth = columns + secondColumns

/** The rows of the second look: those of the first, and what the first thinks. */
export function withNeighbours(rows: Float32Array, odds: Float32Array, { segments }: View): Float32Array {
  const chars = segments.map(({ text }) => text.length)
  const thoughts = secondOf(odds, chars, kinOf(segments))
  const all = new Float32Array(segments.length * secondWidth)
  for (let i = 0; i < segments.length; i++) {
    all.set(rows.subarray(i * columns, (i + 1) * columns), i * secondWidth)
    all.set(thoughts.subarray(i * secondColumns, (i + 1) * secondColumns), i * secondWidth + columns)
  }
  return all
}
