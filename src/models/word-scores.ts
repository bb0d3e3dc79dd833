import { type AddFeatures, mostFeatures } from './feature-weights.ts'
import { mix } from './hashing.ts'
import { addPacked, fewLabels } from './packed-weights.ts'
import { addSparse } from './sparse-weights.ts'
import type { ChainWeights } from './weights.ts'

/** The rows of a text as a chain reads them, with their features in two parts: what each word says by itself, and the rest. */
export type Rows = {
  /** Two hashes a row; together they tell all that `ofWord` reads of it. */
  readonly word: Int32Array
  readonly kind: Int32Array
  /** Where the words stand, seen from a row, that say something to it by themselves; ascending. */
  readonly offsets: readonly number[]
  /** Writes what the word in `row` says to the row that it stands `offset` from, from `out[0]` on; gives how many. */
  readonly ofWord: (row: number, offset: number, out: Int32Array) => number
  /** Writes all other features of a row; gives how many. */
  readonly around: (row: number, out: Int32Array) => number
}

/**
 * What words say by themselves, kept from text to text: a chain looks a word up once and not in every place where it
 * stands. The answers are the same, as whole numbers are added. What is kept is bounded, and forgotten when it is full.
 */
export type WordScores = {
  /** A hash table, three numbers a slot: word, kind, and 1 + the number of the entry. */
  readonly slots: Int32Array
  /** The entries: for each offset the sum for each label. */
  readonly sums: Int16Array
  readonly size: number
  entries: number
}

const mostEntries = 16_384
const lastSlot = 2 * mostEntries - 1
const mostRows = 4096
const widest = 8

export const newWordScores = (offsets: number, size: number): WordScores => ({
  slots: new Int32Array(3 * (lastSlot + 1)),
  sums: new Int16Array(mostEntries * offsets * size),
  size,
  entries: 0,
})

/** Room for one call; nothing in it outlives one. */
const out = new Int32Array(mostFeatures)
const sums = new Int32Array(32)
const entries = new Int32Array(mostRows + 2 * widest)

/** Writes the scores of every label of the rows `[first, last)` to `scores[base …]`. */
export function scoreRows(
  weights: ChainWeights,
  known: WordScores,
  rows: Rows,
  [first, last]: readonly [number, number],
  scores: Float32Array,
  base: number,
): void {
  const { size } = known
  const { offsets } = rows
  const addFeatures = adderFor(size)
  for (let from = first; from < last; from += mostRows) {
    const to = Math.min(last, from + mostRows)
    const lowest = from + offsets[0]!
    readWords(weights, known, rows, lowest, to + offsets.at(-1)!)
    for (let row = from; row < to; row++) {
      for (let k = 0; k < offsets.length; k++) {
        const at = (entries[row + offsets[k]! - lowest]! * offsets.length + k) * size
        for (let y = 0; y < size; y++) sums[y]! += known.sums[at + y]!
      }
      addFeatures(weights.features, out, rows.around(row, out), sums)
      writeScaled(weights, sums, size, scores, base + (row - first) * size)
    }
  }
}

/** Finds the entries of the words in rows `[from, to)`, and makes those that are missing. */
function readWords(weights: ChainWeights, known: WordScores, rows: Rows, from: number, to: number): void {
  if (known.entries + to - from > mostEntries) {
    known.slots.fill(0)
    known.entries = 0
  }
  const { slots } = known
  for (let row = from; row < to; row++) {
    const word = rows.word[row]!
    const kind = rows.kind[row]!
    let slot = 3 * (mix(word, kind) & lastSlot)
    while (slots[slot + 2] !== 0 && (slots[slot] !== word || slots[slot + 1] !== kind))
      slot = slot === 3 * lastSlot ? 0 : slot + 3
    if (slots[slot + 2] === 0) {
      slots[slot] = word
      slots[slot + 1] = kind
      slots[slot + 2] = ++known.entries
      makeEntry(weights, known, rows, row)
    }
    entries[row - from] = slots[slot + 2]! - 1
  }
}

function makeEntry(weights: ChainWeights, known: WordScores, { offsets, ofWord }: Rows, row: number): void {
  const { size } = known
  const addFeatures = adderFor(size)
  offsets.forEach((offset, k) => {
    const at = ((known.entries - 1) * offsets.length + k) * size
    addFeatures(weights.features, out, ofWord(row, offset, out), sums)
    known.sums.set(sums.subarray(0, size), at)
    sums.fill(0)
  })
}

const adderFor = (labels: number): AddFeatures => (labels <= fewLabels ? addPacked : addSparse)

/** Sums as scores of `size` labels, written to `scores[base …]`; the sums are 0 after that. */
function writeScaled(
  { scale }: ChainWeights,
  sums: Int32Array,
  size: number,
  scores: Float32Array,
  base: number,
): void {
  for (let y = 0; y < size; y++) {
    scores[base + y] = sums[y]! * scale
    sums[y] = 0
  }
}
