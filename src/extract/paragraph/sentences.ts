import { abbreviation, startsSentence } from '#/src/text/abbreviations.ts'
import { slice } from '#/src/text/spans.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Cues } from './cues.ts'
import { phraseAt } from './phrases.ts'
import type { Region } from './regions.ts'
import { ending, type Item, isWord } from './skeleton.ts'

/** A sentence of a skeleton: items `[from, to)` and who says what in it. */
export type SpeechSentence = { from: number; to: number; clauses: Clause[] }

/**
 * The sentences of a skeleton. A stop ends one; so do the last words of a quotation when what follows begins anew:
 *
 *     “It is done.” | The council met on Friday.        “It is done?” he asked. | “It is.” Tan said. |
 */
export function speechSentences(
  text: string,
  items: readonly Item[],
  regions: readonly Region[],
  cues: Cues,
): SpeechSentence[] {
  const sentences: SpeechSentence[] = []
  let from = 0
  for (let at = 0; at < items.length; at++) {
    if (at + 1 < items.length && !endsAt(text, items, at, regions, cues)) continue
    sentences.push({ from, to: at + 1, clauses: clausesOf(items, from, at + 1, cues) })
    from = at + 1
  }
  return sentences
}

function endsAt(text: string, items: readonly Item[], at: number, regions: readonly Region[], cues: Cues): boolean {
  const item = items[at]!
  const next = items[at + 1]!
  if (item.quote < 0)
    return (
      (/^[.!?]$/u.test(item.word) && (next.capital || next.quote >= 0 || !isWord(next))) ||
      (/.[.…]$/u.test(item.word) && startsSentence(slice(text, next.span)) && !isTitle(slice(text, item.span)))
    )
  const how = ending(text, regions[item.quote]!)
  if (how === 'hands-over' || how === 'open') return false
  if (next.quote >= 0) return true
  if (!next.capital)
    return how === 'stop' && next.word !== ',' && !isWord(next)
      ? false
      : how === 'stop' && isWord(next) && !said(items, at + 1, cues, false)
  return !said(items, at + 1, cues, how === 'stop')
}

/** “Mr. It” never begins anew, “in the U.S. It …” does. */
const isTitle = (word: string): boolean => abbreviation(word.slice(0, -1)) === 'leading'

/** Whether an attribution stands here: “Tan said”, “said Tan”; after a full stop only when it ends the sentence at once. */
function said(items: readonly Item[], from: number, cues: Cues, strictly: boolean): boolean {
  let to = from
  while (to < items.length && items[to]!.quote < 0 && !/^[.!?]$/u.test(items[to]!.word)) to++
  const [clause] = clausesOf(items, from, to, cues)
  if (!clause || clause.order === 'shared') return false
  const end = clause.order === 'subject-first' ? clause.after : clause.speaker.to
  const begins =
    clause.order === 'subject-first'
      ? phraseAt(items, { from, to })?.mention.start === clause.speaker.mention.start
      : clause.at === from
  if (!begins) return false
  return !strictly || end === to || /^[,;:]$/u.test(items[end]?.word ?? '') || to - end <= 6
}
