import { logOdds, readTrees, type Trees } from '#/src/models/trees.ts'
import { type Kin, secondColumns, secondOf } from './features/second.ts'

/**
 * What tells the body of an article from what stands around it: trees that look at each part by itself, and trees that
 * look again and know what the first ones think of its neighbours.
 */
export type Looks = { first: Trees; second: Trees }

/** The two packs of trees, one behind the other, the length of the first before them (Uint32, little-endian). */
export function readLooks(packed: Uint8Array): Looks {
  const bytes = new Uint8Array(packed)
  const length = new DataView(bytes.buffer).getUint32(0, true)
  return { first: readTrees(bytes.subarray(4, 4 + length)), second: readTrees(bytes.subarray(4 + length)) }
}

/** The parts of one page: `columns` numbers each in `rows`, how long each is, and which are of one kin. */
export type Parts = { rows: Float32Array; columns: number; lengths: number[]; kin: Kin }

/** The log-odds of each part, of which the second look has `share`. */
export function looked({ first, second }: Looks, parts: Parts, share: number): Float32Array {
  const { rows, columns, lengths } = parts
  const odds = Float32Array.from(lengths, (_, i) => logOdds(first, rows, i * columns))
  const again = withThoughts(parts, odds)
  const width = columns + secondColumns
  return odds.map((value, i) => value * (1 - share) + logOdds(second, again, i * width) * share)
}

/** The rows of the second look: those of the first, and what the first thinks of the parts around. */
export function withThoughts({ rows, columns, lengths, kin }: Parts, odds: Float32Array): Float32Array {
  const width = columns + secondColumns
  const thoughts = secondOf(odds, lengths, kin)
  const all = new Float32Array(lengths.length * width)
  for (let i = 0; i < lengths.length; i++) {
    all.set(rows.subarray(i * columns, (i + 1) * columns), i * width)
    all.set(thoughts.subarray(i * secondColumns, (i + 1) * secondColumns), i * width + columns)
  }
  return all
}
