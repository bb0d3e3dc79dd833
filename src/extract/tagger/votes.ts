import { mix } from '#/src/models/hashing.ts'
import type { Columns } from './columns.ts'
import { labelCount } from './labels.ts'
import type { Runs } from './runs.ts'

/** How much the other places of a name weigh, and how little they may say at least. */
const weight = 1
const least = 0.05

/**
 * What a document says of a name in its other places: the same run of capitals is mostly the same thing throughout,
 * so each place hears the mean of the others.
 *
 *     Holm said … ← the first place alone could be a town; “his brother told ‹Holm›” says it is a person
 *
 * `sure` has the probability of each label of each row; what the others say is added to `scores`.
 */
export function addVotes(columns: Columns & { readonly runs: Runs }, sure: Float32Array, scores: Float32Array): void {
  const sum = new Float64Array(labelCount)
  for (const places of repeated(columns)) {
    const length = columns.runs.end[places[0]!]! - places[0]! + 1
    for (let k = 0; k < length; k++) {
      sum.fill(0)
      for (const place of places) for (let y = 0; y < labelCount; y++) sum[y]! += sure[(place + k) * labelCount + y]!
      for (const place of places) {
        const base = (place + k) * labelCount
        for (let y = 0; y < labelCount; y++) {
          const others = Math.max(0, sum[y]! - sure[base + y]!) / (places.length - 1)
          scores[base + y]! += weight * Math.log(least + others)
        }
      }
    }
  }
}

/** The first rows of runs that are the same words, where there are two or more. */
function repeated({ rows, runs, word }: Columns & { readonly runs: Runs }): number[][] {
  const places = new Map<number, number[]>()
  for (let row = 0; row < rows; row++) {
    if (runs.start[row] !== row) continue
    let run = 1
    for (let at = row; at <= runs.end[row]!; at++) run = mix(run, word[at]!)
    const known = places.get(run)
    if (known) known.push(row)
    else places.set(run, [row])
  }
  return [...places.values()].filter(({ length }) => length > 1)
}
