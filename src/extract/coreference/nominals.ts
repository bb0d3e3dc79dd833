import type { Span } from '#/src/text/spans.ts'
import { personNouns, titleNouns } from '../paragraph/nouns.ts'
import { isAdverb, possessive } from '../paragraph/phrases.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import { auxiliaries, conjunctions, finiteVerbs, prepositions, relatives } from '../paragraph/words.ts'
import { genderOfPeople, isOneOfPeople } from './peoples.ts'
import { anAge, aPeople, type Role, roleOf } from './stated-roles.ts'

/** A description of one person: `the Vermont senator`, `a spokeswoman`, `his brother`. */
export type Nominal = {
  span: Span
  gender: -1 | 0 | 1
  role: Role
  /**
   * `new`: “a”, “another”, or some person's; `owned`: a body's (“the ministry’s director”), somebody named only if that
   * was said; `known`: “the mayor”.
   */
  standing: 'new' | 'owned' | 'known'
  /** Of which people it says that somebody is: “the ‹French› president”. */
  peoples: readonly string[]
}

const articles = new Set(['the', 'this', 'that', 'a', 'an', 'one', 'another'])
const owners = new Set(['his', 'her', 'their', 'its', 'my', 'our'])
const farthest = 6

/**
 * The description that has its noun at item `at` of a sentence. None where a name follows (“the senator ‹Mara Lind›”)
 * or stands before a comma (“‹Mara Lind›, the mayor”): there it says what somebody is; nor after “is” and “as”.
 */
export function nominalAt(items: readonly Item[], from: number, at: number, to: number): Nominal | null {
  const head = items[at]!
  const bare = bareAt(items, from, at, to)
  if (bare) return bare
  const noun = titleNouns.get(head.word) ?? head.word
  const gender = personNouns.get(noun)
  if (gender === undefined || head.name !== null) return null
  const after = at + 1 < to ? items[at + 1] : undefined
  if (after && isWord(after) && (after.capital || personNouns.has(after.word) || after.name)) return null
  if (after?.word === '-') return null
  const comma = behindPlace(items, at + 1, to)
  if (items[comma]?.word === ',' && isNamedNext(items, comma + 1, to)) return null
  let start = at - 1
  while (start >= from && start >= at - farthest && isPart(items[start]!)) start--
  const opening = items[start]
  if (!opening || start < from) return null
  const isOwned = owners.has(opening.word) || (possessive(opening) && start > from)
  if (!isOwned && !articles.has(opening.word)) return null
  if (saysWhat(items, from, start)) return null
  const words = items.slice(start + 1, at).filter(isWord)
  return {
    span: { start: items[isOwned && possessive(opening) ? start + 1 : start]!.span.start, end: head.span.end },
    gender,
    role: roleOf(noun, new Set(words.map(({ word }) => word))),
    peoples: items.slice(start + 1, at).flatMap(({ word, name }) => (name === 'group' ? word : [])),
    standing: isOwned || isIndefinite(opening) ? 'new' : items.slice(start, at).some(possessive) ? 'owned' : 'known',
  }
}

/**
 * Who is called by nothing but an age, a people or children: “‹the 34-year-old› said”, “‹the Italian› said”, “‹the
 * mother-of-two› said”; not “the 34-year-old captain”, “the Italian government”.
 */
function bareAt(items: readonly Item[], from: number, at: number, to: number): Nominal | null {
  const { word, name, capital } = items[at]!
  const isPeople = capital && (name === 'group' || name === null) && isOneOfPeople(word, name !== null)
  const joined = isPeople ? '' : joinedTo(items, from, at)
  const age = /^(\d{1,3})-year-old$/u.exec(joined)
  const parent = /^(\p{L}+)-of-\p{L}+$/u.exec(joined)
  if (!(isPeople || age || parent)) return null
  const start = at - (isPeople ? 1 : 5)
  const opening = items[start]
  if (start < from || !opening || !/^(?:the|an?)$/u.test(opening.word) || saysWhat(items, from, start)) return null
  if (at + 1 < to && !endsDescription(items, at + 1)) return null
  const parenthood = personNouns.get(parent?.[1] ?? '')
  if (parent && parenthood === undefined) return null
  return {
    span: { start: opening.span.start, end: items[at]!.span.end },
    gender: isPeople ? genderOfPeople(word) : (parenthood ?? 0),
    role: isPeople
      ? { head: aPeople, words: new Set([word]) }
      : age
        ? { head: anAge, words: new Set([age[1]!]) }
        : { head: joined, words: new Set() },
    standing: opening.word === 'the' ? 'known' : 'new',
    peoples: [],
  }
}

/** The five items that end here, where hyphens join them: “34-year-old”, “mother-of-two”. */
function joinedTo(items: readonly Item[], from: number, at: number): string {
  if (at - 4 < from || items[at - 1]!.word !== '-' || items[at - 3]!.word !== '-') return ''
  return items
    .slice(at - 4, at + 1)
    .map(({ word }) => word)
    .join('')
}

function endsDescription(items: readonly Item[], at: number): boolean {
  const item = items[at]!
  const { word, capital, quote } = item
  if (quote >= 0 || !isWord(item)) return word !== '-'
  if (capital || personNouns.has(items[at + 1]?.word ?? '')) return false
  if (possessive(item) || isAdverb(item) || /..ed$/u.test(word)) return true
  return [finiteVerbs, auxiliaries, prepositions, relatives, conjunctions].some((closed) => closed.has(word))
}

/** “the last farmer ‹of Ystad›, Mara Lind, …”: behind the place or body that a description is of. */
function behindPlace(items: readonly Item[], at: number, to: number): number {
  if (!/^(?:of|from|in|at)$/u.test(items[at]?.word ?? '')) return at
  let end = at + 1
  while (end < to && (items[end]!.word === 'the' || items[end]!.capital)) end++
  return end
}

/** “the other man, ‹his cousin Bo Olsen›”: a name before the next comma, a few words on. */
function isNamedNext(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 5; at++) {
    if (items[at]!.name === 'person') return true
    if (!isWord(items[at]!)) return false
  }
  return false
}

const isIndefinite = ({ word }: Item): boolean => /^(?:an?|one|another)$/u.test(word)

/** A word between the article and the noun: “the ‹real estate› mogul”. */
const isPart = (item: Item): boolean =>
  item.quote < 0 &&
  !articles.has(item.word) &&
  !owners.has(item.word) &&
  ((isWord(item) && !/^(?:of|for|in|at|to|by|with|from|and|or|who|is|was|said|says|told|as|that)$/u.test(item.word)) ||
    item.word === '-')

/** “Lind, ‹the mayor›”, “is ‹a pastor›”, “as ‹the coach›”. */
function saysWhat(items: readonly Item[], from: number, start: number): boolean {
  const before = items[start - 1]
  if (!before || start - 1 < from) return false
  if (/^(?:is|was|be|been|being|as|became|become|are|were|named|elected|called|remains)$/u.test(before.word))
    return true
  return before.word === ',' && start - 2 >= from && items[start - 2]!.name === 'person'
}
