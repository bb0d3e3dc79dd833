import type { EntityType } from '#/schemas/entity.ts'
import { addCode, emptyHash, mix, wordHash } from '#/src/models/hashing.ts'
import { get, type Table } from '#/src/models/tables.ts'
import { isUpper } from '#/src/text/characters.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { ending, type Item } from '../paragraph/skeleton.ts'
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  prepositions,
  relatives,
  subjectPronouns,
} from '../paragraph/words.ts'

/** What is known of words before a text is read: clusters of words used alike, and how often each word is a cue. */
export type WordKnowledge = {
  readonly clusters: Table
  /** Hash of a word → in how many of 15 places where it stands it is (part of) a cue of speech. */
  readonly cues: Table
}

/** How an item is written. */
export const form = { lower: 0, title: 1, upper: 2, number: 3, mark: 4, quotation: 5, none: 6 } as const

/** A word that is a cue this often (of 15) is one to look for. */
const likely = 4

/** Empty rows before the first and after the last row: a window never looks over an edge. */
export const gap = 3

/**
 * A paragraph as columns, one row per item of its skeleton, so that features are made of numbers only. Rows that point
 * to others hold −1 where there is none in their sentence.
 */
export type RoleColumns = {
  readonly rows: number
  readonly word: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly fine: Int32Array
  readonly coarse: Int32Array
  /** The word itself for words of the closed classes and marks, ending and form for others: a poor man's part of speech. */
  readonly gram: Int32Array
  /** With the word: all that a row is by itself. */
  readonly kind: Int32Array
  readonly form: Uint8Array
  readonly name: Uint8Array
  readonly cue: Uint8Array
  /** Nearest likely cue before and after, the row itself not counted. */
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly quoteBefore: Int32Array
  readonly quoteAfter: Int32Array
  readonly thatBefore: Int32Array
  /** Commas (brackets, dashes) of the paragraph before the row. */
  readonly commas: Int32Array
  /** First row of the sentence, and the row after its last. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Bits of the sentence before (1: a cue, 2: a quotation, 4: there is one) and after (8, 16, 32). */
  readonly neighbours: Uint8Array
}

const nothing = 0x5bd1e995
const unknownWord = 4095
const clustersPerGroup = 32
const nameTypes: readonly EntityType[] = ['person', 'organization', 'place', 'facility', 'group', 'date', 'event']
const closed = new Set(
  [determiners, prepositions, conjunctions, relatives, auxiliaries, adverbs, subjectPronouns].flatMap((words) =>
    [...words].map(wordHash),
  ),
)
const that = wordHash('that')

export function roleColumns(
  text: string,
  { items, sentences, quotes }: SpeechParagraph,
  known: WordKnowledge,
): RoleColumns {
  const rows = items.length + 2 * gap
  const numbers = (value: number): Int32Array => new Int32Array(rows).fill(value)
  const columns: RoleColumns = {
    rows,
    word: numbers(nothing),
    suffix2: numbers(nothing),
    suffix3: numbers(nothing),
    fine: numbers(-1),
    coarse: numbers(-1),
    gram: numbers(nothing),
    kind: numbers(nothing),
    form: new Uint8Array(rows).fill(form.none),
    name: new Uint8Array(rows),
    cue: new Uint8Array(rows),
    cueBefore: numbers(-1),
    cueAfter: numbers(-1),
    quoteBefore: numbers(-1),
    quoteAfter: numbers(-1),
    thatBefore: numbers(-1),
    commas: numbers(0),
    first: numbers(0),
    last: numbers(0),
    neighbours: new Uint8Array(rows),
  }
  items.forEach((item, i) => {
    if (item.quote < 0) readWord(text, item, columns, i + gap, known)
    else readQuotation(text, quotes[item.quote]!.region, columns, i + gap)
  })
  for (let row = gap; row < rows - gap; row++)
    columns.kind[row] = mix(
      mix(columns.suffix2[row]!, columns.suffix3[row]!),
      columns.form[row]! * 8 + columns.name[row]!,
    )
  let commas = 0
  for (let row = gap; row < rows; row++) {
    columns.commas[row] = commas
    if (columns.form[row] === form.mark && isComma(text, items[row - gap]!)) commas++
  }
  for (const { from, to } of sentences) lookAlong(columns, from + gap, to + gap)
  readNeighbours(columns, sentences)
  return columns
}

