import { columnsOf } from '#/src/extract/tagger/columns.ts'
import { type Knowledge, type Sheet, sheetOf } from '#/src/extract/tagger/features.ts'
import { begin, end, inside, labelOf, nameTypes, outside, single } from '#/src/extract/tagger/labels.ts'
import { standing, stretchesOf } from '#/src/extract/tagger/stretches.ts'
import { rowsOf } from '#/src/extract/tagger/tag.ts'
import { mix, wordHash } from '#/src/models/hashing.ts'
import type { Token } from '#/src/text/tokens.ts'
import { addFeaturesOf } from '../chain/features.ts'
import type { Example } from '../chain/learn.ts'
import type { Random } from '../chain/random.ts'
import { type Corpus, type Doc, type Gold, sentenceTokens } from './corpora.ts'

/** A document ready for learning: for each token its features as hashes and the labels that gold allows, as bits. */
export type NameExample = Example & { readonly doc: Doc }

export type Making = {
  /** Share of the sentences that are copied as headlines. */
  copies: number
  random: Random
  /** Corpora of another scheme, which have a second weight for each feature that is theirs alone. */
  apart: readonly Corpus[]
}

const bit = (label: number): number => 1 << label
const anyOf = (type: string): number => {
  const t = nameTypes.indexOf(type as (typeof nameTypes)[number])
  return [begin, inside, end, single].reduce((bits, part) => bits | bit(labelOf(t, part)), 0)
}

/** Corpora that do not mark dates: there a word that looks like a part of one may be one, or no name. */
const withoutDates = new Set(['gmb', 'wikigold', 'wnut17-train', 'gum-news'])

const datePart =
  /^(?:\d.*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb)(?:uary|ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))$/u

/** A part of a date, or a comma or dash between two. */
function mayBeDate(text: string, tokens: readonly Token[], i: number): boolean {
  const isPart = (at: number): boolean =>
    at >= 0 && at < tokens.length && datePart.test(text.slice(tokens[at]!.start, tokens[at]!.end))
  return isPart(i) || (/^[,–-]$/u.test(text.slice(tokens[i]!.start, tokens[i]!.end)) && isPart(i - 1) && isPart(i + 1))
}

/** Types that one corpus calls MISC and Worldwide does not. */
const alsoMisc: Record<string, readonly string[]> = { wikigold: ['MISC', 'NORP'], 'wnut17-train': ['MISC', 'NORP'] }

export function allowedLabels(doc: Doc, sentences: readonly (readonly Token[])[]): Int32Array {
  const tokens = sentences.flat()
  const allowed = new Int32Array(tokens.length).fill(bit(outside))
  if (withoutDates.has(doc.corpus)) {
    for (let i = 0; i < tokens.length; i++) if (mayBeDate(doc.text, tokens, i)) allowed[i]! |= anyOf('DATE')
  }
  const firstAt = new Map(tokens.map(({ start }, i) => [start, i]))
  const lastAt = new Map(tokens.map(({ end }, i) => [end, i]))
  const taken = new Uint8Array(tokens.length)
  for (const { s, e, t } of doc.ents) {
    const types = alsoMisc[doc.corpus]?.includes(t) ? ['MISC', 'NORP'] : [t]
    const known = types.map((type) => nameTypes.indexOf(type as (typeof nameTypes)[number])).filter((type) => type >= 0)
    const [first, last] = nearest(firstAt, lastAt, tokens, { s, e, t })
    if (!known.length || first < 0 || last < first || taken.subarray(first, last + 1).includes(1)) continue
    for (let i = first; i <= last; i++) {
      const part = first === last ? single : i === first ? begin : i === last ? end : inside
      allowed[i] = known.reduce((bits, type) => bits | bit(labelOf(type, part)), 0)
      taken[i] = 1
    }
  }
  return allowed
}

