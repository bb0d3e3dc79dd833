import { addCode, emptyHash, lowerCode } from '#/src/models/hashing.ts'
import { digit, kindAt, letter } from '#/src/text/characters.ts'
import type { Token } from '#/src/text/tokens.ts'

/** How a token is written. */
export const casing = { lower: 0, title: 1, upper: 2, mixed: 3, initial: 4, number: 5, mark: 6, none: 7 } as const

/** How a sentence is written: a headline in title case says little by its capitals. */
export const manner = { plain: 0, title: 1, upper: 2 } as const

/**
 * A document as columns, one row per token, so that the tagger touches numbers only. Two empty rows stand before each
 * sentence and two after the last: a window of five never needs to look where a sentence ends.
 */
export type Columns = {
  readonly rows: number
  /** First row of each sentence, and the row after its last. */
  readonly firsts: Int32Array
  readonly lasts: Int32Array
  /** Hash of the word in lower case. */
  readonly word: Int32Array
  readonly shape: Int32Array
  readonly prefix2: Int32Array
  readonly prefix3: Int32Array
  readonly prefix4: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  readonly casing: Uint8Array
  readonly manner: Uint8Array
  /** 1 when the token touches the one before it: the parts of “Asia-Pacific”. */
  readonly touches: Uint8Array
}

const gap = 2
const nothing = 0x5bd1e995

export function columnsOf(text: string, sentences: readonly (readonly Token[])[]): Columns {
  let rows = gap
  for (const sentence of sentences) rows += sentence.length + gap
  const column = (): Int32Array => new Int32Array(rows).fill(nothing)
  const columns: Columns = {
    rows,
    firsts: new Int32Array(sentences.length),
    lasts: new Int32Array(sentences.length),
    word: column(),
    shape: column(),
    prefix2: column(),
    prefix3: column(),
    prefix4: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    casing: new Uint8Array(rows).fill(casing.none),
    manner: new Uint8Array(rows),
    touches: new Uint8Array(rows),
  }
  let row = gap
  sentences.forEach((sentence, s) => {
    columns.firsts[s] = row
    let before = -1
    for (const { start, end } of sentence) {
      readToken(text, start, end, columns, row)
      if (before === start) columns.touches[row] = 1
      before = end
      row++
    }
    columns.lasts[s] = row
    readManner(columns, columns.firsts[s]!, row)
    row += gap
  })
  return columns
}

/** Classes of characters in a shape; a run of one class counts up to four digits and up to two of the others. */
const [upperClass, lowerClass, digitClass] = [1, 2, 3]

function readToken(text: string, start: number, end: number, columns: Columns, row: number): void {
  let word = emptyHash
  let shape = 7
  let run = 0
  let lastClass = 0
  let uppers = 0
  let lowers = 0
  let digits = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const low = lowerCode(code)
    word = addCode(word, low)
    const length = at - start + 1
    if (length === 2) columns.prefix2[row] = word
    else if (length === 3) columns.prefix3[row] = word
    else if (length === 4) columns.prefix4[row] = word
    const kind = low !== code ? upperClass : classAt(text, at, code)
    if (kind === upperClass) uppers++
    else if (kind === lowerClass) lowers++
    else if (kind === digitClass) digits++
    run = kind === lastClass ? run + 1 : 1
    lastClass = kind
    if (run <= (kind === digitClass ? 4 : 2)) shape = Math.imul(shape, 31) + kind
  }
  columns.word[row] = word || 1
  columns.shape[row] = shape
  readSuffixes(text, start, end, columns, row)
  columns.casing[row] = casingOf(text, start, end, uppers, lowers, digits)
}

function classAt(text: string, at: number, code: number): number {
  if (code >= 97 && code <= 122) return lowerClass
  if (code >= 48 && code <= 57) return digitClass
  if (code < 0x80) return code
  if (code === 0x2019) return 0x27
  const kind = kindAt(text, at)
  if (kind === letter) return lowerClass
  return kind === digit ? digitClass : 0x80
}

function readSuffixes(text: string, start: number, end: number, columns: Columns, row: number): void {
  let hash = emptyHash
  const length = end - start
  for (let k = 1; k <= 4 && k <= length; k++) {
    hash = addCode(hash, lowerCode(text.charCodeAt(end - k)))
    if (k === 1) columns.suffix1[row] = hash
    else if (k === 2) columns.suffix2[row] = hash
    else if (k === 3) columns.suffix3[row] = hash
    else columns.suffix4[row] = hash
  }
}

function casingOf(text: string, start: number, end: number, uppers: number, lowers: number, digits: number): number {
  if (uppers + lowers + digits === 0) return casing.mark
  if (digits > 0 && uppers + lowers <= 2 && digits >= uppers + lowers) return casing.number
  if (uppers === 0) return casing.lower
  const code = text.charCodeAt(start)
  if (lowers === 0)
    return uppers > 1
      ? casing.upper
      : end - start === 1 || text.charCodeAt(end - 1) === 0x2e
        ? casing.initial
        : casing.upper
  return uppers === 1 && lowerCode(code) !== code ? casing.title : casing.mixed
}

/** A sentence is in title case when hardly a longer word in it is small, in upper case when none is. */
function readManner(columns: Columns, first: number, last: number): void {
  let small = 0
  let capital = 0
  let shouted = 0
  for (let row = first; row < last; row++) {
    const how = columns.casing[row]
    if (how === casing.lower) small += columns.prefix4[row] === nothing ? 0 : 1
    else if (how === casing.upper) shouted++
    else if (how === casing.title || how === casing.mixed) capital++
  }
  const words = small + capital + shouted
  if (words < 3) return
  const how = shouted > 0.8 * words ? manner.upper : small <= 0.2 * words && words >= 4 ? manner.title : manner.plain
  if (how !== manner.plain) columns.manner.fill(how, first, last)
}

export const isCapital = (how: number): boolean =>
  how === casing.title || how === casing.upper || how === casing.mixed || how === casing.initial
