import type { Transitions } from './decode.ts'
import type { Knowledge } from './features.ts'
import { labelCount } from './labels.ts'
import { newTable, put, type Table } from './tables.ts'

/** The trained tagger: what it knows of words, and what each feature says for or against each label. */
export type TaggerModel = {
  readonly knowledge: Knowledge
  /** Hash of a feature → its row. */
  readonly features: Table
  /** Row r has the weights `first[r]` to `first[r + 1]`. */
  readonly first: Int32Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
  /** One step of a weight. */
  readonly scale: number
  readonly transitions: Transitions
}

/**
 * A model as bytes (after decompression), numbers in little-endian order:
 *
 *     counts   six Uint32: features, weights, clusters, phrases, version, 0
 *     scale    Float32, then the transitions as Float32
 *     features hashes (ascending, as differences), the number of weights of each, their labels, the weights
 *     clusters hashes, then the clusters as two planes of bytes
 *     phrases  hashes, then their bits as two planes of bytes
 */
export const modelVersion = 1

export function readModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [features, weights, clusters, phrases, version] = [0, 4, 8, 12, 16].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (version !== modelVersion) throw new Error(`The model has version ${version}, this tagger reads ${modelVersion}`)
  const cursor = { bytes, at: 24 }
  const scale = takeFloats(cursor, view, 1)[0]!
  const transitions = {
    pairs: takeFloats(cursor, view, labelCount * labelCount),
    starts: takeFloats(cursor, view, labelCount),
    stops: takeFloats(cursor, view, labelCount),
  }
  const table = newTable(features)
  takeHashes(cursor, features, (hash, row) => put(table, hash, row))
  const first = new Int32Array(features + 1)
  for (let row = 0; row < features; row++) first[row + 1] = first[row]! + bytes[cursor.at++]!
  const labels = takeBytes(cursor, weights)
  const values = takeBytes(cursor, weights)
  const knowledge = { clusters: takeTable(cursor, clusters), phrases: takeTable(cursor, phrases) }
  return {
    knowledge,
    features: table,
    first,
    labels,
    weights: new Int8Array(values.buffer, values.byteOffset, weights),
    scale,
    transitions,
  }
}

type Cursor = { bytes: Uint8Array; at: number }

function takeFloats(cursor: Cursor, view: DataView, count: number): Float32Array {
  const floats = Float32Array.from({ length: count }, (_, i) => view.getFloat32(cursor.at + 4 * i, true))
  cursor.at += 4 * count
  return floats
}

function takeBytes(cursor: Cursor, count: number): Uint8Array {
  cursor.at += count
  return cursor.bytes.subarray(cursor.at - count, cursor.at)
}

/** Ascending hashes as differences, seven bits a byte. */
function takeHashes(cursor: Cursor, count: number, take: (hash: number, i: number) => void): void {
  const { bytes } = cursor
  let hash = 0
  for (let i = 0; i < count; i++) {
    let shift = 0
    let step = 0
    let byte: number
    do {
      byte = bytes[cursor.at++]!
      step += (byte & 127) * 2 ** shift
      shift += 7
    } while (byte > 127)
    hash += step
    take(hash | 0, i)
  }
}

function takeTable(cursor: Cursor, count: number): Table {
  const hashes = new Int32Array(count)
  takeHashes(cursor, count, (hash, i) => {
    hashes[i] = hash
  })
  const low = takeBytes(cursor, count)
  const high = takeBytes(cursor, count)
  const table = newTable(count)
  for (let i = 0; i < count; i++) put(table, hashes[i]!, low[i]! | (high[i]! << 8))
  return table
}
