import { get, newTable, put, type Table } from '#/src/models/tables.ts'
import type { Example } from './learn.ts'

/** Which features are learned: those seen often enough, numbered from 0. */
export type Dictionary = { readonly numbers: Table; readonly size: number }

/** The features of all examples that are seen `atLeast` so often. */
export function dictionaryOf(examples: readonly Example[], atLeast: number): Dictionary {
  const total = examples.reduce((sum, { features }) => sum + features.length, 0)
  let counts = newTable(Math.min(1 << 25, Math.max(1 << 20, total >> 1)))
  let used = 0
  for (const { features } of examples) {
    for (let i = 0; i < features.length; i++) {
      const seen = get(counts, features[i]!)
      if (seen < 0 && ++used > counts.keys.length * 0.6) counts = grown(counts)
      put(counts, features[i]!, seen < 0 ? 1 : seen + 1)
    }
  }
  let size = 0
  for (let slot = 0; slot < counts.keys.length; slot++)
    if (counts.keys[slot] !== 0 && counts.values[slot]! >= atLeast) size++
  const numbers = newTable(size)
  let number = 0
  for (let slot = 0; slot < counts.keys.length; slot++) {
    if (counts.keys[slot] !== 0 && counts.values[slot]! >= atLeast) put(numbers, counts.keys[slot]!, number++)
  }
  return { numbers, size }
}

function grown(table: Table): Table {
  const larger = newTable(table.keys.length * 1.25)
  for (let slot = 0; slot < table.keys.length; slot++)
    if (table.keys[slot] !== 0) put(larger, table.keys[slot]!, table.values[slot]!)
  return larger
}

/** An example with its features as numbers of the dictionary, unknown ones left out. */
export function numbered<E extends Example>({ numbers }: Dictionary, example: E): E {
  const features = new Int32Array(example.features.length)
  const offsets = new Int32Array(example.offsets.length)
  let at = 0
  for (let token = 0; token + 1 < offsets.length; token++) {
    for (let i = example.offsets[token]!; i < example.offsets[token + 1]!; i++) {
      const number = get(numbers, example.features[i]!)
      if (number >= 0) features[at++] = number
    }
    offsets[token + 1] = at
  }
  return { ...example, features: features.slice(0, at), offsets }
}
