import type { Extraction } from '#/src/extract/extraction.ts'
import type { SpeechArticle } from './corpus.ts'
import type { Answer } from './diagrams.ts'
import { readGold } from './gold.ts'

/** The likeliest speaker of each quotation of three words or more that has a source: how sure it was, and whether it is the one. */
export function answersIn(article: SpeechArticle, { quotes }: Extraction): Answer[] {
  const gold = readGold(article)
  return quotes.flatMap(({ kind, span, speaker, confidence, alternatives }) => {
    if (kind === 'indirect' || gold.wordCount(span) < 3) return []
    const marked = gold.of({ span, inner: span, closed: true })
    const likeliest = speaker.mention ? { mention: speaker.mention, confidence } : alternatives[0]
    if (!marked?.head || !likeliest || likeliest.confidence === null) return []
    return [{ confidence: likeliest.confidence, right: gold.isSource(marked, likeliest.mention) }]
  })
}
