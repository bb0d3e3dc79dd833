import type { Span } from '#/src/text/spans.ts'
import type { Clause } from './clauses.ts'
import { personNouns } from './nouns.ts'
import { type Phrase, phraseAt } from './phrases.ts'
import type { Item } from './skeleton.ts'
import { auxiliaries, subjectPronouns } from './words.ts'

/**
 * Who speaks in what somebody reports, where the verb of speech is the second that they are the subject of:
 *
 *     Lind said that ‹Olsen› had phoned her that night and [told] her: “…”
 *     Lind said ‹Olsen› called her into his office and [told] her, “…”
 *
 * That it is not Lind again, “Lind said Olsen was late and told reporters: “…””, is plain only where Olsen does it to her, or
 * has done it before.
 */
export function heardFrom(items: readonly Item[], clauses: readonly Clause[], quote: number): Phrase | null {
  const last = clauses.findLast(({ at }) => at < quote)
  const outer = clauses.find(({ at }) => at < quote)
  if (!last || !outer || last === outer || outer.order !== 'subject-first' || !reporting.test(items[outer.at]!.word))
    return null
  if (!telling.test(items[last.at]!.word) || items[last.at - 1]!.word !== 'and' || !leadsIn(items, last, quote))
    return null
  const start = reportedFrom(items, outer)
  const inner = somebodyAt(items, start, last.at)
  if (!inner) return null
  const done = items.slice(inner.to, last.at)
  const verb = done[0]?.word === ',' ? done.findIndex(({ word }, at) => at > 0 && word === ',') + 1 : 0
  const isBefore = done[verb]?.word === 'had'
  const isToThem = done.some(({ word }) => /^(?:her|him|them|me|us)$/u.test(word))
  return isBefore || (isToThem && !auxiliaries.has(done[verb]?.word ?? '')) ? inner : null
}

/** “told her: “…””, “said, “…””: nothing stands between but whom it is said to. */
const leadsIn = (items: readonly Item[], { after }: Clause, quote: number): boolean =>
  /^[:,]$/u.test(items[quote - 1]?.word ?? '') &&
  items.slice(after, quote - 1).every(({ word }) => /^(?:her|him|them|me|us)$/u.test(word))

/** Where what is said begins: “said ‹…›”, “said that ‹…›”, “told the court that ‹…›”. */
function reportedFrom(items: readonly Item[], { after, addressee }: Clause): number {
  let at = after
  while (addressee && at < items.length && items[at]!.span.start < addressee.end) at++
  return items[at]?.word === 'that' ? at + 1 : at
}

/** A name or a noun for a person that begins here: “Olsen”, “the mayor’s brother”; of “her boss called” only the boss. */
function somebodyAt(items: readonly Item[], start: number, to: number): Phrase | null {
  const phrase = phraseAt(items, { from: start, to })
  if (phrase?.from !== start || subjectPronouns.has(items[start]!.word)) return null
  if (items[phrase.to - 1]!.capital) return phrase
  for (let at = phrase.to - 1; at >= start; at--)
    if (personNouns.has(items[at]!.word))
      return { mention: { start: phrase.mention.start, end: items[at]!.span.end }, from: start, to: at + 1 }
  return null
}

const reporting =
  /^(?:said|says|told|tells|testified|testifies|recalled|recalls|remembered|remembers|claimed|claims|alleged|alleges)$/u
const telling = /^(?:told|texted|messaged|asked|shouted|yelled|screamed|whispered|said)$/u

/**
 * The name of whom something was told, behind what they are: “she texted her sister, ‹Amber›: “…””. Whoever is told does not
 * say it.
 */
export function toldTo(items: readonly Item[], from: number, quote: number): Span[] {
  if (!/^[:,]$/u.test(items[quote - 1]?.word ?? '')) return []
  let start = quote - 1
  while (start > from && items[start - 1]!.capital) start--
  if (start === quote - 1 || items[start - 1]?.word !== ',') return []
  let noun = start - 2
  if (!personNouns.has(items[noun]?.word ?? '')) return []
  while (noun > from && noun > start - 6 && !owning.test(items[noun]!.word)) noun--
  if (!owning.test(items[noun]!.word) || !addressing.test(items[noun - 1]?.word ?? '')) return []
  return [{ start: items[start]!.span.start, end: items[quote - 2]!.span.end }]
}

const owning = /^(?:his|her|their|my|our|the|a|an|’s|'s)$/u
const addressing = /^(?:told|tells|texted|messaged|e?-?mailed|asked|warned|reminded|assured|wrote)$/u
