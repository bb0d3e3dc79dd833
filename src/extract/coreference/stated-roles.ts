import type { Span } from '#/src/text/spans.ts'
import { personNouns, titleNouns, widerNouns } from '../paragraph/nouns.ts'
import { finiteVerbs } from '../paragraph/words.ts'
import type { Cluster } from './cluster.ts'
import { roleAfter } from './roles.ts'

/** What somebody is: “former Florida governor” has the head `governor` and the words `former` and `florida`. */
export type Role = { head: string; words: ReadonlySet<string> }

/** Heads of roles of which everybody has one only: “the ‹34-year-old›”, “the ‹Italian›”. */
export const anAge = 'year-old'
export const aPeople = 'one of a people'
const isOneOnly = (head: string): boolean => head === anAge || head === aPeople

/** A role that the article gives to a person, by the number of the person. */
export type StatedRole = Role & { person: number }

/**
 * What people are called beside their names, by the noun:
 *
 *     ‹Malaysian leader› Anwar Ibrahim        ‹Sen.› Mara Lind        Bo Olsen, ‹the deputy mayor› of Ystad, said
 *     her ‹husband›, Paul, drives
 */
export function statedRoles(text: string, clusters: readonly Cluster[]): Map<string, StatedRole[]> {
  const stated = new Map<string, StatedRole[]>()
  const peoples = new Set(clusters.flatMap(({ type, forms }) => (type === 'group' ? [...forms.keys()] : [])))
  clusters.forEach(({ type, names }, person) => {
    if (type !== 'person') return
    for (const { span } of names.slice(0, mostNames)) {
      const roles = [
        roleBefore(text, span),
        ownedRole(text, span),
        ...rolesIn(text, roleAfter(text, span, span.end + 160)),
      ].filter((role) => role !== null)
      for (const role of [...roles, ...ageBeside(text, span), ...peoplesIn(roles, peoples)]) {
        const known = stated.get(role.head)
        if (known && known.length >= mostBearers) continue
        if (known) known.push({ ...role, person })
        else stated.set(role.head, [{ ...role, person }])
      }
    }
  })
  return stated
}

