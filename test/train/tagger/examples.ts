import { columnsOf } from '#/src/extract/tagger/columns.ts'
import { featuresAt, type Knowledge, mostFeatures, sheetOf } from '#/src/extract/tagger/features.ts'
import { begin, end, inside, labelOf, nameTypes, outside, single } from '#/src/extract/tagger/labels.ts'
import type { Token } from '#/src/text/tokens.ts'
import type { Example } from '../chain/learn.ts'
import type { Random } from '../chain/random.ts'
import { type Doc, type Gold, sentenceTokens } from './corpora.ts'

/** A document ready for learning: for each token its features as hashes and the labels that gold allows, as bits. */
export type NameExample = Example & { readonly doc: Doc; readonly sentences: Token[][] }

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

/** Sentences of a document, its headline-like copies behind them. */
export function exampleOf(doc: Doc, knowledge: Knowledge, copies?: { random: Random; share: number }): NameExample {
  const plain = sentenceTokens(doc.text)
  const allowed = allowedLabels(doc, plain)
  const { text, sentences, from } = copies
    ? withCopies(doc.text, plain, copies)
    : { text: doc.text, sentences: plain, from: [] }
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  const bits = new Int32Array(tokens)
  bits.set(allowed)
  const starts: number[] = []
  let at = 0
  for (const sentence of plain) {
    starts.push(at)
    at += sentence.length
  }
  from.forEach((s) => {
    for (let i = 0; i < plain[s]!.length; i++) bits[at++] = allowed[starts[s]! + i]!
  })
  return { doc, sentences, allowed: bits, ...featuresOf(text, sentences, knowledge) }
}

function featuresOf(
  text: string,
  sentences: readonly Token[][],
  knowledge: Knowledge,
): Pick<Example, 'features' | 'offsets' | 'lengths'> {
  const sheet = sheetOf(columnsOf(text, sentences), knowledge)
  const lengths = Int32Array.from(sentences, ({ length }) => length)
  const tokens = lengths.reduce((sum, length) => sum + length, 0)
  const features = new Int32Array(tokens * mostFeatures)
  const offsets = new Int32Array(tokens + 1)
  const out = new Int32Array(mostFeatures)
  let token = 0
  let at = 0
  for (let s = 0; s < sentences.length; s++) {
    for (let row = sheet.firsts[s]!; row < sheet.lasts[s]!; row++) {
      const count = featuresAt(sheet, row, out)
      features.set(out.subarray(0, count), at)
      at += count
      offsets[++token] = at
    }
  }
  return { features: features.slice(0, at), offsets, lengths }
}

const smallInTitles = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|as|from|vs)$/i

/** A copy of some sentences in title case or upper case, behind the text. */
function withCopies(text: string, plain: Token[][], { random, share }: { random: Random; share: number }) {
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
