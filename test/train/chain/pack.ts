import type { Table } from '#/src/models/tables.ts'
import type { Dictionary } from './dictionary.ts'
import type { Weights } from './learn.ts'

export type Bytes = Uint8Array | Int8Array | Uint32Array | Float32Array

/** The weights of a chain as `takeWeights` reads them: those below `least` are left out, the others rounded to 8 bits. */
export function weightBytes(
  { numbers }: Dictionary,
  { features, transitions }: Weights,
  labelCount: number,
  least: number,
): { features: number; weights: number; bytes: Uint8Array } {
  let top = 0
  for (const weight of features) top = Math.max(top, Math.abs(weight))
  const scale = Math.min(top, 4) / 127
  const step = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / scale)))
  const kept: { hash: number; labels: number[]; values: number[] }[] = []
  for (const { key, value } of entries(numbers)) {
    const labels: number[] = []
    const values: number[] = []
    for (let y = 0; y < labelCount; y++) {
      const weight = features[value * labelCount + y]!
      if (Math.abs(weight) < least || step(weight) === 0) continue
      labels.push(y)
      values.push(step(weight))
    }
    if (labels.length) kept.push({ hash: key, labels, values })
  }
  kept.sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0))
  const weights = kept.reduce((sum, { labels }) => sum + labels.length, 0)
  const bytes = joined([
    Float32Array.of(scale),
    transitions.pairs,
    transitions.starts,
    transitions.stops,
    hashBytes(kept.map(({ hash }) => hash)),
    Uint8Array.from(kept, ({ labels }) => labels.length),
    Uint8Array.from(kept.flatMap(({ labels }) => labels)),
    Int8Array.from(kept.flatMap(({ values }) => values)),
  ])
  return { features: kept.length, weights, bytes }
}

function* entries({ keys, values }: Table): Generator<{ key: number; value: number }> {
  for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== 0) yield { key: keys[slot]!, value: values[slot]! }
}

/** A table as `takeTable` reads it. */
export function tableBytes(table: Table): { count: number; bytes: Uint8Array } {
  const sorted = [...entries(table)].sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
  const low = Uint8Array.from(sorted, ({ value }) => value & 255)
  const high = Uint8Array.from(sorted, ({ value }) => value >> 8)
  return { count: sorted.length, bytes: joined([hashBytes(sorted.map(({ key }) => key)), low, high]) }
}

/** Ascending hashes as differences, seven bits a byte. */
function hashBytes(hashes: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const hash of hashes) {
    let step = (hash >>> 0) - last
    last = hash >>> 0
    while (step > 127) {
      bytes.push((step & 127) | 128)
      step = Math.floor(step / 128)
    }
    bytes.push(step)
  }
  return Uint8Array.from(bytes)
}

export function joined(parts: readonly Bytes[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}
