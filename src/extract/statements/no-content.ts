import { isQuoting } from '../attribution/clauses.ts'
import type { Item } from '../attribution/skeleton.ts'
import { auxiliaries } from '../attribution/words.ts'
import type { Anchor, Run } from './anchors.ts'

/**
 * What stands where a report would, and is none:
 *
 * - the question: `‹Asked whether she would go›, Lind [said] no.`
 * - what the speaker looks like: `“This is my land,” Lind [said], ‹her voice breaking›.`
 * - a word that points at what was said before: `Olsen [denied] ‹that›.`
 * - who is quoted: `The paper [quoted] ‹Lind as› saying “it is over.”`
 */
export function isNoContent(items: readonly Item[], { at }: Anchor, { from, to }: Run): boolean {
  const first = items[from]!.word
  if (isAsked(items, at)) return items.slice(at, Math.min(to, at + longestQuestion)).some(({ word }) => word === ',')
  if (to <= at) return isAsked(items, from)
  if (to - from === 1 && points.has(first)) return true
  if (isQuoting(items[at]!) && !isPassive(items, at) && isFollowedByAsSaying(items, at)) return true
  return items[from - 1]!.word === ',' && owners.has(first) && /^[^.,]+ing$/u.test(items[from + 2]?.word ?? '')
}

/** “Lind ‹was quoted› as saying …”: the words are hers all the same. */
const isPassive = (items: readonly Item[], at: number): boolean => auxiliaries.has(items[at - 1]?.word ?? '')

const isFollowedByAsSaying = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1, at + 16).some(({ word }, i) => word === 'as' && items[at + i + 2]?.word === 'saying')

/** Items; what follows its comma answers it. */
const longestQuestion = 60

/** “‹Asked› whether she would go, Lind said no”: somebody asks whom nobody names. */
export const isAsked = (items: readonly Item[], at: number): boolean =>
  items[at]!.word === 'asked' && (at === 0 || /^[.!?]$/u.test(items[at - 1]!.word))

const points: ReadonlySet<string> = new Set(['that', 'this', 'it', 'so', 'as', 'them'])
const owners: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its'])
