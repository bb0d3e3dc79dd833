import type { Span } from '#/src/text/spans.ts'
import { type Item, isWord } from './skeleton.ts'
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  finiteVerbs,
  nameParticles,
  noAdverbs,
  prepositions,
  relatives,
  subjectPronouns,
  timeNouns,
} from './words.ts'

/** A stretch of items, `[from, to)`. */
export type Stretch = { from: number; to: number }

/** Somebody who may speak: `he`, `Julia Roknifard`, `the retired surgeon`. `to` is the first item after it. */
export type Phrase = { mention: Span; from: number; to: number }

/**
 * The noun phrase that begins a stretch, cut to the words that a reader would point at:
 *
 *     Malaysian leader ‹Anwar Ibrahim› …      ‹a spokesman› for the Treasury …      ‹He› …
 */
export function phraseAt(items: readonly Item[], { from, to }: Stretch): Phrase | null {
  const first = skipLead(items, from, to)
  const item = items[first]
  if (!item || first >= to || !isWord(item)) return null
  if (subjectPronouns.has(item.word) && !(item.word === 'i' && !item.capital))
    return phrase(items, first, first + 1, first)
  if (prepositions.has(item.word) || auxiliaries.has(item.word) || relatives.has(item.word)) return null
  const end = nounPhraseEnd(items, first, to)
  if (end === first) return null
  const name = nameEndingAt(items, first, end)
  return phrase(items, name ?? first, end, first)
}

function phrase(items: readonly Item[], start: number, end: number, from: number): Phrase {
  return { mention: { start: items[start]!.span.start, end: items[end - 1]!.span.end }, from, to: end }
}

/** “But also ‹Tan› …”: conjunctions and adverbs before a subject are none of it. */
function skipLead(items: readonly Item[], from: number, to: number): number {
  let at = from
  while (at < to && (conjunctions.has(items[at]!.word) || isAdverb(items[at]!) || !isWord(items[at]!))) {
    if (items[at]!.quote >= 0) break
    at++
  }
  return at
}

export const isAdverb = ({ word, capital }: Item): boolean =>
  adverbs.has(word) || (!capital && /..ly$/u.test(word) && !noAdverbs.has(word))

function nounPhraseEnd(items: readonly Item[], from: number, to: number): number {
  let end = from
  for (; end < to; end++) {
    const item = items[end]!
    const before = items[end - 1]
    if (possessive(item) || (item.word === '-' && end > from)) continue
    if (!isWord(item)) {
      if (item.quote >= 0 || !joinsName(items, end)) break
      continue
    }
    if (end === from || isJoined(items, end)) continue
    if (nameParticles.has(item.word) && before?.capital && items[end + 1]?.capital && end + 1 < to) continue
    if (prepositions.has(item.word) || relatives.has(item.word) || auxiliaries.has(item.word)) break
    if (conjunctions.has(item.word) || subjectPronouns.has(item.word) || isAdverb(item)) break
    if (isTime(items, end) || isVerb(items, from, end)) break
    if (determiners.has(item.word) && !(before && (possessive(before) || determiners.has(before.word)))) break
  }
  while (end > from + 1 && (possessive(items[end - 1]!) || !isWord(items[end - 1]!))) end--
  return end
}

/** “mother-‹of›-two”, “Stoke-‹on›-Trent”: within hyphens no word ends a phrase. */
export const isJoined = (items: readonly Item[], at: number): boolean =>
  at > 0 &&
  touches(items, at - 1, at) &&
  (items[at - 1]!.word === '-' || (items[at + 1]?.word === '-' && touches(items, at, at + 1)))

const touches = (items: readonly Item[], a: number, b: number): boolean => items[a]!.span.end === items[b]!.span.start

/** “Lind on ‹Monday›”; in “a ‹Monday› editorial” the day only says which. */
const isTime = (items: readonly Item[], at: number): boolean =>
  timeNouns.has(items[at]!.word) &&
  items[at]!.capital &&
  !(determiners.has(items[at - 1]!.word) && /^\p{Ll}/u.test(items[at + 1]?.word ?? '') && !items[at + 1]!.capital)

/** “Lind ‹posted› a message”: a past after a name or a pronoun; “the ‹retired› surgeon” is none. */
function isVerb(items: readonly Item[], from: number, at: number): boolean {
  const { word, capital } = items[at]!
  if (capital) return false
  if (finiteVerbs.has(word)) return true
  return /..ed$/u.test(word) && at > from && items[at - 1]!.capital && !determiners.has(items[at - 1]!.word)
}

export const possessive = ({ word }: Item): boolean => word === '’s' || word === "'s" || word === '’' || word === "'"

const joinsName = (items: readonly Item[], at: number): boolean =>
  /^[.’'&]$/u.test(items[at]!.word) &&
  items[at]!.span.start === items[at - 1]?.span.end &&
  (items[at + 1]?.capital ?? false)

/** Where the last run of capitals of a phrase begins, when the phrase ends in one: “party leader ‹Bo Lind›”. */
function nameEndingAt(items: readonly Item[], from: number, end: number): number | null {
  if (!items[end - 1]!.capital) return null
  let start = end - 1
  for (let at = end - 1; at >= from; at--) {
    const item = items[at]!
    if (item.capital && !determiners.has(item.word)) start = at
    else if (!(nameParticles.has(item.word) || item.word === '-' || (!isWord(item) && joinsName(items, at)))) break
  }
  return start
}
