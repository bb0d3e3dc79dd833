import { wordHash } from '#/src/models/hashing.ts'
import { get, newTable, put, type Table } from '#/src/models/tables.ts'
import { type Columns, casing, isCapital, manner } from './columns.ts'

/**
 * Runs of capitals: “Tunku Mohar Mokhtar” is one run, “Ministry of Foreign Affairs” two, joined by “of” into a longer
 * one. For each row of a run its first and last row; `wholeEnd` and `wholeStart` are those of the joined run.
 */
export type Runs = {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly wholeStart: Int32Array
  readonly wholeEnd: Int32Array
}

const joining = new Set(
  [
    'of',
    'for',
    'and',
    'the',
    'de',
    'del',
    'la',
    'al',
    'bin',
    'der',
    'von',
    'van',
    'da',
    'do',
    'dos',
    'du',
    '&',
    'el',
    'ul',
    'y',
    'e',
    'on',
  ].map(wordHash),
)
const hyphen = wordHash('-')
const ampersand = wordHash('&')

export function runsOf(columns: Columns): Runs {
  const { rows, firsts, lasts } = columns
  const runs: Runs = {
    start: new Int32Array(rows).fill(-1),
    end: new Int32Array(rows).fill(-1),
    wholeStart: new Int32Array(rows).fill(-1),
    wholeEnd: new Int32Array(rows).fill(-1),
  }
  for (let s = 0; s < firsts.length; s++) runsOfSentence(columns, runs, firsts[s]!, lasts[s]!)
  return runs
}

function runsOfSentence(columns: Columns, runs: Runs, first: number, last: number): void {
  let wholeStart = -1
  let row = first
  while (row < last) {
    if (!isCapital(columns.casing[row]!)) {
      row++
      continue
    }
    let end = row
    while (end + 1 < last && continues(columns, end + 1, last)) end++
    runs.start.fill(row, row, end + 1)
    runs.end.fill(end, row, end + 1)
    if (wholeStart < 0) wholeStart = row
    const next = nextJoined(columns, end + 1, last)
    if (next < 0) {
      runs.wholeStart.fill(wholeStart, wholeStart, end + 1)
      runs.wholeEnd.fill(end, wholeStart, end + 1)
      wholeStart = -1
    }
    row = end + 1
  }
}

/** A capital, or a hyphen or “&” between two. */
function continues(columns: Columns, row: number, last: number): boolean {
  if (isCapital(columns.casing[row]!)) return true
  const word = columns.word[row]
  if (row + 1 >= last || !isCapital(columns.casing[row + 1]!)) return false
  return word === ampersand || (word === hyphen && columns.touches[row] === 1 && columns.touches[row + 1] === 1)
}

/** The row of the next capital when one or two joining words lead there, else -1. */
function nextJoined(columns: Columns, row: number, last: number): number {
  for (let at = row; at < last && at < row + 3; at++) {
    if (at > row && isCapital(columns.casing[at]!)) return at
    if (!joining.has(columns.word[at]!)) return -1
  }
  return -1
}

/** What the rest of the document tells of a word: where it stands in the longest other run, and whether it is written small. */
export type Elsewhere = {
  /** Row of the same word in the longest run that holds it in another place; -1 when there is none. */
  readonly other: Int32Array
  /** 1: written small elsewhere, 2: with a capital inside a sentence elsewhere, 3: both. */
  readonly written: Uint8Array
}

export function elsewhereOf(columns: Columns, runs: Runs): Elsewhere {
  const { rows, word } = columns
  const best = newTable(rows)
  const second = newTable(rows)
  const small = newTable(rows)
  const length = (row: number): number =>
    row < 0 ? -1 : runs.end[row]! - runs.start[row]! + (atStart(columns, row) ? 0.5 : 1)
  for (let row = 0; row < rows; row++) {
    if (columns.manner[row] !== manner.plain) continue
    const how = columns.casing[row]!
    if (how === casing.lower) put(small, word[row]!, 1)
    if (!isCapital(how)) continue
    const one = get(best, word[row]!)
    if (length(row) > length(one)) {
      put(best, word[row]!, row)
      if (one >= 0) put(second, word[row]!, one)
    } else if (length(row) > length(get(second, word[row]!))) put(second, word[row]!, row)
  }
  return lookAround(columns, best, second, small)
}

const atStart = (columns: Columns, row: number): boolean => columns.casing[row - 1] === casing.none

function lookAround(columns: Columns, best: Table, second: Table, small: Table): Elsewhere {
  const other = new Int32Array(columns.rows).fill(-1)
  const written = new Uint8Array(columns.rows)
  for (let row = 0; row < columns.rows; row++) {
    if (!isCapital(columns.casing[row]!)) continue
    const word = columns.word[row]!
    const one = get(best, word)
    const found = one === row ? get(second, word) : one
    other[row] = found
    written[row] = (get(small, word) > 0 ? 1 : 0) + (found >= 0 && !atStart(columns, found) ? 2 : 0)
  }
  return { other, written }
}
