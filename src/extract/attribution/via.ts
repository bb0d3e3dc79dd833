import { overlaps, type Span } from '#/src/text/spans.ts'
import { type Clause, isQuoting } from '../paragraph/clauses.ts'
import type { SpeechSentence } from '../paragraph/sentences.ts'
import type { Item } from '../paragraph/skeleton.ts'

/**
 * Through whom the words of a speaker came: the subjects of other verbs of speech around the speaker's own.
 *
 * - `According to ‹the Courier›, Lind said the harbour was “full to the last berth.”`
 * - `Lind said the harbour was “full to the last berth,” ‹the Courier› reported.`
 * - `‹The Courier› quoted Lind as saying the harbour was “full to the last berth.”`
 * - `‹The Courier› reported that Lind had called the harbour “full to the last berth.”`
 */
export function viaOf(items: readonly Item[], { clauses, to }: SpeechSentence, said: Clause): Span[] {
  const others = clauses.filter(({ speaker }) => !overlaps(speaker.mention, said.speaker.mention))
  return others.filter((other) => reports(items, other, said, to)).map(({ speaker }) => speaker.mention)
}

/** “‹The Courier› quoted Lind as saying”: who only passes on what the quotations of a sentence say. */
export function passersOn(items: readonly Item[], { clauses, to }: SpeechSentence): Span[] {
  const quoting = clauses.filter(({ at }) => isQuoting(items[at]!)).slice(0, mostQuoting)
  const isHeard = (other: Clause): boolean =>
    clauses.some((said) => said.at > other.at && reports(items, other, said, to))
  return quoting.filter(isHeard).map(({ speaker }) => speaker.mention)
}

/** No sentence in print quotes as often. */
const mostQuoting = 4

function reports(items: readonly Item[], other: Clause, said: Clause, end: number): boolean {
  if (items[other.at]!.word === 'according') return true
  if (other.order === 'shared' || said.order === 'shared') return false
  if (other.at > said.at) {
    const before = items[Math.min(other.at, other.speaker.from) - 1]
    return end - Math.max(other.after, other.speaker.to) <= 1 && (before?.word === ',' || (before?.quote ?? -1) >= 0)
  }
  if (isQuoting(items[other.at]!) && items[said.at - 1]?.word === 'as') return other.after === said.speaker.from
  const next = Math.min(said.at, said.speaker.from)
  if (next - other.after > 3) return false
  const between = items.slice(other.after, next)
  return between.some(({ word }) => word === 'that') && between.every(({ quote }) => quote < 0)
}
