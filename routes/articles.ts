import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Article, ArticleList, ArticleSummary } from '#/schemas/article.ts'
import { QuoteKind } from '#/schemas/quote.ts'
import { Html, NewsArticle, Ninjs } from '#/schemas/representation.ts'
import { offsets, published, who, words } from '#/src/http/ask/parameters.ts'
import { forms } from '#/src/http/ask/representations.ts'
import { facets, serveArchive } from '#/src/http/resource/archive.ts'
import { serveResource } from '#/src/http/resource/resource.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentArticle, presentSummary } from '#/src/present/article.ts'
import { articlePage } from '#/src/present/html/article.ts'
import { presentJsonLd } from '#/src/present/jsonld.ts'
import { presentNinjs } from '#/src/present/ninjs.ts'
import { termsOf } from '#/src/text/search.ts'

const ArticleOrder = z.enum(['title', '-publishedAt', 'relevance']).meta({
  id: 'ArticleOrder',
  description:
    'By title, or the newest first; what has none comes last. With `q` by relevance: BM25 among the newest thousand.',
  examples: ['title'],
})

/** `/v1/articles`: all articles. */
export async function articles(app: FastifyInstance): Promise<void> {
  serveArchive(app, {
    operationId: 'listArticles',
    tag: 'articles',
    summary: 'All articles',
    description:
      'The articles of the archive, a page at a time: all, or those that hold, name or quote what is asked for.',
    path: '/v1/articles',
    kind: 'articles',
    query: z.strictObject({
      q: words('titles and bodies'),
      speaker: who('Only articles in which these speak'),
      entity: who('Only articles that name these'),
      kind: z
        .array(QuoteKind)
        .optional()
        .meta({ description: 'Only articles that have quotes of these kinds.', examples: [['direct']] }),
      ...published,
      sort: ArticleOrder.default('title').meta({ description: 'The order of the articles.', examples: ['title'] }),
      offsets,
      facets,
    }),
    item: ArticleSummary,
    answer: ArticleList,
    columns: [
      'id',
      'title',
      'version',
      'publisher.name',
      'publishedAt',
      'language',
      'counts.words',
      'counts.quotes',
      'counts.speakers',
    ],
    select: ({ q, sort, offsets: unit, facets: _, ...filter }) => ({
      filter: { ...filter, terms: q === undefined ? undefined : termsOf(q) },
      sort,
      unit,
    }),
    present: presentSummary,
  })
}

/** `/v1/articles/{articleId}`: one article. */
export async function article(app: FastifyInstance, scope: Scope): Promise<void> {
  serveResource(app, scope, {
    operationId: 'getArticle',
    tag: 'articles',
    summary: 'One article',
    description: 'What the article is, what it holds in numbers, and what is not known about it.',
    path: '',
    query: z.strictObject({ offsets }),
    answer: Article,
    read: ({ record }) => presentArticle(record),
    also: [
      {
        form: forms.jsonld,
        says: ' As a NewsArticle of schema.org.',
        schema: NewsArticle,
        write: ({ record, origin }) => JSON.stringify(presentJsonLd(record, origin)),
      },
      {
        form: forms.html,
        says: ' As a page, with every quote in its place.',
        schema: Html,
        write: ({ record }) => articlePage(record),
      },
      {
        form: forms.ninjs,
        says: ' As ninjs 3.1.',
        schema: Ninjs,
        write: ({ record, origin }) => JSON.stringify(presentNinjs(record, origin)),
      },
    ],
  })
}
