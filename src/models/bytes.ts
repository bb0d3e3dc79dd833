import { sharedInts } from './shared.ts'
import { newTable, put, type Table } from './tables.ts'

/** Where the reading of a model file has come to; numbers in it are little-endian. */
export type Cursor = { readonly bytes: Uint8Array; at: number }

export function takeCounts(cursor: Cursor, count: number): number[] {
  const view = viewOf(cursor)
  const counts = Array.from({ length: count }, (_, i) => view.getUint32(cursor.at + 4 * i, true))
  cursor.at += 4 * count
  return counts
}

export function takeFloats(cursor: Cursor, count: number): Float32Array {
  const view = viewOf(cursor)
  const floats = Float32Array.from({ length: count }, (_, i) => view.getFloat32(cursor.at + 4 * i, true))
  cursor.at += 4 * count
  return floats
}

const viewOf = ({ bytes }: Cursor): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function takeBytes(cursor: Cursor, count: number): Uint8Array {
  cursor.at += count
  return cursor.bytes.subarray(cursor.at - count, cursor.at)
}

/** Ascending hashes, written as differences of seven bits a byte. */
export function takeHashes(cursor: Cursor, count: number): Int32Array {
  const { bytes } = cursor
  const hashes = new Int32Array(count)
  let { at } = cursor
  let hash = 0
  for (let i = 0; i < count; i++) {
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      hash += (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    hash |= 0
    hashes[i] = hash
  }
  cursor.at = at
  return hashes
}

/** A table of hashes with a number of 16 bits each: the hashes, then the low and the high bytes. */
export function takeTable(cursor: Cursor, count: number): Table {
  const hashes = takeHashes(cursor, count)
  const low = takeBytes(cursor, count)
  const high = takeBytes(cursor, count)
  const table = newTable(count, sharedInts)
  for (let i = 0; i < count; i++) put(table, hashes[i]!, low[i]! | (high[i]! << 8))
  return table
}
