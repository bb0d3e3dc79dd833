import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ArchiveQuote, ArchiveQuoteList } from '#/schemas/archive.ts'
import { offsets, published } from '#/src/http/ask/parameters.ts'
import { include, partsOf } from '#/src/http/ask/parts.ts'
import { facets, serveArchive } from '#/src/http/resource/archive.ts'
import { presentArchiveQuote } from '#/src/present/archive.ts'
import type { QuotePart } from '#/src/present/quote.ts'
import { termsOf } from '#/src/text/search.ts'
import { columns, filters } from './quotes.ts'

const ArchiveQuoteOrder = z.enum(['-publishedAt', '-words', 'relevance']).meta({
  id: 'ArchiveQuoteOrder',
  description:
    'Those of the newest article first, the longest first, or with `q` by relevance: BM25 among the newest thousand.',
  examples: ['-publishedAt'],
})

/** `/v1/quotes`: who said what, in all articles. */
export async function archiveQuotes(app: FastifyInstance): Promise<void> {
  serveArchive(app, {
    operationId: 'searchQuotes',
    tag: 'quotes',
    summary: 'Quotes of all articles',
    description: 'What is said in the articles of the archive and by whom; every quote names its article.',
    path: '/v1/quotes',
    kind: 'quotes',
    query: z.strictObject({
      ...filters,
      ...published,
      sort: ArchiveQuoteOrder.default('-publishedAt').meta({
        description: 'The order of the quotes.',
        examples: ['-publishedAt'],
      }),
      include,
      offsets,
      facets,
    }),
    item: ArchiveQuote,
    answer: ArchiveQuoteList,
    columns: ['article.id', 'article.title', 'article.publisher.name', 'article.publishedAt', ...columns],
    select: ({ q, sort, offsets: unit, include: _, facets: __, ...filter }) => ({
      filter: { ...filter, terms: q === undefined ? undefined : termsOf(q) },
      sort,
      unit,
    }),
    present: (hit, query) => presentArchiveQuote(hit, partsOf(query as { include?: QuotePart[]; fields?: string })),
  })
}
