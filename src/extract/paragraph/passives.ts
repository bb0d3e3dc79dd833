import type { Span } from '#/src/text/spans.ts'
import { isAdverb } from './phrases.ts'
import type { SpeechSentence } from './sentences.ts'
import type { Item } from './skeleton.ts'
import { conjunctions, relatives } from './words.ts'

const being = /^(?:is|are|was|were|be|been|being|gets?|got)$/u

/** “Lind ‹was› openly [accused]”, not “Lind was saying”: its subject is not who speaks. */
export function isPassive(items: readonly Item[], cue: number): boolean {
  const word = items[cue]!.word
  return !word.endsWith('ing') && being.test(items[formOfBe(items, cue)]?.word ?? '')
}

function formOfBe(items: readonly Item[], cue: number): number {
  let at = cue - 1
  while (at >= 0 && isAdverb(items[at]!)) at--
  return at
}

/**
 * Who is told or called what stands in marks behind it, and so does not say it: “‹Vane› was accused of being “a liar””.
 * Who is quoted does: “Vane was quoted as saying”.
 */
export function toldIn(items: readonly Item[], { from, clauses }: SpeechSentence, quote: number, verbs: Verbs): Span[] {
  const told: Span[] = []
  for (let at = from + 2; at < quote; at++) {
    const { word } = items[at]!
    if (!(verbs.has(word) || naming.test(word)) || asSource.test(word) || !isPassive(items, at)) continue
    if (clauses.some((clause) => clause.at > at && clause.at < quote)) continue
    const be = formOfBe(items, at)
    let start = be
    while (start > from && !ends(items[start - 1]!)) start--
    if (start < be) told.push({ start: items[start]!.span.start, end: items[be - 1]!.span.end })
  }
  return told
}

type Verbs = { has: (word: string) => boolean }

/** They give a name, and are no verbs of speech elsewhere. */
const naming = /^(?:dubbed|branded|labell?ed|nicknamed|hailed|billed)$/u
const asSource = /^(?:quoted|cited|reported|heard|overheard|recorded|filmed|seen)$/u

const ends = ({ word, quote }: Item): boolean =>
  quote >= 0 || /^[,;:—–()]$/u.test(word) || relatives.has(word) || (conjunctions.has(word) && word !== 'and')
