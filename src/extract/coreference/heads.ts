import type { EntityType } from '#/schemas/entity.ts'
import { overlaps, type Span } from '#/src/text/spans.ts'
import { personNouns } from '../paragraph/nouns.ts'
import type { Cluster, Member } from './cluster.ts'

/** A name where it stands, and the number of its entity. */
export type PlacedName = { span: Span; entity: number; type: EntityType; share: number; rival: number | null }

/** The names of all entities that can speak, in order. */
export function placedNames(clusters: readonly Cluster[]): PlacedName[] {
  const owners = new Map(clusters.flatMap(({ names }, entity) => names.map(({ span }) => [span.start, entity])))
  const rivalOf = ({ rival }: Member): number | null => owners.get(rival?.names[0]?.span.start ?? -1) ?? null
  return clusters
    .flatMap(({ type, names }, entity) =>
      type === 'date' || type === 'event'
        ? []
        : names.map((member) => ({ span: member.span, entity, type, share: member.share, rival: rivalOf(member) })),
    )
    .sort((a, b) => a.span.start - b.span.start)
}

/** Index of the first name that ends behind `place`. */
export function firstAfter(names: readonly PlacedName[], place: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.span.end > place) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The names that a phrase is about: two where it joins two.
 *
 *     US President ‹Barack Obama›        Mayor of London ‹Ida Berg›        ‹Mara Lind› and ‹Bo Olsen›
 *
 * None where a name only belongs to it: “Lind’s lawyer”, “Treasury officials”, “a friend of Lind”.
 */
export function headsOf(text: string, phrase: Span, names: readonly PlacedName[]): PlacedName[] {
  const heads: PlacedName[] = []
  let before = phrase.start
  for (let at = firstAfter(names, phrase.start); at < names.length && overlaps(names[at]!.span, phrase); at++) {
    const name = names[at]!
    const lead = text.slice(before, name.span.start)
    const rest = text.slice(name.span.end, phrase.end)
    if (endsPhrase(name.type === 'person' ? rest.replace(honours, '') : rest) && !belongs.test(lead)) {
      if (heads.length > 0 && !joinsTwo.test(lead)) break
      heads.push(name)
    } else if (heads.length > 0 && !(joinsTwo.test(lead) && /^ \p{Lu}/u.test(rest))) break
    else if (heads.length > 0) continue // “Lind and ‹House› Speaker Olsen”
    before = name.span.end
  }
  return heads
}

/** Letters that follow a name: “Ida Ford ‹KC›” */
export const honours = /(?:,? (?:[KQ]C|SC|MP|MEP|MSP|TD|PhD|[OMC]BE))+$/u

/** “‹Mara Lind› and Senator ‹Bo Olsen›” */
const joinsTwo = /^(?:,? and (?:(?:\p{Lu}[\p{L}.]*|former) ){0,4}|, )$/u

/** What may follow the name that a phrase is about: nothing, an apposition, where it is from, or another one. */
const endsPhrase = (rest: string): boolean =>
  !/\p{L}/u.test(rest.replace(/^[’']s?$/u, '')) || /^\s?[,(–—]|^ (?:of|from|in|at|who|for|and|with|on)\b/u.test(rest)

/** “a friend ‹of› Lind”, “a man who knows Lind” */
const belongs =
  /(?:^| )(?:of|for|from|in|at|with|to|by|on|about|near|who|that|against|inside|within|under|behind|between)(?: (?:the|an?|former|\p{Lu}[\p{Ll}]+\.?))*(?: |$)[^,]*$/u

/**
 * The person, or after a comma the body, that stands beside a phrase: “the mayor, ‹Bo Olsen›”, “the mayor of Ystad, ‹Bo
 * Olsen›”, “Mayor of the Town ‹Bo Olsen›”, “‹Bo Olsen›, the mayor”.
 */
export function besides(text: string, phrase: Span, names: readonly PlacedName[]): PlacedName | null {
  const at = firstAfter(names, phrase.end)
  for (const after of names.slice(at, at + 2)) {
    if (after.span.start < phrase.end || after.span.start > phrase.end + farthest) continue
    const gap = text.slice(phrase.end, after.span.start)
    if (gap.startsWith(',') && !isClosed(text, after.span.end)) continue
    if ((after.type === 'person' ? besidePerson : /^,\s$/u).test(gap)) return after
    if (after.type === 'person' && isTitle(text.slice(phrase.start, phrase.end)) && ofOffice.test(gap)) return after
    if (after.type === 'person' && ofSomething.test(gap) && isClosed(text, after.span.end)) return after
  }
  const before = names[firstAfter(names, phrase.start) - 1]
  if (before?.type !== 'person' || text.slice(before.span.end, phrase.start) !== ', ') return null
  return isClosed(text, phrase.end) && !isFronted(text, before.span) ? before : null
}

/** What stands beside something has a mark behind it, too: “According to the coach, ‹Bo Olsen› will miss it” has two people. */
const isClosed = (text: string, end: number): boolean =>
  /^(?:$|[’']?[,.;:)\]!?—–“”"\n]| (?:and|who|in|of|from|at|on|—|–|-)(?: |$))/u.test(text.slice(end, end + 6))

/** “‹In a call with Mara Lind›, the mayor said”: what comes before the sentence proper is no subject of it. */
export const isFronted = (text: string, { start }: Span): boolean =>
  /(?:^|[.!?][”"’']?\s|\n)(?:In|On|At|To|With|From|For|By|During|After|Before|Speaking|Asked|Addressing|Citing|Quoting|According to|Referring to)\b[^.;:,\n]*$/u.test(
    text.slice(Math.max(0, start - 120), start),
  )

/** “the mayor ‹of Ystad, ›Bo Olsen, said”: what a description is of, up to the name behind it. */
const ofSomething = /^ (?:of|from|in|at|for) [\p{L}\p{N}’' -]{1,40}, $/u
/** “her lawyer‹, Dr. ›Bo Olsen”, “her husband‹, the novelist ›Bo Olsen” */
const besidePerson =
  /^(?:,?\s|, (?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Rev|Fr|Capt|Col|Maj|Gen|Brig|Lt|Sgt|Adm|Cdr|Cmdr|Datuk|Tan Sri|Cllr)\.? |the (?:\p{Ll}[\p{L}-]+ ){1,2}){1,2})$/u
/** “Leader‹ of the Opposition ›Bo Olsen said”: of a title without an article, in capitals and what joins them. */
const ofOffice = /^(?= .*\p{Lu})(?: (?:of|for|at|and|the|\p{Lu}[\p{L}’'.-]*))+ $/u
const isTitle = (phrase: string): boolean => /^\p{Lu}/u.test(phrase) && personNouns.has(phrase.toLowerCase())
const farthest = 50
