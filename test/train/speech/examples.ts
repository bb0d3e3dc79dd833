import type { SpeechParagraph } from '#/src/extract/attribution/attribute.ts'
import { type Ballot, ballotsOf } from '#/src/extract/attribution/ballots.ts'
import { readBody } from '#/src/extract/extract.ts'
import type { Lexicon } from '#/src/extract/lexicon.ts'
import type { Span } from '#/src/text/spans.ts'
import type { SpeechArticle } from './corpus.ts'
import { readGold } from './gold.ts'

/** A quotation of the corpus with its candidates, and what readers marked. */
export type Example = {
  text: string
  fold: number
  ballot: Ballot
  /** Whether somebody says it. */
  isSpeech: boolean
  /** For each candidate whether it is the source; null where the reader gave none. */
  isSource: boolean[] | null
  /** Whether a word beside it belongs to the statement; null where nobody says it. */
  inStatement: ((word: Span) => boolean) | null
  paragraphs: readonly SpeechParagraph[]
  /** Words in marks, as the scorer counts. */
  words: number
}

export function examplesOf(article: SpeechArticle, fold: number, lexicon: Lexicon): Example[] {
  const { text } = article
  const gold = readGold(article)
  const { paragraphs, roles } = readBody(article.draft, lexicon)
  const examples: Example[] = []
  for (const ballot of ballotsOf(text, paragraphs, roles, lexicon.cues)) {
    const marked = gold.of(ballot.quote.region)
    if (marked === undefined) continue
    const isSource = marked?.head
      ? ballot.candidates.map(({ phrase: { mention } }) => gold.isSource(marked, mention))
      : null
    const words = gold.wordCount(ballot.quote.region.inner)
    examples.push({
      text,
      fold,
      ballot,
      isSpeech: marked !== null && (words >= 3 || gold.isWhole(marked, ballot.quote.region)),
      isSource,
      inStatement: marked && gold.inStatement(marked, ballot.quote.region),
      paragraphs,
      words,
    })
  }
  return examples
}
