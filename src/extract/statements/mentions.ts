import type { Span } from '#/src/text/spans.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { isJoined } from '../paragraph/phrases.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  finiteVerbs,
  nameParticles,
  prepositions,
  relatives,
  timeNouns,
} from '../paragraph/words.ts'
import type { Run } from './anchors.ts'

/**
 * The words of a source that a reader would point at: its first noun phrase, and of that the name it ends in.
 *
 *     union leader ‹Mara Lind›, who …      ‹the leader› of the union      ‹complete but unofficial returns›
 */
export function mentionOf(paragraph: SpeechParagraph, speaker: Run): Span {
  const { items } = paragraph
  const { from, to } = mentionRun(items, speaker)
  return { start: items[from]!.span.start, end: items[to - 1]!.span.end }
}

function mentionRun(items: readonly Item[], { from, to }: Run): Run {
  let end = from + 1
  while (end < to && (isJoined(items, end) || !(endsPhrase(items[end]!) || isVerb(items, end)))) end++
  while (end > from + 1 && !isWord(items[end - 1]!)) end--
  let start = from
  if (items[end - 1]!.capital) {
    start = end - 1
    while (start > from && (items[start - 1]!.capital || joinsName(items, start - 1))) start--
    while (start < end - 1 && (determiners.has(items[start]!.word) || !isWord(items[start]!))) start++
  }
  return { from: start, to: end }
}

/** “American officials ‹visited› …”, “the mayor ‹told› …”; the “retired” of “a retired surgeon” is none. */
const isVerb = (items: readonly Item[], at: number): boolean => {
  const { word, capital } = items[at]!
  const { word: before, capital: named } = items[at - 1]!
  if (capital) return false
  return finiteVerbs.has(word) || (/..ed$/u.test(word) && (named || /..s$/u.test(before)) && !determiners.has(before))
}

/** Whether a mention can be of somebody: “the”, “After” and “Monday” alone are nobody. */
export function isSomebody({ items }: SpeechParagraph, speaker: Run): boolean {
  const { from, to } = mentionRun(items, speaker)
  return items.slice(from, to).some((item) => isWord(item) && !isNobody(item))
}

const isNobody = ({ word, name }: Item): boolean =>
  name === 'date' ||
  /^(?:an?|the|no|every)$/u.test(word) ||
  ([adverbs, auxiliaries, conjunctions, prepositions, timeNouns].some((closed) => closed.has(word)) &&
    !relatives.has(word) &&
    !/^(?:both|all|each)$/u.test(word))

const endsPhrase = ({ word, quote }: Item): boolean =>
  quote >= 0 || prepositions.has(word) || relatives.has(word) || /^[,;:()—–]$/u.test(word)

/** A particle or a mark inside a name: “Angela ‹van› Berg”, “Simpson‹-›Bowles”. */
const joinsName = (items: readonly Item[], at: number): boolean =>
  (nameParticles.has(items[at]!.word) || /^[-.’'&/]$/u.test(items[at]!.word)) && (items[at - 1]?.capital ?? false)
