import { type Ballot, ballotsOf } from '#/src/extract/attribution/ballots.ts'
import { readBody } from '#/src/extract/extract.ts'
import type { Lexicon } from '#/src/extract/lexicon.ts'
import type { SpeechParagraph } from '#/src/extract/paragraph/paragraph.ts'
import type { Span } from '#/src/text/spans.ts'
import type { SpeechArticle } from './corpus.ts'
import { type Attribution, readGold } from './gold.ts'
import { type Phenomenon, phenomenaOf } from './phenomena.ts'

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
  /** What makes it hard. */
  hard: Phenomenon[]
  /** Whether the rules alone name the source. */
  rulesRight: boolean
  /** Words in marks, as the scorer counts. */
  words: number
}

export function examplesOf(article: SpeechArticle, fold: number, lexicon: Lexicon): Example[] {
  const { text } = article
  const gold = readGold(article)
  const { paragraphs, roles } = readBody(article.draft, lexicon)
  const examples: Example[] = []
  let before: { marked: Attribution; paragraph: number } | null = null
  for (const ballot of ballotsOf(text, paragraphs, roles, lexicon.cues)) {
    const marked = gold.of(ballot.quote.region)
    if (marked === undefined) continue
    const isSource = marked?.head
      ? ballot.candidates.map(({ phrase: { mention } }) => gold.isSource(marked, mention))
      : null
    const words = gold.wordCount(ballot.quote.region.inner)
    const near = before && before.paragraph >= ballot.paragraph - 1 ? before.marked : null
    const hard = marked?.head ? phenomenaOf(text, gold.tokens, ballot, marked, near) : []
    if (marked?.head) before = { marked, paragraph: ballot.paragraph }
    const rulesRight = Boolean(marked && ballot.answer && gold.isSource(marked, ballot.answer.mention))
    examples.push({
      text,
      fold,
      ballot,
      isSpeech: marked !== null && (words >= 3 || gold.isWhole(marked, ballot.quote.region)),
      isSource,
      inStatement: marked && gold.inStatement(marked, ballot.quote.region),
      paragraphs,
      hard,
      rulesRight,
      words,
    })
  }
  return examples
}
