import type { Clause } from '../paragraph/clauses.ts'
import type { Cues } from '../paragraph/cues.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Phrase } from '../paragraph/phrases.ts'
import { type Roles, roleShare } from '../roles/read.ts'
import { roles, source } from '../roles/roles.ts'
import { isTooLong } from './answers.ts'
import { candidatesOf } from './candidates.ts'
import { comma, isCue, quotation, stop, wordClass } from './surroundings.ts'

/** One paragraph as the features read it: everything that is asked of it more than once. */
export type Sheet = {
  paragraph: SpeechParagraph
  /** The class of each item. */
  classes: Uint8Array
  /** How many of each kind stand before an item: row i for item i, `countKinds` columns. */
  counts: Uint16Array
  clauses: Clause[]
  candidates: Phrase[]
  /** How likely each item is a part of a source, of a cue, of what is said: three an item; zeros where nothing sounds like speech. */
  shares: Float32Array
  /** The most that any item is likely to be a part of a source. */
  surest: number
  /** The sentence of each item. */
  sentenceOf: Uint16Array
}

/** Quotations, commas, stops, verbs of speech, “that”, capitals, pronouns. */
export const countKinds = 7

export function sheetOf(paragraph: SpeechParagraph, read: Roles | null, cues: Cues): Sheet {
  const { items, sentences } = paragraph
  const classes = Uint8Array.from(items, (item) => wordClass(item, cues))
  const counts = new Uint16Array((items.length + 1) * countKinds)
  for (let i = 0; i < items.length; i++) {
    const row = i * countKinds
    counts.copyWithin(row + countKinds, row, row + countKinds)
    const kind = kindOf(classes[i]!)
    if (kind >= 0) counts[row + countKinds + kind]!++
  }
  const sentenceOf = new Uint16Array(items.length)
  sentences.forEach(({ from, to }, s) => {
    sentenceOf.fill(s, from, to)
  })
  const sheet: Sheet = {
    paragraph,
    classes,
    counts,
    clauses: sentences.flatMap(({ clauses }) => clauses),
    candidates: isTooLong(paragraph) ? [] : candidatesOf(paragraph, cues),
    shares: sharesOf(items.length, read),
    surest: 0,
    sentenceOf,
  }
  sheet.surest = mostShare(sheet, 0, items.length, source)
  return sheet
}

/** How likely it is that an item is a part of a source, of a cue, of what is said. */
export const share = ({ shares }: Sheet, at: number, role: number): number => shares[at * roles.length + role] ?? 0

function sharesOf(items: number, read: Roles | null): Float32Array {
  const shares = new Float32Array(items * roles.length)
  if (read)
    for (let at = 0; at < items; at++)
      for (let role = 0; role < roles.length; role++) shares[at * roles.length + role] = roleShare(read, at, role)
  return shares
}

/** The most that any item from `from` to before `to` has of a role. */
export function mostShare(sheet: Sheet, from: number, to: number, role: number): number {
  let most = 0
  for (let at = from; at < to; at++) most = Math.max(most, share(sheet, at, role))
  return most
}

function kindOf(wordClass: number): number {
  if (wordClass === quotation) return 0
  if (wordClass === comma) return 1
  if (wordClass === stop) return 2
  if (isCue(wordClass)) return 3
  if (wordClass === 8) return 4
  if (wordClass >= 24 && wordClass < 30) return 5
  return wordClass === 13 ? 6 : -1
}
