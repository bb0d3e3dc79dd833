import { extractor } from '#/src/extract/extract.ts'
import type { Extraction } from '#/src/extract/extraction.ts'
import { assemble } from '#/src/record/record.ts'
import { type SpeechArticle, scorer } from './corpus.ts'

export type Figures = Record<string, number>
export type ScoredError = { fault: string; id: string; start: number; end: number; gold?: string; ours?: string }

/** The figures of the scorer for what `read` extracts from articles, and the errors. */
export async function measured(
  articles: readonly SpeechArticle[],
  read: (article: SpeechArticle) => Extraction,
): Promise<{ figures: Figures; errors: ScoredError[] }> {
  const { scoreQuotes } = await scorer('quotes/score')
  const { toQuotes } = await scorer('lib/convert')
  return scoreQuotes(
    articles.map((article) => ({
      ...article,
      system: toQuotes(assemble(article.draft, read(article), extractor)),
    })),
  )
}
