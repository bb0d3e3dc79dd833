import { mix } from '#/src/models/hashing.ts'
import { get, type Table } from '#/src/models/tables.ts'
import { type Columns, casing, isCapital, manner } from './columns.ts'
import { listed } from './lists.ts'
import { type Elsewhere, elsewhereOf, type Runs, runsOf } from './runs.ts'

/** What the tagger knows before it reads: lists of names, clusters of words used alike, and habits of words. */
export type Knowledge = { readonly phrases: Table; readonly clusters: Table; readonly habits: Table }

/** How a word is mostly written inside a sentence: not known, small, one way or the other, with a capital. */
export const usually = { unknown: 0, small: 1, either: 2, capital: 3 } as const

/** The habits of a word as one number: its standing to names where it is written small, and its usual case. */
export const habitOf = (standing: number, usual: number): number => standing | (usual << 2)

/** Everything that features are made of, one row per token. */
export type Sheet = Columns & {
  readonly lists: Int32Array
  readonly fine: Int32Array
  readonly coarse: Int32Array
  /** With the word: all that a row is by itself. */
  readonly kind: Int32Array
  /** What the word is to names, where it is written small. */
  readonly standing: Uint8Array
  readonly usual: Uint8Array
  readonly runs: Runs
  readonly elsewhere: Elsewhere
}

const unknownWord = 4095
const clustersPerGroup = 32

export function sheetOf(columns: Columns, { phrases, clusters, habits }: Knowledge): Sheet {
  const fine = new Int32Array(columns.rows).fill(-1)
  const coarse = new Int32Array(columns.rows).fill(-1)
  const kind = new Int32Array(columns.rows)
  const standing = new Uint8Array(columns.rows)
  const usual = new Uint8Array(columns.rows)
  for (let row = 0; row < columns.rows; row++) {
    const how = columns.casing[row]!
    kind[row] = mix(columns.shape[row]!, how + 8 * columns.manner[row]!)
    if (how === casing.none) continue
    const cluster = get(clusters, columns.word[row]!)
    fine[row] = cluster < 0 ? unknownWord : cluster
    coarse[row] = cluster < 0 ? unknownWord : Math.floor(cluster / clustersPerGroup)
    const habit = get(habits, columns.word[row]!)
    if (habit < 0) continue
    if (how === casing.lower || how === casing.mark) standing[row] = habit & 3
    usual[row] = habit >> 2
  }
  const runs = runsOf(columns)
  const elsewhere = elsewhereOf(columns, runs)
  return { ...columns, lists: listed(columns, phrases), fine, coarse, kind, standing, usual, runs, elsewhere }
}

/** From where words say something by themselves. */
export const wordOffsets = [-2, -1, 0, 1, 2]

/** Writes what the word in a row says to the row that it stands `offset` from; returns how many. */
export function wordFeatures(sheet: Sheet, row: number, offset: number, out: Int32Array): number {
  const { word, fine, coarse, suffix3 } = sheet
  let n = 0
  if (offset === 0) return ownFeatures(sheet, row, out)
  if (offset === -1 || offset === 1) {
    const after = offset > 0 ? 1 : 0
    out[n++] = mix(word[row]!, 3 + after)
    out[n++] = mix(suffix3[row]!, 27 + after)
    out[n++] = mix(coarse[row]!, 30 + after)
    out[n++] = mix(fine[row]!, 35 + after)
  } else {
    const after = offset > 0 ? 1 : 0
    out[n++] = mix(word[row]!, 5 + after)
    out[n++] = mix(coarse[row]!, 32 + after)
    out[n++] = mix(fine[row]!, 37 + after)
  }
  return n
}

const casedOf = (sheet: Columns, row: number): number => sheet.casing[row]! + sheet.manner[row]! * 8

function ownFeatures(sheet: Sheet, row: number, out: Int32Array): number {
  const how = sheet.manner[row]! * 8
  const cased = casedOf(sheet, row)
  const w = sheet.word[row]!
  const c = sheet.coarse[row]!
  const f = sheet.fine[row]!
  let n = 0
  out[n++] = mix(1, 1)
  out[n++] = mix(w, 2)
  out[n++] = mix(mix(w, cased), 12)
  out[n++] = mix(sheet.shape[row]! + how, 13)
  out[n++] = mix(cased, 19)
  out[n++] = mix(sheet.prefix2[row]!, 20)
  out[n++] = mix(sheet.prefix3[row]!, 21)
  out[n++] = mix(sheet.prefix4[row]!, 22)
  out[n++] = mix(sheet.suffix1[row]!, 23)
  out[n++] = mix(sheet.suffix2[row]!, 24)
  out[n++] = mix(sheet.suffix3[row]!, 25)
  out[n++] = mix(sheet.suffix4[row]!, 26)
  out[n++] = mix(c, 29)
  out[n++] = mix(f, 34)
  out[n++] = mix(mix(f, cased), 42)
  out[n++] = mix(mix(c, cased), 43)
  out[n++] = mix(mix(how, w), 54)
  out[n++] = mix(sheet.usual[row]! * 64 + cased, 55)
  return n
}

