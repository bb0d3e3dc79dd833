import type { Cues } from '../paragraph/cues.ts'
import { isAdverb, possessive } from '../paragraph/phrases.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  finiteVerbs,
  prepositions,
  relatives,
  subjectPronouns,
  timeNouns,
} from '../paragraph/words.ts'

/** What kind of word an item is, as small numbers that trees can cut: neighbours on the scale are alike. 0 is the edge of the paragraph. */
export const edge = 0
export const quotation = 1
export const comma = 2
export const stop = 3
export const cue = 9

const names = { person: 25, organization: 26, group: 27, place: 28, facility: 29 } as Readonly<Record<string, number>>

export function wordClass(item: Item, cues: Cues): number {
  if (item.quote >= 0) return quotation
  const { word, capital } = item
  if (!isWord(item)) return possessive(item) ? 6 : (marks[word] ?? 7)
  if (word === 'that') return 8
  if (cues.kinds.has(word) && !capital) return cue + kindOf(word, cues)
  if (subjectPronouns.has(word)) return 13
  if (auxiliaries.has(word)) return possessive(item) ? 6 : 14
  if (relatives.has(word)) return 15
  if (prepositions.has(word)) return 16
  if (conjunctions.has(word)) return 17
  if (determiners.has(word)) return 18
  if (timeNouns.has(word)) return 30
  if (isAdverb(item)) return 19
  if (item.name) return names[item.name] ?? 31
  if (capital) return 24
  if (finiteVerbs.has(word) || /..ed$/u.test(word)) return 20
  if (/..ing$/u.test(word)) return 21
  return /s$/u.test(word) ? 22 : 23
}

const marks: Readonly<Record<string, number>> = {
  ',': comma,
  '.': stop,
  '!': stop,
  '?': stop,
  ':': 4,
  ';': 4,
  '—': 5,
  '–': 5,
  '-': 5,
}

/** Say, tell, call, or both say and call: who may stand after the verb. */
function kindOf(word: string, cues: Cues): number {
  const kinds = cues.kinds.get(word)!
  return kinds.has('tell') ? 1 : kinds.has('call') ? (kinds.has('say') ? 3 : 2) : 0
}

export const isCue = (kind: number): boolean => kind >= cue && kind < cue + 4
