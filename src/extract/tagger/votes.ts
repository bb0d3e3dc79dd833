import { casing } from './columns.ts'
import { type Sheet, usually } from './features.ts'
import { labelCount, nameTypes, outside, typeOf } from './labels.ts'

/** How much the other places of a word weigh, and what they leave to every type at least. */
const weight = 1
const least = 0.2

/** The types, and last “no name”. */
const kinds = nameTypes.length + 1
const kindOf = (label: number): number => (label === outside ? nameTypes.length : typeOf(label))

/** Where a word stands in its run of capitals. */
const [alone, first, later] = [0, 1, 2]

/**
 * What a document says of a word in its other places: a word with a capital is mostly part of the same thing
 * throughout, so each place hears the mean of the others.
 *
 *     ‹Holm› said … ← by itself Holm could be a town; “Mr Holm’s brother” says it is a person
 *
 * A word among other capitals hears only places where it is first too, or not first too: the country does not speak
 * for “Islamic University Malaysia”. `sure` has the probability of each label of each row; what the others say is added to `scores`.
 */
export function addVotes(
  sheet: Sheet,
  repeated: readonly (readonly number[])[],
  sure: Float32Array,
  scores: Float32Array,
): void {
  for (const places of repeated) {
    const votes = places.map((row) => votesOf(sure, row))
    const positions = places.map((row) => positionOf(sheet, row))
    const heard = [
      summed(votes),
      summed(votes.filter((_, i) => positions[i] === first)),
      summed(votes.filter((_, i) => positions[i] === later)),
    ]
    places.forEach((row, i) => {
      add(heard[positions[i]!]!, votes[i]!, scores, row)
    })
  }
}

function positionOf({ runs, casing: how, usual }: Sheet, row: number): number {
  const start = runs.start[row]!
  // “Like Malaysia”: a small word that opens the sentence is no company.
  const opens = how[start - 1] === casing.none && usual[start] === usually.small && start < row
  const from = opens ? start + 1 : start
  return from === runs.end[row] ? alone : from === row ? first : later
}

/** The probability of each kind in one place. */
function votesOf(sure: Float32Array, row: number): Float64Array {
  const votes = new Float64Array(kinds)
  for (let label = 0; label < labelCount; label++) votes[kindOf(label)]! += sure[row * labelCount + label]!
  return votes
}

type Sum = { readonly sum: Float64Array; readonly count: number }

function summed(votes: readonly Float64Array[]): Sum {
  const sum = new Float64Array(kinds)
  for (const one of votes) for (let kind = 0; kind < kinds; kind++) sum[kind]! += one[kind]!
  return { sum, count: votes.length }
}

/** What all but `own` say, on the scores of a row. */
function add({ sum, count }: Sum, own: Float64Array, scores: Float32Array, row: number): void {
  if (count < 2) return
  const said = sum.map((all, kind) => weight * Math.log(least + Math.max(0, all - own[kind]!) / (count - 1)))
  for (let label = 0; label < labelCount; label++) scores[row * labelCount + label]! += said[kindOf(label)]!
}

/** The rows of each word that is written with a capital, or joins two such, in two places or more. */
export function repeatedIn({ rows, runs, word }: Sheet): number[][] {
  const places = new Map<number, number[]>()
  for (let row = 0; row < rows; row++) {
    if (runs.start[row]! < 0) continue
    const known = places.get(word[row]!)
    if (known) known.push(row)
    else places.set(word[row]!, [row])
  }
  return [...places.values()].filter(({ length }) => length > 1)
}
