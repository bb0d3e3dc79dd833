import type { AttributedRegion, SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Said } from '../paragraph/rules.ts'
import type { Item } from '../paragraph/skeleton.ts'

/** Where a quotation without words of its own about the speaker gets it from. */
export type Carried = { continues: AttributedRegion; isAnswer: boolean } | { said: Said & { rule: string } }

/**
 * Speech that goes on without a new “said”:
 *
 * - the attribution splits it: `“We wait,” she said, “but not for ever.”`
 * - in the same paragraph: `“We wait,” she said. “Nobody will make us move.”`
 * - in the next one: a paragraph that is all quotation goes on with the last speaker
 * - after a report: `Lind said talks would go on.` `“Nobody will make us move.”`
 */
export function carriedOn(paragraphs: readonly SpeechParagraph[], p: number, q: number): Carried | null {
  const paragraph = paragraphs[p]!
  const quote = paragraph.quotes[q]!
  const before = paragraph.quotes.slice(0, q).findLast(({ said }) => said !== null || carries(paragraph, quote))
  if (before) return { continues: before, isAnswer: false }
  const reported = lastReport(paragraph, quote.sentence.from)
  if (reported) return { said: reported }
  if (quote.at > firstWord(paragraph)) return null
  const previous = paragraphs[p - 1]
  if (!previous) return null
  const open = previous.quotes.at(-1)
  if (open) return { continues: open, isAnswer: isAsked(previous, open) && isAlone(paragraph) }
  const report = lastReport(previous, previous.items.length)
  return report && { said: report }
}

/** “Where were you?” asked Lind. */
const isAsked = ({ items }: SpeechParagraph, { ends, said }: AttributedRegion): boolean =>
  ends === 'asks' && said?.clause != null && isAsking(items[said.clause.at]!)

const isAsking = ({ word }: Item): boolean => /^(?:ask|asks|asked|inquired)$/u.test(word)

const isAlone = ({ items, quotes }: SpeechParagraph): boolean => quotes.length === 1 && items.every(isNoWord)

const isNoWord = ({ quote, word }: Item): boolean => quote >= 0 || !/[\p{L}\p{N}]/u.test(word)

/** Of two quotations in a paragraph the second goes on where the first began as its own sentence. */
const carries = (_: SpeechParagraph, { ends }: AttributedRegion): boolean => ends !== 'open'

/** The last “X said …” before an item of a paragraph, as a source for what stands alone after it. */
function lastReport({ items, sentences }: SpeechParagraph, before: number): (Said & { rule: string }) | null {
  const clause = sentences.findLast(({ to, clauses }) => to <= before && clauses.length > 0)?.clauses.at(-1)
  // “I asked ‹Lind› what she wanted. “A boat.””
  if (clause?.addressee && /^(?:i|we)$/u.test(items[clause.speaker.from]!.word) && isAsking(items[clause.at]!))
    return { mention: clause.addressee, cue: null, clause: null, addressee: null, rule: 'answers' }
  return clause
    ? { mention: clause.speaker.mention, cue: clause.cue, clause, addressee: clause.addressee, rule: 'said-before-it' }
    : null
}

const firstWord = ({ items }: SpeechParagraph): number =>
  items.findIndex(({ quote, word }) => quote >= 0 || /[\p{L}\p{N}]/u.test(word))