/** “Mara Lind, ‹34›,”, “Mara Lind (34)”, “‹34-year-old› Mara Lind” */
function ageBeside(text: string, { start, end }: Span): Role[] {
  const [, after] = /^(?:, (\d{1,3})(?=[,.;”"’]| and )| \(\d{1,3}(?=\)))/u.exec(text.slice(end, end + 8)) ?? []
  const [, before] =
    /\b(\d{1,3})-year-old (?:[\p{L}’'-]+ ){0,3}$/u.exec(text.slice(Math.max(0, start - 60), start)) ?? []
  const age = after ?? before
  return age === undefined ? [] : [{ head: anAge, words: new Set([age]) }]
}

/** “‹Italian› striker Marco Lund” */
const peoplesIn = (roles: readonly Role[], peoples: ReadonlySet<string>): Role[] =>
  roles.flatMap(({ words }) =>
    [...words].filter((word) => peoples.has(word)).map((word) => ({ head: aPeople, words: new Set([word]) })),
  )

/** Nobody tells more senators apart. */
const mostBearers = 64

/** Roles stand beside the first names of a person. */
const mostNames = 12

const wordsIn = (phrase: string): string[] => phrase.toLowerCase().match(/[\p{L}\p{N}]+(?:[-’'.]\p{L}+)*/gu) ?? []

/** A prime minister is no minister, but what “premier” says. */
export const roleOf = (head: string, words: Set<string>): Role =>
  head === 'minister' && words.delete('prime') ? { head: 'premier', words } : { head, words }

const nounOf = (word: string): string | null =>
  titleNouns.get(word) ?? (personNouns.has(word) || isParent(word) ? word : null)

/** “mother-of-two” */
const isParent = (word: string): boolean => /^\p{L}+-of-\p{L}+$/u.test(word) && personNouns.has(word.split('-')[0]!)

/** The run of words that leads to a name, when a noun for a person ends it: “former governor”, “Secretary of State”. */
function roleBefore(text: string, { start, end }: Span): Role | null {
  const name = text.slice(start, end)
  const inside = /^(?:\p{Lu}[\p{L}-]+\.?\s)+/u.exec(name)?.[0] ?? ''
  const words = leadingTo(text, start)
  const of = words.length > 2 && words.at(-2) === 'of' ? words.length - 3 : words.length - 1
  const head = nounOf(words[of] ?? '')
  if (head) return roleOf(head, modifiers(words.slice(0, of)))
  const titles = wordsIn(inside)
  const last = titles.findLastIndex((word) => nounOf(word) !== null)
  return last < 0 ? null : roleOf(nounOf(titles[last]!)!, modifiers(titles.slice(0, last)))
}

/** What somebody is to somebody, before a comma and the name. */
function ownedRole(text: string, { start }: Span): Role | null {
  const [, between = '', noun = ''] = owned.exec(text.slice(Math.max(0, start - 60), start)) ?? []
  const head = nounOf(noun)
  return head ? roleOf(head, new Set(wordsIn(between))) : null
}

const owned = /(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y)|[’']s?) ((?:\p{Ll}[\p{L}-]* ){0,2})(\p{Ll}[\p{L}-]*), $/u

/** The words that lead to a place without a mark between, six at most. */
function leadingTo(text: string, place: number): string[] {
  const line = text.slice(Math.max(0, place - 70), place)
  const pieces = line.slice(line.lastIndexOf('\n') + 1).split(/[ \u00a0]/u)
  if (pieces.pop() !== '') return []
  let from = pieces.length
  while (from > 0 && pieces.length - from < 6 && isPlain(pieces[from - 1]!)) from--
  return wordsIn(pieces.slice(from).join(' '))
}

/** A word without a mark; a dot only where it is a title's: “Sen.”. */
const isPlain = (piece: string): boolean =>
  /^[\p{L}\p{N}’'-]+$/u.test(piece) || (piece.endsWith('.') && titleNouns.has(piece.slice(0, -1).toLowerCase()))

/** The roles of an apposition: “president and general manager of the club” are two. */
function rolesIn(text: string, span: Span | null): Role[] {
  if (!span) return []
  const roles: Role[] = []
  let from = 0
  const words = wordsIn(text.slice(span.start, span.end)).slice(0, 12)
  for (let at = 0; at < words.length; at++) {
    if (stops.has(words[at]!)) break
    const head = nounOf(words[at]!)
    if (!head || nounOf(words[at + 1] ?? '')) continue
    roles.push(roleOf(head, modifiers(words.slice(from, at))))
    from = at + 1
  }
  return roles
}

const stops = new Set('of for at in to with from on by who which that whose was is has said'.split(' '))

/** The words before a noun that are its own, three at most: not what stands before an article or a verb. */
function modifiers(words: readonly string[]): Set<string> {
  const from = words.findLastIndex((word) => finiteVerbs.has(word) || closed.test(word))
  return new Set(words.slice(Math.max(from + 1, words.length - 3)).map((word) => word.replace(/[’']s$/u, '')))
}

const closed = /^(?:an?|the|and|of|his|her|their|with|by|to|that|when|as|in|for|from|on|\p{L}{3,}ed)$/u

/** Those of whom the article states another age or people than a description says. */
export function othersThan({ head, words }: Role, stated: ReadonlyMap<string, readonly StatedRole[]>): Set<number> {
  const known = isOneOnly(head) ? (stated.get(head) ?? []) : []
  return new Set(known.filter((role) => ![...words].some((word) => role.words.has(word))).map(({ person }) => person))
}

/** Words that change what a noun says: who is vice president is not the president. */
const changing = ['vice', 'deputy', 'former', 'attorney', 'press', 'assistant', 'associate', 'acting', 'first']

/**
 * The people whom a description fits best by the roles stated before: its noun or a narrower one, no word between them
 * that changes it, and most of its own words: “the Vermont senator”.
 */
export function peopleOf(
  role: Role,
  stated: ReadonlyMap<string, readonly StatedRole[]>,
  isKnown: (person: number) => boolean,
): number[] {
  const scores = new Map<number, number>()
  for (const noun of [role.head, ...(widerNouns.get(role.head) ?? [])]) {
    for (const { person, words } of stated.get(noun) ?? []) {
      if (!isKnown(person) || (noun === role.head && !agrees(role, words))) continue
      const shared = [...role.words].filter((word) => words.has(word)).length
      scores.set(person, Math.max(scores.get(person) ?? 0, 1 + shared + (noun === role.head ? 0.5 : 0)))
    }
  }
  const best = Math.max(...scores.values())
  return [...scores].filter(([, score]) => best - score < 0.5).map(([person]) => person)
}

const agrees = ({ head, words: asked }: Role, stated: ReadonlySet<string>): boolean =>
  isOneOnly(head)
    ? [...asked].every((word) => stated.has(word))
    : changing.every((word) => asked.has(word) === stated.has(word) || (word === 'former' && !asked.has(word)))
