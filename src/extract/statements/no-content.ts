import { isQuoting } from '../paragraph/clauses.ts'
import type { Item } from '../paragraph/skeleton.ts'
import { auxiliaries } from '../paragraph/words.ts'
import type { Anchor, Run } from './anchors.ts'

/**
 * What stands where a report would, and is none:
 *
 * - the question: `‹Asked whether she would go›, Lind [said] no.`
 * - what the speaker looks like: `“This is my land,” Lind [said], ‹her voice breaking›.`
 * - a word that points at what was said before: `Olsen [denied] ‹that›.`
 * - who is quoted: `The paper [quoted] ‹Lind as› saying “it is over.”`
 * - who speaks in it: `Lind [said] ‹the doctor› told her, “It is over.”`
 * - the wish to stay unnamed: `who [asked] ‹not to be named›`
 * - when it was said: `“This is my land,” Lind [said] as ‹they led her away›.`
 * - where somebody speaks: `‹Giving evidence›, Lind [said] it was over.`
 * - what joins two sentences: `‹But›, she [warned], “it is over.”`
 */
export function isNoContent(items: readonly Item[], { at, sentence }: Anchor, { from, to }: Run): boolean {
  const { clauses } = sentence
  const first = items[from]!.word
  if (items[at]!.word === 'asked' && items.slice(at, at + 10).some(isUnnamed)) return true
  if (speaks.test(items[at]!.word) && isBesideIt(items, at + 1, from, sentence)) return true
  if (to <= at && from === sentence.from && fronted.test(first)) return true
  if (isAsked(items, at)) return items.slice(at, Math.min(to, at + longestQuestion)).some(({ word }) => word === ',')
  if (to - from === 1 && joins.has(first)) return true
  if (to <= at) return isAsked(items, from) || isIntroduced(items, at)
  if (to - from === 1 && points.has(first)) return true
  if (clauses.some((clause) => clause.at === to && clause.speaker.from >= from && clause.speaker.to === to)) return true
  if (isQuoting(items[at]!) && !hasAuxiliary(items, at) && isFollowedByAsSaying(items, at)) return true
  return items[from - 1]!.word === ',' && owners.has(first) && /^[^.,]+ing$/u.test(items[from + 2]?.word ?? '')
}

const speaks = /^(?:said|says|added|adds|replied|laughed|smiled|explained|recalled|told|joked|whispered|cried|sobbed)$/u

/** “‹Giving evidence›, Lind said …” */
const fronted =
  /^(?:giving|speaking|addressing|talking|responding|reacting|commenting|appearing|testifying|writing|sentencing|jailing|opening|closing)$/u

/** “‹…›,” Lind said ‹as she was led away›; … ‹to applause›: what was said is said already. */
function isBesideIt(items: readonly Item[], behind: number, from: number, sentence: Anchor['sentence']): boolean {
  if (from < behind || from > behind + 1) return false
  const { word } = items[behind]!
  if (word === ',') return isBesideIt(items, behind + 1, from, sentence)
  if (word === 'to') return from === behind && /^(?:applause|laughter|cheers|boos)$/u.test(items[from + 1]?.word ?? '')
  if (!/^(?:as|when|while|after|before|at|during|outside)$/u.test(word)) return false
  for (let at = sentence.from; at < behind; at++) if (items[at]!.quote >= 0) return true
  return false
}

/** “Lind ‹was quoted› as saying …”: the words are hers all the same. */
const hasAuxiliary = (items: readonly Item[], at: number): boolean => auxiliaries.has(items[at - 1]?.word ?? '')

const isFollowedByAsSaying = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1, at + 16).some(({ word }, i) => word === 'as' && items[at + i + 2]?.word === 'saying')

/** “who asked not to be ‹named›”, “that only her first name be ‹used›” */
const isUnnamed = ({ word }: Item, at: number, items: readonly Item[]): boolean =>
  /^(?:named|identified|quoted|used)$/u.test(word) && items[at - 1]?.word === 'be'

/** “The jury has three members, with Lind, who [said]: “We wait””: what she said stands behind it. */
const isIntroduced = (items: readonly Item[], at: number): boolean =>
  items[at - 1]?.word === 'who' && /^[:,]$/u.test(items[at + 1]?.word ?? '') && (items[at + 2]?.quote ?? -1) >= 0

/** Items; what follows its comma answers it. */
const longestQuestion = 60

/** “‹Asked› whether she would go, Lind said no”: somebody asks whom nobody names. */
export const isAsked = (items: readonly Item[], at: number): boolean =>
  items[at]!.word === 'asked' && (at === 0 || /^[.!?]$/u.test(items[at - 1]!.word))

const joins: ReadonlySet<string> = new Set(['but', 'and', 'or', 'nor', 'yet', 'still', 'then', 'though', 'however'])
const points: ReadonlySet<string> = new Set(['that', 'this', 'it', 'so', 'as', 'them'])
const owners: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its'])
