import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Article, ArticleList, ArticleSummary } from '#/schemas/article.ts'
import { invalidCursor } from '#/src/errors.ts'
import { agreed, asked, notModified, send } from '#/src/http/answer.ts'
import { readCursor, writeCursor } from '#/src/http/cursor.ts'
import { fieldFaults, fieldPaths, wantedPaths } from '#/src/http/fields.ts'
import { operation } from '#/src/http/operation.ts'
import { available, forms, listedBy, listLinks, nextLink, selfOf, written } from '#/src/http/page.ts'
import { offsets, paging, shaping } from '#/src/http/parameters.ts'
import { serveResource } from '#/src/http/resource.ts'
import { live, type Scope } from '#/src/http/scope.ts'
import { presentArticle, presentSummary } from '#/src/present/article.ts'

const ArticleOrder = z.enum(['title', '-publishedAt']).meta({
  id: 'ArticleOrder',
  description: 'By title, or the newest first; what has none comes last.',
  examples: ['title'],
})

const documented = z.strictObject({
  sort: ArticleOrder.default('title').meta({ description: 'The order of the articles.', examples: ['title'] }),
  ...paging,
})
const query = documented.extend(shaping)
const known = fieldPaths(ArticleSummary)
const columns = [
  'id',
  'title',
  'version',
  'publisher.name',
  'publishedAt',
  'language',
  'counts.words',
  'counts.quotes',
  'counts.speakers',
]

/** `/v1/articles`: all articles. Its tag and cursors hold until an article changes. */
export async function articles(app: FastifyInstance): Promise<void> {
  for (const { suffix, form, named, says } of forms) {
    const operationId = named('listArticles')
    const about = {
      operationId,
      tag: 'articles',
      summary: 'All articles',
      description: `The articles of the archive, a page at a time.${says}`,
    }
    const schema = operation(about, { query: form === 'json' ? documented : query }, form, ArticleList)
    app.get(`/v1/articles${suffix}`, { schema }, async (request, reply) => {
      const ask = asked(request, operationId, query, available(form), fieldFaults(known))
      const generation = await app.store.generation()
      if (agreed(request, reply, ask, { parts: [generation], cacheControl: live, links: listLinks(ask) }))
        return notModified(reply)
      const { sort, limit, cursor, fields } = ask.query
      const state = { query: listedBy(ask, query), state: generation }
      const after = cursor === undefined ? null : After.safeParse(readCursor(cursor, state))
      if (after && !after.success) throw invalidCursor()
      const found = await app.store.list({ sort, after: after?.data ?? null, limit })
      const next = found.next && writeCursor(state, found.next)
      if (next !== null) reply.header('link', `${String(reply.getHeader('link'))}, ${nextLink(ask, query, next)}`)
      const page = { items: found.articles.map(presentSummary), total: found.total, next, self: selfOf(ask) }
      return send(request, reply, ask.format, written(ask.format, page, wantedPaths(fields), columns))
    })
  }
}

const After = z.object({ value: z.string().nullable(), id: z.string() })

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
  })
}