/** Writes the features of one row that are of more than one word; returns how many. */
export function contextFeatures(sheet: Sheet, row: number, out: Int32Array): number {
  const { word, shape, coarse, lists } = sheet
  const how = sheet.manner[row]! * 8
  const cased = casedOf(sheet, row)
  const w = word[row]!
  const w1 = word[row - 1]!
  const v1 = word[row + 1]!
  const c = coarse[row]!
  const c1 = coarse[row - 1]!
  const d1 = coarse[row + 1]!
  let n = 0
  out[n++] = mix(mix(w1, w), 7)
  out[n++] = mix(mix(w, v1), 8)
  out[n++] = mix(mix(w1, v1), 9)
  out[n++] = mix(mix(word[row - 2]!, w1), 10)
  out[n++] = mix(mix(v1, word[row + 2]!), 11)
  const s = shape[row]! + how
  const s1 = shape[row - 1]!
  const t1 = shape[row + 1]!
  out[n++] = mix(mix(s1, how), 14)
  out[n++] = mix(mix(t1, how), 15)
  out[n++] = mix(mix(s1, s), 16)
  out[n++] = mix(mix(s, t1), 17)
  out[n++] = mix(mix(s1, mix(s, t1)), 18)
  out[n++] = mix(mix(c1, c), 39)
  out[n++] = mix(mix(c, d1), 40)
  out[n++] = mix(mix(c1, mix(c, d1)), 41)
  out[n++] = mix(mix(c1, cased), 44)
  out[n++] = mix(mix(d1, cased), 45)
  const l = lists[row]!
  if (l) {
    out[n++] = mix(l, 46)
    out[n++] = mix(mix(l, cased), 47)
    out[n++] = mix(mix(l, w1), 48)
    out[n++] = mix(mix(l, v1), 49)
  }
  if (lists[row - 1]) out[n++] = mix(lists[row - 1]!, 50)
  if (lists[row + 1]) out[n++] = mix(lists[row + 1]!, 51)
  out[n++] = mix(mix(lists[row - 1]!, mix(l, lists[row + 1]!)), 52)
  const opens = sheet.casing[row - 1] === casing.none ? 1 : 0
  out[n++] = mix(opens * 64 + cased, 53)
  const usualAround = sheet.usual[row - 1]! * 16 + sheet.usual[row]! * 4 + sheet.usual[row + 1]!
  out[n++] = mix(usualAround * 64 + cased, 56)
  return isCapital(sheet.casing[row]!) ? nameFeatures(sheet, row, out, n, opens) : n
}

/** Features of a word with a capital: its run, and what the rest of the document says of it. */
function nameFeatures(sheet: Sheet, row: number, out: Int32Array, from: number, opens: number): number {
  const { word, coarse, fine, lists, runs, elsewhere } = sheet
  let n = from
  const plain = sheet.manner[row] === manner.plain
  const start = runs.start[row]!
  const end = runs.end[row]!
  if (plain) {
    const place = (row === start ? 1 : 0) + (row === end ? 2 : 0)
    const before = word[start - 1]!
    const after = word[end + 1]!
    out[n++] = mix(mix(word[end]!, place), 60)
    out[n++] = mix(mix(word[start]!, place), 61)
    out[n++] = mix(Math.min(end - start, 6) * 8 + place, 62)
    out[n++] = mix(before, 63)
    out[n++] = mix(after, 64)
    out[n++] = mix(mix(before, after), 65)
    out[n++] = mix(mix(coarse[end]!, place), 66)
    out[n++] = mix(mix(fine[end]!, place), 67)
    out[n++] = mix(coarse[start - 1]!, 68)
    out[n++] = mix(coarse[end + 1]!, 69)
    out[n++] = mix(fine[start - 1]!, 70)
    out[n++] = mix(fine[end + 1]!, 71)
    out[n++] = mix(sheet.suffix3[end]!, 72)
    out[n++] = mix(mix(lists[start]!, lists[end]!), 73)
    const wholeStart = runs.wholeStart[row]!
    const wholeEnd = runs.wholeEnd[row]!
    if (wholeEnd > end || wholeStart < start) {
      out[n++] = mix(word[runs.end[wholeStart]!]!, 74)
      out[n++] = mix(word[wholeEnd]!, 75)
      out[n++] = mix(mix(word[runs.end[wholeStart]!]!, word[runs.end[wholeStart]! + 1]!), 76)
      out[n++] = mix(word[wholeEnd + 1]!, 77)
    }
  }
  out[n++] = mix(elsewhere.written[row]! * 64 + opens * 8 + sheet.manner[row]!, 80)
  const other = elsewhere.other[row]!
  if (other >= 0) {
    const otherStart = runs.start[other]!
    const otherEnd = runs.end[other]!
    out[n++] = mix(word[other - 1]!, 81)
    out[n++] = mix(word[other + 1]!, 82)
    out[n++] = mix(word[otherStart - 1]!, 83)
    out[n++] = mix(word[otherEnd + 1]!, 84)
    out[n++] = mix(word[otherEnd]!, 85)
    out[n++] = mix(coarse[otherEnd]!, 86)
    out[n++] = mix(coarse[otherStart - 1]!, 87)
    out[n++] = mix(coarse[otherEnd + 1]!, 88)
    out[n++] = mix(mix(lists[otherStart]!, lists[otherEnd]!), 89)
    out[n++] = mix(Math.min(otherEnd - otherStart, 5) * 8 + Math.min(other - otherStart, 5), 90)
    out[n++] = mix(coarse[other - 1]!, 91)
    out[n++] = mix(coarse[other + 1]!, 92)
  }
  return n
}
