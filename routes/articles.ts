import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Article, ArticleList, ArticleSummary } from '#/schemas/article.ts'
import { Html, NewsArticle, Ninjs } from '#/schemas/representation.ts'
import { invalidCursor } from '#/src/errors.ts'
import { answer, asked } from '#/src/http/answer.ts'
import { readCursor, writeCursor } from '#/src/http/cursor.ts'
import { discovery } from '#/src/http/discovery.ts'
import { fieldFaults, fieldPaths, pick, wantedPaths } from '#/src/http/fields.ts'
import { alternates, availableOn, namedFor, type Offered, suffixOf } from '#/src/http/forms.ts'
import { operation } from '#/src/http/operation.ts'
import { firstLink, listedBy, nextAddress, selfOf, tables, written } from '#/src/http/page.ts'
import { choosing, offsets, paging, shaping } from '#/src/http/parameters.ts'
import { forms } from '#/src/http/representations.ts'
import { serveResource } from '#/src/http/resource.ts'
import { live, type Scope } from '#/src/http/scope.ts'
import type { Store } from '#/src/http/services.ts'
import { presentArticle, presentSummary } from '#/src/present/article.ts'
import { articlePage } from '#/src/present/html/article.ts'
import { presentJsonLd } from '#/src/present/jsonld.ts'
import { ndjson } from '#/src/present/ndjson.ts'
import { presentNinjs } from '#/src/present/ninjs.ts'

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

/** As lines all articles come at once, unless a limit is given. */
const whole = documented.extend({
  ...choosing,
  limit: paging.limit
    .unwrap()
    .optional()
    .meta({ description: 'How many lines come at most; all where it is not given.', examples: [10] }),
})

const offered: Offered[] = [forms.json, ...tables.map(({ form }) => form)].map((form) => ({ form, query }))

/** `/v1/articles`: all articles. Its tag and cursors hold until an article changes. */
export async function articles(app: FastifyInstance): Promise<void> {
  for (const { form } of offered) {
    const operationId = namedFor('listArticles', form)
    const table = tables.find((each) => each.form === form)
    const about = {
      operationId,
      tag: 'articles',
      summary: 'All articles',
      description: `The articles of the archive, a page at a time.${table?.says ?? ''}`,
    }
    const shown = form === forms.ndjson ? whole : table ? documented.extend(choosing) : documented
    const schema = operation(about, { query: shown }, form, table?.schema ?? ArticleList)
    const available = availableOn(
      form,
      tables.map((each) => each.form),
    )
    const suffix = suffixOf(form)
    app.get(`/v1/articles${suffix}`, { schema }, async (request, reply) => {
      const ask = asked(request, { operationId, query, available, suffix, faults: fieldFaults(known) })
      const generation = await app.store.generation()
      const links = [...alternates(ask, offered), firstLink(ask, query), ...discovery]
      const { sort, limit, cursor, fields } = ask.query
      const isWhole = ask.form === forms.ndjson && cursor === undefined && !('limit' in (request.query as object))
      const terms = { parts: [generation, isWhole ? 'whole' : 'page'], cacheControl: live, links }
      if (isWhole)
        return answer(request, reply, ask, terms, () => ({
          stream: Readable.from(lines(app.store, sort, wantedPaths(fields))),
        }))
      return answer(request, reply, ask, terms, async () => {
        const state = { query: listedBy(ask, query), state: generation }
        const after = cursor === undefined ? null : After.safeParse(readCursor(cursor, state))
        if (after && !after.success) throw invalidCursor()
        const found = await app.store.list({ sort, after: after?.data ?? null, limit })
        const next = found.next && writeCursor(state, found.next)
        const page = { items: found.articles.map(presentSummary), total: found.total, next, self: selfOf(ask) }
        return {
          body: written(ask.form, page, wantedPaths(fields), columns),
          links: next === null ? [] : [{ href: nextAddress(ask, query, next), rel: 'next' }],
        }
      })
    })
  }
}

/** Every article as a line, read while they are sent. */
async function* lines(
  store: Store,
  sort: z.infer<typeof ArticleOrder>,
  fields: string[] | null,
): AsyncGenerator<string> {
  let after: z.infer<typeof After> | null = null
  do {
    const found: Awaited<ReturnType<Store['list']>> = await store.list({ sort, after, limit: 200 })
    const items = found.articles.map(presentSummary)
    yield ndjson(fields ? items.map((item) => pick(item, fields)) : items)
    after = found.next
  } while (after)
}

const After = z.object({ value: z.string(), id: z.string() })

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