/** The tokens that a name covers; a boundary inside a token takes the whole token. */
function nearest(
  firstAt: Map<number, number>,
  lastAt: Map<number, number>,
  tokens: readonly Token[],
  { s, e }: Gold,
): [number, number] {
  const first = firstAt.get(s) ?? tokens.findIndex(({ end }) => end > s)
  const last = lastAt.get(e) ?? tokens.findLastIndex(({ start }) => start < e)
  return [first, last]
}

/**
 * What there is to learn of a document, stretch by stretch; headline-like copies of some sentences stand behind it.
 *
 * What a corpus of another scheme says counts for its own weights as much as for those we keep, so that only what all
 * agree on reaches ours (Daumé III 2007, “Frustratingly easy domain adaptation”).
 */
export function exampleOf(doc: Doc, knowledge: Knowledge, { copies, random, apart }: Making): NameExample {
  const plain = sentenceTokens(doc.text)
  const { text, sentences, from } = withCopies(doc.text, plain, random, copies)
  const plainAllowed = allowedLabels(doc, plain)
  const starts = new Int32Array(plain.length + 1)
  plain.forEach(({ length }, s) => {
    starts[s + 1] = starts[s]! + length
  })
  const allowed = sentences.flatMap((_, s) => {
    const original = s < plain.length ? s : from[s - plain.length]!
    return Array.from(plainAllowed.subarray(starts[original]!, starts[original + 1]!))
  })
  const sheet = sheetOf(columnsOf(text, sentences), knowledge)
  return { doc, ...learnable(sheet, allowed, apart.includes(doc.corpus) ? wordHash(doc.corpus) : 0) }
}

/** Words that no name holds are left out, unless gold disagrees. */
function learnable(sheet: Sheet, allowedByToken: readonly number[], own: number): Example {
  const rowAllowed = new Int32Array(sheet.rows)
  let token = 0
  sheet.firsts.forEach((first, s) => {
    for (let row = first; row < sheet.lasts[s]!; row++) {
      rowAllowed[row] = allowedByToken[token++]!
      if (rowAllowed[row] !== bit(outside)) sheet.standing[row] = standing.anywhere
    }
  })
  const stretches = stretchesOf(sheet)
  const lengths = Int32Array.from(stretches, ({ first, last }) => last - first)
  const tokens = lengths.reduce((sum, length) => sum + length, 0)
  const allowed = new Int32Array(tokens)
  const features: number[] = []
  const rows = rowsOf(sheet)
  const offsets = new Int32Array(tokens + 1)
  let t = 0
  for (const { first, last } of stretches) {
    for (let row = first; row < last; row++) {
      const from = features.length
      addFeaturesOf(rows, row, features)
      if (own) for (const feature of features.slice(from)) features.push(mix(feature, own))
      allowed[t++] = rowAllowed[row]!
      offsets[t] = features.length
    }
  }
  return { features: Int32Array.from(features), offsets, lengths, allowed }
}

const smallInTitles = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|as|from|vs)$/i

/** A copy of some sentences in title case or upper case, behind the text. */
function withCopies(text: string, plain: Token[][], random: Random, share: number) {
  const sentences = [...plain]
  const from: number[] = []
  let all = text
  plain.forEach((sentence, s) => {
    if (sentence.length < 6 || random() >= share) return
    const shift = all.length + 1 - sentence[0]!.start
    const shouts = random() < 0.35
    const small = random() < 0.7
    let copy = ''
    let at = sentence[0]!.start
    for (const { start, end } of sentence) {
      const word = text.slice(start, end)
      copy +=
        text.slice(at, start) +
        (shouts
          ? sameLength(word, word.toUpperCase())
          : small && smallInTitles.test(word) && start > sentence[0]!.start
            ? word
            : titled(word))
      at = end
    }
    all += `\n${copy}`
    sentences.push(sentence.map(({ start, end }) => ({ start: start + shift, end: end + shift })))
    from.push(s)
  })
  return { text: all, sentences, from }
}

const sameLength = (before: string, after: string): string => (after.length === before.length ? after : before)
const titled = (word: string): string =>
  /^['’]/.test(word) ? word : sameLength(word, word.charAt(0).toUpperCase() + word.slice(1))
