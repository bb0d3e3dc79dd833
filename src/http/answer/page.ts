import type { z } from 'zod'
import type { Page } from '#/schemas/page.ts'
import { Csv, Ndjson } from '#/schemas/representation.ts'
import { csv, csvLines } from '#/src/present/csv.ts'
import { ndjson } from '#/src/present/ndjson.ts'
import { at, pick } from '../ask/fields.ts'
import { canonical } from '../ask/query.ts'
import { type Form, forms } from '../ask/representations.ts'
import type { Asked } from './answer.ts'
import type { Link } from './link-header.ts'

/** What every list is beside JSON. */
export const tables = [
  { form: forms.csv, says: ' As CSV.', schema: Csv },
  { form: forms.ndjson, says: ' As one JSON object a line.', schema: Ndjson },
] as const

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

export const selfOf = ({ path, canonical: query }: Asked<unknown>): string => withQuery(path, query)

export const firstLink = ({ path, query }: Asked<unknown>, schema: z.ZodObject): Link => ({
  href: withQuery(path, canonical(schema, query as Record<string, unknown>, ['cursor'])),
  rel: 'first',
})

/** The address of the page after a cursor. */
export const nextAddress = ({ path, query }: Asked<unknown>, schema: z.ZodObject, cursor: string): string =>
  withQuery(path, canonical(schema, { ...(query as object), cursor }))

/** What a cursor of a list is bound to: the list and what selects and orders it, not how much of it is shown, or how. */
export const listedBy = ({ plain, query }: Asked<unknown>, schema: z.ZodObject): string =>
  withQuery(plain, canonical(schema, query as Record<string, unknown>, ['limit', 'cursor', 'format', 'fields']))

/** A page in a representation; `paths` are the fields asked for, `columns` those of CSV where none are. */
export function written(
  { format }: Form,
  page: Page<unknown>,
  paths: readonly string[] | null,
  columns: readonly string[],
): string {
  if (format === 'csv') return csv(paths ?? columns, cellsOf(page.items, paths ?? columns))
  const items = picked(page.items, paths)
  return format === 'ndjson' ? ndjson(items) : JSON.stringify({ ...page, items })
}

/** A whole list in a table's representation, as one piece of text after another. */
export async function* writtenInPieces(
  { format }: Form,
  batches: AsyncIterable<readonly unknown[]>,
  paths: readonly string[] | null,
  columns: readonly string[],
): AsyncGenerator<string> {
  // The header waits for the first rows: when there are none to be had, there is still a status to say so.
  let header = format === 'csv' ? csv(paths ?? columns, []) : ''
  for await (const items of batches) {
    yield header + (format === 'csv' ? csvLines(cellsOf(items, paths ?? columns)) : ndjson(picked(items, paths)))
    header = ''
  }
  if (header !== '') yield header
}

const cellsOf = (items: readonly unknown[], columns: readonly string[]): unknown[][] =>
  items.map((item) => columns.map((path) => at(item, path)))

const picked = (items: readonly unknown[], paths: readonly string[] | null): readonly unknown[] =>
  paths ? items.map((item) => pick(item, paths)) : items
