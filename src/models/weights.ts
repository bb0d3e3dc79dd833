import { type Cursor, takeBytes, takeFloats, takeHashes } from './bytes.ts'
import type { Transitions } from './chain.ts'
import { get, newTable, put, type Table } from './tables.ts'

/** What each feature says for or against each label, and each label for or against the next. */
export type ChainWeights = {
  /** Hash of a feature → its row. */
  readonly features: Table
  /** Row r has the weights `first[r]` to `first[r + 1]`. */
  readonly first: Int32Array
  readonly labels: Uint8Array
  readonly values: Int8Array
  /** One step of a value. */
  readonly scale: number
  readonly transitions: Transitions
}

/**
 * Reads the weights of a chain with `size` labels:
 *
 *     scale, transitions (pairs, starts, stops) as Float32; hashes of the features, ascending;
 *     the number of weights of each; their labels; their values
 */
export function takeWeights(cursor: Cursor, size: number, features: number, weights: number): ChainWeights {
  const scale = takeFloats(cursor, 1)[0]!
  const transitions = {
    pairs: takeFloats(cursor, size * size),
    starts: takeFloats(cursor, size),
    stops: takeFloats(cursor, size),
  }
  const table = newTable(features)
  takeHashes(cursor, features, (hash, row) => put(table, hash, row))
  const first = new Int32Array(features + 1)
  for (let row = 0; row < features; row++) first[row + 1] = first[row]! + cursor.bytes[cursor.at++]!
  const labels = takeBytes(cursor, weights)
  const bytes = takeBytes(cursor, weights)
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, weights)
  return { features: table, first, labels, values, scale, transitions }
}

/** Adds what the first `count` features of a row say of every label to `scores[base …]`. */
export function addScores(
  { features, first, labels, values, scale }: ChainWeights,
  row: Int32Array,
  count: number,
  scores: Float32Array,
  base: number,
  size: number,
): void {
  for (let i = 0; i < count; i++) {
    const feature = get(features, row[i]!)
    if (feature < 0) continue
    const stop = first[feature + 1]!
    for (let k = first[feature]!; k < stop; k++) scores[base + labels[k]!]! += values[k]!
  }
  for (let y = 0; y < size; y++) scores[base + y]! *= scale
}
