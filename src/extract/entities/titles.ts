import type { Span } from '#/src/text/spans.ts'
import { personNouns, titleNouns } from '../paragraph/nouns.ts'

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Titles that are no nouns for a person. */
const honours = listed(
  'dr prof sir dame lord lady sheikh sheikha ayatollah emir sultan crown rev hon justice sister brother',
)
const noTitles = listed(`
  mr mrs ms miss man woman boy girl person child
`)
/** What somebody is to another: no office, but said before a comma it is a role. */
const kin = listed(`
  mother father daughter son wife husband sister brother grandmother grandfather grandson granddaughter aunt uncle widow
  widower girlfriend boyfriend niece nephew cousin partner spouse fiancé fiancée friend mom dad stepmother stepfather
`)

/** Words in small letters that may stand in a title: “former deputy prime minister”. */
const parts = listed(`
  former ex acting interim deputy vice prime foreign home interior finance defence defense health education justice
  energy trade labour labor transport agriculture environment justice security intelligence chief senior top longtime
  then incumbent outgoing opposition rebel military police army navy party team club union company state federal
  national local regional provincial city county rights campaign executive managing founding general assistant associate
  retired veteran late exiled press government presidential veteran co national-security first second high military
`)
/** Words that open a sentence or a clause, whatever their letters. */
const closed = listed(`
  following according including recall meet meanwhile the a an in on at by to of for from with and but or as after before when while since because if that this his her its
  their our my he she it they we said says told monday tuesday wednesday thursday friday saturday sunday january february
  march april june july august september october november december
`)

const word = /[\p{L}\p{N}][\p{L}\p{N}.’'&-]*/gu
const leading = /(?:[\p{L}\p{N}][\p{L}\p{N}.’'&-]*[  ])+$/u
const farthest = 90
const mostWords = 8

const folded = (printed: string): string => printed.toLowerCase().replace(/[.]$/u, '')

/** “Secretary”, “Sen.”, “vice-president” and “Dr.”, but not “Mr.” */
function isTitle(printed: string): boolean {
  if (/\p{Ll}\.$/u.test(printed) && !titleNouns.has(folded(printed)) && !honours.has(folded(printed))) return false
  const last = folded(printed).replace(/^.*-/u, '')
  return !noTitles.has(last) && (personNouns.has(last) || titleNouns.has(last) || honours.has(last))
}

/**
 * The title or office right before a name:
 *
 *     ‹Treasury Secretary› Mara Lind · ‹Malaysian leader› Anwar Ibrahim · the ‹former deputy mayor› Bo Olsen · ‹Dr.› Ida Holm
 */
export function titleBefore(text: string, { start }: Span): Span | null {
  if (!isTitle(wordBefore(text, start))) return null
  const before = text.slice(Math.max(0, start - farthest), start)
  const lead = leading.exec(before)
  if (!lead) return null
  const words = [...lead[0].matchAll(word)].slice(-mostWords)
  const last = words.at(-1)!
  if (!isTitle(last[0]) || kin.has(folded(last[0]))) return null
  let first = words.length - 1
  // “Defence Minister Dr. Mara Lind”: an honour has nothing before it but a title.
  while (first > 0 && isPart(words[first - 1]![0], words[first]![0])) first--
  const from = start - before.length + lead.index
  return { start: from + words[first]!.index, end: from + last.index + last[0].length }
}

/** The word right before a place and one blank; empty where there is none. */
function wordBefore(text: string, at: number): string {
  const blank = text.charAt(at - 1)
  if (blank !== ' ' && blank !== '\u00a0') return ''
  let from = at - 1
  while (from > 0 && at - from < farthest && inWord.test(text.charAt(from - 1))) from--
  return text.slice(from, at - 1).replace(/^[.’'&-]+/u, '')
}

const inWord = /[\p{L}\p{N}.’'&-]/u

/** A sentence ends after a stop that is no abbreviation’s: “… in Ystad. Mayor Mara Lind”. */
function isPart(printed: string, next: string): boolean {
  const small = folded(printed)
  if (honours.has(folded(next)) && !isTitle(printed)) return false
  if (closed.has(small) || (/\p{Ll}{3,}\.$/u.test(printed) && /^\p{Lu}/u.test(next) && !titleNouns.has(small)))
    return false
  return parts.has(small) || personNouns.has(small) || /^(?:\p{Lu}|ex-|co-)/u.test(printed)
}

const determiner = /^(?:the|an?|his|her|its|their|our|my)$/iu
const joins = /^(?:of|for|at|in|to|on|and|&)$/u
const closes = /^(?:[’']s)?(?:[,.;:)”"]|\s\(|\n|$)/u

/** What somebody is called before a comma and the name: “‹the group’s top leader›, Mara Lind, …”, “said ‹his lawyer›, Bo Olsen.” */
export function descriptionBefore(text: string, { start, end }: Span): Span | null {
  if (!text.startsWith(', ', start - 2) || !closes.test(text.slice(end, end + 3))) return null
  const before = text.slice(Math.max(0, start - 2 - farthest), start - 2)
  const lead = leading.exec(`${before} `)
  if (!lead) return null
  const words = [...lead[0].matchAll(word)]
  for (let at = words.length - 2; at >= 0; at--) {
    const opens = determiner.test(words[at]![0])
    if (!opens && !/^\p{Lu}.*[’']s?$/u.test(words[at]![0])) continue
    const head = words.findIndex(([each], i) => i > at && isTitle(each) && !isTitle(words[i + 1]?.[0] ?? ''))
    if (head < 0 || words.slice(at + 1, head).some(([each]) => joins.test(each) || closed.has(folded(each)))) continue
    if (head + 1 < words.length && !joins.test(words[head + 1]![0])) continue
    const from = start - 2 - before.length + lead.index
    return { start: from + words[ownerFrom(words, at)]!.index, end: start - 2 }
  }
  return null
}

/** “‹The U.S.› Treasury’s deputy secretary”: an owner has all its words. */
function ownerFrom(words: readonly RegExpExecArray[], at: number): number {
  let first = at
  while (first > 0 && !determiner.test(words[first]![0]) && isOwner(words[first - 1]![0])) first--
  return first
}

const isOwner = (printed: string): boolean =>
  determiner.test(printed) || (/^\p{Lu}/u.test(printed) && !closed.has(folded(printed)))
