import { mostFeatures } from '#/src/models/feature-weights.ts'
import type { Rows } from '#/src/models/word-scores.ts'

const part = new Int32Array(mostFeatures)

/** All features of a row, those of its words and the rest, added to a list. */
export function addFeaturesOf({ offsets, ofWord, around }: Rows, row: number, features: number[]): void {
  const add = (count: number): void => {
    for (let k = 0; k < count; k++) features.push(part[k]!)
  }
  for (const offset of offsets) add(ofWord(row + offset, offset, part))
  add(around(row, part))
}
