import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { invalidCursor } from '#/src/errors.ts'
import { asked, notModified, send } from './answer.ts'
import { type ListState, readCursor, writeCursor } from './cursor.ts'
import { fieldFaults, fieldPaths, wantedPaths } from './fields.ts'
import { findRecord } from './find.ts'
import { inUnit } from './offsets.ts'
import { operation } from './operation.ts'
import { available, forms, listedBy, listLinks, nextLink, selfOf, written } from './page.ts'
import { paging, shaping } from './parameters.ts'
import { opened, type Reading, type Resource, readingOf, type Shaped } from './resource.ts'
import type { Scope } from './scope.ts'

export type List<Shape extends z.ZodRawShape> = Omit<Resource<Shape>, 'read'> & {
  item: z.ZodObject
  /** The columns of CSV where no fields are asked for. */
  columns: readonly string[]
  /** All items that the query selects, in order, and members that stand beside them. */
  read: (reading: Reading<z.output<z.ZodObject<Shape>>>) => {
    items: readonly unknown[]
    beside?: Record<string, unknown>
  }
}

/** Serves a list of an article: as pages of JSON, and under `.csv` and `.ndjson`. */
export function serveList<Shape extends z.ZodRawShape>(app: FastifyInstance, scope: Scope, list: List<Shape>): void {
  const known = fieldPaths(list.item)
  const documented = list.query.extend(paging)
  const query = documented.extend(shaping)
  for (const { suffix, form, named, says } of forms) {
    const operationId = named(scope.named(list.operationId))
    const about = { ...list, operationId, description: list.description + says }
    const params = { ...scope.params, ...list.params }
    const schema = operation(about, { params, query: form === 'json' ? documented : query }, form, list.answer)
    app.get(list.path + suffix, { schema }, async (request, reply) => {
      const ask = asked(request, operationId, query, available(form), fieldFaults(known))
      const { head, done } = await opened(request, reply, scope, ask, listLinks(ask))
      if (done) return notModified(reply)
      const record = await findRecord(app.store, head)
      const { limit, cursor, fields, offsets } = ask.query as Shaped & { limit: number; cursor?: string }
      const { items, beside } = list.read(readingOf(request, record, ask))
      const state = { query: listedBy(ask, query), state: `${head.version} ${head.extractor}` }
      const from = placeOf(cursor, state)
      const end = from + limit
      const next = end < items.length ? writeCursor(state, end) : null
      if (next !== null) reply.header('link', `${String(reply.getHeader('link'))}, ${nextLink(ask, query, next)}`)
      const shown = inUnit(items.slice(from, end), offsets ?? 'utf16', record.text)
      const page = { items: shown, total: items.length, next, self: selfOf(ask), ...beside }
      return send(request, reply, ask.format, written(ask.format, page, wantedPaths(fields), list.columns))
    })
  }
}

/** Where a page begins; the list of one version never changes, so its places can be counted. */
function placeOf(cursor: string | undefined, state: ListState): number {
  const place = cursor === undefined ? 0 : readCursor(cursor, state)
  if (typeof place !== 'number' || !Number.isInteger(place) || place < 0) throw invalidCursor()
  return place
}
