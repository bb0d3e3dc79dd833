import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FacetField, type facetFields } from '#/schemas/facets.ts'
import type { Fault } from '#/schemas/problem.ts'
import { invalidCursor } from '#/src/errors.ts'
import type { Filter, Hits, Key, Kind, Selected, Store } from '#/src/store/store.ts'
import { answer, asked } from '../answer/answer.ts'
import { discovery } from '../answer/discovery.ts'
import { ofOneState } from '../answer/one-state.ts'
import { firstLink, listedBy, nextAddress, selfOf, tables, written, writtenInPieces } from '../answer/page.ts'
import { takenInTime } from '../answer/slow-readers.ts'
import { readCursor, writeCursor } from '../ask/cursor.ts'
import { fieldFaults, fieldPaths, wantedPaths } from '../ask/fields.ts'
import { choosing, paging, shaping } from '../ask/parameters.ts'
import { forms } from '../ask/representations.ts'
import { alternates, availableOn, namedFor, type Offered, suffixOf } from './forms.ts'
import { type Description, operation } from './operation.ts'
import { live } from './scope.ts'

/** A list over all articles: of which kind its items are, what selects and sorts them, and how they are shown. */
export type ArchiveList<Shape extends z.ZodRawShape, K extends Kind> = Description & {
  path: string
  kind: K
  query: z.ZodObject<Shape>
  item: z.ZodObject
  answer: z.ZodType
  /** The columns of CSV where no fields are asked for. */
  columns: readonly string[]
  select: (query: z.output<z.ZodObject<Shape>>) => Selected<K>
  present: (hit: Hits[K], query: z.output<z.ZodObject<Shape>>) => unknown
}

/** The parameter that counts values beside the items, of the fields that the kind has. */
export const facets = z
  .array(FacetField)
  .optional()
  .meta({ description: 'Count the values of these fields in all that is selected.', examples: [['speaker']] })

const facetValues = 20

/** A whole archive takes as long as its reader does: a day, in milliseconds. Pages have the deadline of the store. */
const longestExport = 86_400_000

type Common = { limit: number; cursor?: string; fields?: string; facets?: (typeof facetFields)[number][] }

const Place = z.array(z.union([z.string(), z.number()])).max(4)

/** As a table all items come at once, unless a limit is given. */
const wholeLimit = paging.limit
  .unwrap()
  .optional()
  .meta({ description: 'How many lines come at most; all where it is not given.', examples: [10] })

/**
 * Serves a list over all articles: as pages of JSON, and whole as CSV or lines of JSON, read while they are sent. Its tag
 * and cursors hold until an article changes.
 */
export function serveArchive<Shape extends z.ZodRawShape, K extends Kind>(
  app: FastifyInstance,
  list: ArchiveList<Shape, K>,
): void {
  const query = list.query.extend({ ...paging, ...shaping })
  const known = fieldFaults(fieldPaths(list.item))
  const faults = (asked: Readonly<Record<string, unknown>>): Fault[] => [...known(asked), ...wantsWords(asked)]
  const offered: Offered[] = [forms.json, ...tables.map(({ form }) => form)].map((form) => ({ form, query }))
  for (const { form } of offered) {
    const operationId = namedFor(list.operationId, form)
    const table = tables.find((each) => each.form === form)
    const about = { ...list, operationId, description: list.description + (table?.says ?? '') }
    const shown = list.query.extend(table ? { ...paging, limit: wholeLimit, ...choosing } : paging)
    const { facets: _, ...rows } = shown.shape
    const schema = operation(about, { query: table ? z.strictObject(rows) : shown }, form, table?.schema ?? list.answer)
    const others = tables.map((each) => each.form)
    const suffix = suffixOf(form)
    app.get(list.path + suffix, { schema, handlerTimeout: longestExport }, async (request, reply) => {
      const ask = asked(request, { operationId, query, available: availableOn(form, others), suffix, faults })
      const given = ask.query as Common
      const selection = list.select(ask.query as z.output<z.ZodObject<Shape>>)
      const links = [...alternates(ask, offered), firstLink(ask, query), ...discovery]
      const paths = wantedPaths(given.fields)
      const present = (hit: Hits[K]) => list.present(hit, ask.query as z.output<z.ZodObject<Shape>>)
      const isWhole = ask.form !== forms.json && given.cursor === undefined && !('limit' in (request.query as object))
      if (isWhole) {
        const terms = { parts: [await app.store.generation(), 'whole'], cacheControl: live, links }
        return answer(request, reply, ask, terms, () => {
          if (request.method === 'HEAD') return { stream: Readable.from([]) }
          const batches = presented(app.store.stream(list.kind, selection), present)
          const pieces = writtenInPieces(ask.form, batches, paths, list.columns)
          return {
            stream: Readable.from(
              takenInTime(pieces, () => reply.raw.destroy()),
              { highWaterMark: 2 },
            ),
          }
        })
      }
      return ofOneState(app.store, (generation, isOfOne) => {
        const terms = { parts: [generation, 'page'], cacheControl: live, links }
        return answer(request, reply, ask, terms, async () => {
          const state = { query: listedBy(ask, query), state: generation }
          const page = { ...selection, after: keyOf(given.cursor, state), limit: given.limit }
          const [found, counted] = await Promise.all([
            app.store.list(list.kind, page),
            countedOf(app.store, list.kind, selection.filter, given),
          ])
          if (!(await isOfOne())) return null
          const next = found.next && writeCursor(state, found.next)
          const items = found.items.map(present)
          const shownPage = { items, total: found.total, next, self: selfOf(ask), ...counted }
          return {
            body: written(ask.form, shownPage, paths, list.columns),
            links: next === null ? [] : [{ href: nextAddress(ask, query, next), rel: 'next' }],
          }
        })
      })
    })
  }
}

/** To say how well something fits, there must be something that it should fit. */
const wantsWords = ({ sort, q }: { readonly sort?: unknown; readonly q?: unknown }): Fault[] =>
  sort === 'relevance' && q === undefined ? [{ parameter: 'sort', detail: 'relevance needs q' }] : []

function keyOf(cursor: string | undefined, state: Parameters<typeof readCursor>[1]): Key | null {
  if (cursor === undefined) return null
  const key = Place.safeParse(readCursor(cursor, state))
  if (!key.success) throw invalidCursor()
  return key.data
}

async function countedOf(store: Store, kind: Kind, filter: Filter, { facets: fields }: Common) {
  if (!fields || (kind !== 'articles' && kind !== 'quotes')) return {}
  return { facets: await store.facets(kind, filter, fields, facetValues) }
}

async function* presented<Hit>(
  batches: AsyncIterable<Hit[]>,
  present: (hit: Hit) => unknown,
): AsyncGenerator<unknown[]> {
  for await (const hits of batches) yield hits.map(present)
}
