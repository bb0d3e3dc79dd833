import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { invalidCursor } from '#/src/errors.ts'
import { inUnit } from '#/src/text/units.ts'
import { answer, asked } from '../answer/answer.ts'
import { firstLink, listedBy, nextAddress, selfOf, tables, written } from '../answer/page.ts'
import { type ListState, readCursor, writeCursor } from '../ask/cursor.ts'
import { fieldFaults, fieldPaths, wantedPaths } from '../ask/fields.ts'
import { choosing, Format, paging, shaping } from '../ask/parameters.ts'
import { forms } from '../ask/representations.ts'
import { findHead, findRecord, rightsOf, type Where } from './find.ts'
import { type Also, alternates, availableOn, namedFor, type Offered, suffixOf, type WriteList } from './forms.ts'
import { operation } from './operation.ts'
import { type Reading, readingOf } from './reading.ts'
import type { Resource, Shaped } from './resource.ts'
import { type Scope, termsOf } from './scope.ts'

/** A list of which every item has the form `Item`. */
export type List<Shape extends z.ZodRawShape, Item> = Omit<Resource<Shape>, 'read' | 'also'> & {
  item: z.ZodObject
  /** The columns of CSV where no fields are asked for. */
  columns: readonly string[]
  /** All items that the query selects, in order, and members that stand beside them. */
  read: (reading: Reading<z.output<z.ZodObject<Shape>>>) => {
    items: readonly Item[]
    beside?: Record<string, unknown>
  }
  /** Other representations, with the parameters that mean something there. */
  also?: readonly (Also<WriteList<Item>> & { query: z.ZodObject })[]
}

/** Serves a list of an article: as pages of JSON, as tables, and as whatever else it is. */
export function serveList<Shape extends z.ZodRawShape, Item>(
  app: FastifyInstance,
  scope: Scope,
  list: List<Shape, Item>,
): void {
  const { path, also = [] } = list
  const faults = fieldFaults(fieldPaths(list.item))
  const params = { ...scope.params, ...list.params }
  const plain = list.query.extend(paging)
  const query = plain.extend(shaping)
  const offered: Offered[] = [
    ...[forms.json, ...tables.map(({ form }) => form)].map((form) => ({ form, query })),
    ...also.map(({ form, query: own }) => ({ form, query: own.extend({ ...paging, format: Format.optional() }) })),
  ]
  for (const { form, query: understood } of offered) {
    const operationId = namedFor(scope.named(list.operationId), form)
    const other = [...tables, ...also].find((each) => each.form === form)
    const own = also.find((each) => each.form === form)
    const about = { ...list, operationId, description: list.description + (other?.says ?? '') }
    const documented = own ? own.query.extend(paging) : form === forms.json ? plain : plain.extend(choosing)
    const schema = operation(about, { params, query: documented }, form, other?.schema ?? list.answer)
    const available = availableOn(
      form,
      offered.slice(1).map((each) => each.form),
    )
    const suffix = suffixOf(form)
    app.get(path + suffix, { schema }, async (request, reply) => {
      const ask = asked(request, { operationId, query: understood, available, suffix, faults })
      const head = await findHead(app.store, request.params as Where)
      const links = [...alternates(ask, offered), firstLink(ask, understood)]
      return answer(request, reply, ask, termsOf(scope, request.params as Where, head, ask, links), async () => {
        const record = await findRecord(app.store, head)
        const reading = readingOf<z.output<z.ZodObject<Shape>>>(request, record, ask)
        const { items, beside } = list.read(reading)
        const { limit, cursor, fields, offsets = 'utf16' } = ask.query as Shaped & { limit: number; cursor?: string }
        const state = { query: listedBy(ask, query), state: `${head.version} ${head.extractor}` }
        const from = placeOf(cursor, state)
        const end = from + limit
        const next = end < items.length ? writeCursor(state, end) : null
        const address = next === null ? null : nextAddress(ask, understood, next)
        const page = { items: items.slice(from, end), total: items.length, next, self: selfOf(ask), ...beside }
        const write = also.find((each) => each.form === ask.form)?.write
        const shown = write ? page : { ...page, items: inUnit(page.items, offsets, record.text) }
        const body = write ? write(page, reading, address) : written(ask.form, shown, wantedPaths(fields), list.columns)
        return { body, links: [...rightsOf(record), ...(address === null ? [] : [{ href: address, rel: 'next' }])] }
      })
    })
  }
}

/** Where a page begins; the list of one version never changes, so its places can be counted. */
function placeOf(cursor: string | undefined, state: ListState): number {
  const place = cursor === undefined ? 0 : readCursor(cursor, state)
  if (typeof place !== 'number' || !Number.isInteger(place) || place < 0) throw invalidCursor()
  return place
}
