import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Quote, QuoteKind, QuoteList } from '#/schemas/quote.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { Annotation, AnnotationPage, CslItem, Html, Text } from '#/schemas/representation.ts'
import { quoteNotFound } from '#/src/errors.ts'
import type { Store } from '#/src/http/answer/services.ts'
import { nearest } from '#/src/http/ask/nearest.ts'
import { offsets, who, words } from '#/src/http/ask/parameters.ts'
import { include, partsOf } from '#/src/http/ask/parts.ts'
import { forms } from '#/src/http/ask/representations.ts'
import { entitiesNamed, holds, isNamedIn, searched } from '#/src/http/ask/select.ts'
import { serveList } from '#/src/http/resource/list.ts'
import { serveResource } from '#/src/http/resource/resource.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentAnnotation, presentAnnotations } from '#/src/present/annotation.ts'
import { presentCsl } from '#/src/present/csl.ts'
import { quotePage } from '#/src/present/html/quote.ts'
import { versionPath } from '#/src/present/paths.ts'
import { presentPlain } from '#/src/present/plain.ts'
import { placeIn, presentQuote, type QuotePart } from '#/src/present/quote.ts'

const QuoteOrder = z.enum(['position', '-words', 'speaker']).meta({
  id: 'QuoteOrder',
  description: 'As in the article, the longest first, or by the name of the speaker.',
  examples: ['position'],
})

/** What selects quotes, of an article and of all. */
export const filters = {
  q: words('quotes and the names of their speakers'),
  speaker: who('Only what these say'),
  entity: who('Only quotes that mention these'),
  kind: z
    .array(QuoteKind)
    .optional()
    .meta({ description: 'Only quotes of these kinds.', examples: [['direct']] }),
  attributed: z
    .boolean()
    .optional()
    .meta({ description: 'Only quotes that have a speaker, or only those that have none.', examples: [true] }),
  minConfidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: 'Only quotes whose speaker is at least this sure.', examples: [0.8] }),
}

const sort = QuoteOrder.default('position').meta({ description: 'The order of the quotes.', examples: ['position'] })

/** What selects and orders quotes, in every representation. */
const selection = z.strictObject({ ...filters, sort })

export const columns = [
  'id',
  'ordinal',
  'kind',
  'speaker.entityId',
  'speaker.name',
  'cue.text',
  'words.total',
  'paragraph',
  'range.start',
  'range.end',
  'text',
]

/** `…/quotes` and `…/quotes/{quoteId}`: who said what. */
export async function quotes(app: FastifyInstance, scope: Scope): Promise<void> {
  serveList(app, scope, {
    operationId: 'listQuotes',
    tag: 'quotes',
    summary: 'The quotes',
    description: 'What is said in the article and by whom, with the places that show it.',
    path: '/quotes',
    query: selection.extend({ include, offsets }),
    item: Quote,
    answer: QuoteList,
    columns,
    read: ({ record, query, base }) => {
      const speakers = query.speaker && entitiesNamed(record, query.speaker)
      const ids = query.entity && entitiesNamed(record, query.entity)
      const mentioned = ids && record.entities.filter(({ id }) => ids.has(id))
      const found = query.q === undefined ? () => true : holds(query.q)
      const selected = record.quotes.filter(
        (quote) =>
          (!query.kind || query.kind.includes(quote.kind)) &&
          (query.attributed === undefined || query.attributed === (quote.speaker !== null)) &&
          (!query.minConfidence || (quote.attribution.confidence ?? 0) >= query.minConfidence) &&
          (!speakers || speakers.has(quote.speaker?.entityId ?? '')) &&
          (!mentioned || mentioned.some((entity) => isNamedIn(entity, quote))) &&
          found(searched(quote)),
      )
      const parts = partsOf(query as { include?: QuotePart[]; fields?: string })
      return {
        items: selected.toSorted(orders[query.sort]).map((quote) => presentQuote(placeIn(record, base), quote, parts)),
      }
    },
    also: [
      {
        form: forms.annotation,
        says: ' As Web Annotations.',
        schema: AnnotationPage,
        query: selection,
        write: (page, { record, origin }, next) => JSON.stringify(presentAnnotations(record, page, origin, next)),
      },
      {
        form: forms.text,
        says: ' As plain text.',
        schema: Text,
        query: selection,
        write: ({ items }, { record, origin }) => items.map((quote) => presentPlain(record, quote, origin)).join('\n'),
      },
    ],
  })

  const found = async (record: ArticleRecord, { quoteId = '' }: Record<string, string>): Promise<QuoteRecord> =>
    record.quotes.find(({ id }) => id === quoteId) ?? (await gone(app.store, record, quoteId))

  serveResource(app, scope, {
    operationId: 'getQuote',
    tag: 'quotes',
    summary: 'One quote',
    description: 'One quote, by the id that its words give it: the same words have the same id in every version.',
    path: '/quotes/:quoteId',
    params: { quoteId: z.string().meta({ description: 'The id of the quote.', examples: ['6147c18f'] }) },
    query: z.strictObject({ include, offsets }),
    answer: Quote,
    read: async ({ record, query, params, base }) =>
      presentQuote(
        placeIn(record, base),
        await found(record, params),
        partsOf(query as { include?: QuotePart[]; fields?: string }),
      ),
    also: [
      {
        form: forms.annotation,
        says: ' As a Web Annotation.',
        schema: Annotation,
        write: async ({ record, params, origin }) =>
          JSON.stringify(presentAnnotation(record, await found(record, params), origin)),
      },
      {
        form: forms.html,
        says: ' As a page: in its paragraph, with what shows the speaker.',
        schema: Html,
        write: async ({ record, params }) => quotePage(record, await found(record, params)),
      },
      {
        form: forms.text,
        says: ' As plain text.',
        schema: Text,
        write: async ({ record, params, origin }) => presentPlain(record, await found(record, params), origin),
      },
      {
        form: forms.csl,
        says: ' As a citation in CSL-JSON.',
        schema: CslItem,
        write: async ({ record, params, origin }) =>
          JSON.stringify(presentCsl(record, await found(record, params), origin)),
      },
    ],
  })
}

/** @throws quote-not-found with the nearest ids, and where an older version had it */
async function gone(store: Store, { article, quotes }: ArticleRecord, id: string): Promise<never> {
  const suggestions = nearest(
    id,
    quotes.map((quote) => quote.id),
  )
  const version = await store.lastSeen(article.id, id)
  const lastSeen = version && `${versionPath(article.id, version)}/quotes/${id}`
  throw quoteNotFound(id, { suggestions, ...(lastSeen !== null && { lastSeen }) })
}

const orders: Record<z.infer<typeof QuoteOrder>, (a: QuoteRecord, b: QuoteRecord) => number> = {
  position: () => 0,
  '-words': (a, b) => b.words.total - a.words.total,
  speaker: (a, b) => compare(a.speaker?.name ?? '\uffff', b.speaker?.name ?? '\uffff'),
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