const isComma = (text: string, { span }: Item): boolean => ',;:()—–-'.includes(text.charAt(span.start))

function readWord(
  text: string,
  { span, word, name }: Item,
  columns: RoleColumns,
  row: number,
  known: WordKnowledge,
): void {
  const hash = wordHash(word)
  columns.word[row] = hash
  columns.form[row] = formOf(text, span.start, span.end)
  let suffix = emptyHash
  for (let k = 1; k <= 3 && k <= word.length; k++) {
    suffix = addCode(suffix, word.charCodeAt(word.length - k))
    if (k === 2) columns.suffix2[row] = suffix
    if (k === 3) columns.suffix3[row] = suffix
  }
  const cluster = get(known.clusters, hash)
  columns.fine[row] = cluster < 0 ? unknownWord : cluster
  columns.coarse[row] = cluster < 0 ? unknownWord : Math.floor(cluster / clustersPerGroup)
  columns.cue[row] = Math.max(0, get(known.cues, hash))
  columns.name[row] = name ? 1 + nameTypes.indexOf(name) : 0
  columns.gram[row] =
    columns.form[row] === form.mark || closed.has(hash)
      ? hash
      : mix(columns.form[row] === form.lower ? columns.suffix2[row]! : columns.name[row]!, columns.form[row]!)
}

function formOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start)
  if (code >= 97 && code <= 122) return form.lower
  if (code >= 48 && code <= 57) return form.number
  if (isUpper(text, start)) return end - start > 1 && isUpper(text, end - 1) ? form.upper : form.title
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? form.lower : form.mark
}

function readQuotation(
  text: string,
  region: SpeechParagraph['quotes'][number]['region'],
  columns: RoleColumns,
  row: number,
): void {
  const long = region.inner.end - region.inner.start > 18 ? 1 : 0
  columns.form[row] = form.quotation
  columns.word[row] = mix(long, 0x51)
  columns.gram[row] = mix(long, 0x52)
  columns.suffix2[row] = mix(['stop', 'asks', 'hands-over', 'open'].indexOf(ending(text, region)), 0x53)
  columns.suffix3[row] = mix(isUpper(text, region.inner.start) ? 1 : 0, 0x54)
}

/** Fills what a row knows of the rest of its sentence `[first, last)`. */
function lookAlong(columns: RoleColumns, first: number, last: number): void {
  columns.first.fill(first, first, last)
  columns.last.fill(last, first, last)
  let [seenCue, seenQuote, seenThat] = [-1, -1, -1]
  for (let row = first; row < last; row++) {
    columns.cueBefore[row] = seenCue
    columns.quoteBefore[row] = seenQuote
    columns.thatBefore[row] = seenThat
    if (columns.cue[row]! >= likely) {
      seenCue = row
      seenThat = -1
    }
    if (columns.form[row] === form.quotation) seenQuote = row
    if (columns.word[row] === that) seenThat = row
  }
  ;[seenCue, seenQuote] = [-1, -1]
  for (let row = last - 1; row >= first; row--) {
    columns.cueAfter[row] = seenCue
    columns.quoteAfter[row] = seenQuote
    if (columns.cue[row]! >= likely) seenCue = row
    if (columns.form[row] === form.quotation) seenQuote = row
  }
}

function readNeighbours(columns: RoleColumns, sentences: SpeechParagraph['sentences']): void {
  const bits = sentences.map(({ from, to }) => {
    let bit = 4
    for (let row = from + gap; row < to + gap; row++) {
      if (columns.cue[row]! >= likely) bit |= 1
      if (columns.form[row] === form.quotation) bit |= 2
    }
    return bit
  })
  sentences.forEach(({ from, to }, s) => {
    columns.neighbours.fill((bits[s - 1] ?? 0) | ((bits[s + 1] ?? 0) << 3), from + gap, to + gap)
  })
}
