import type { z } from 'zod'
import type { Page } from '#/schemas/page.ts'
import { csv } from '#/src/present/csv.ts'
import { ndjson } from '#/src/present/ndjson.ts'
import type { Asked } from './answer.ts'
import { at, pick } from './fields.ts'
import { type Link, linkHeader } from './link-header.ts'
import { canonical } from './query.ts'
import type { Format } from './representations.ts'

/** The representations of a list, each with its own path: `…/quotes`, `…/quotes.csv`, `…/quotes.ndjson`. */
export const forms = [
  { suffix: '', form: 'json', named: (operation: string) => operation, says: '' },
  { suffix: '.csv', form: 'csv', named: (operation: string) => `${operation}Csv`, says: ' As CSV.' },
  {
    suffix: '.ndjson',
    form: 'ndjson',
    named: (operation: string) => `${operation}Ndjson`,
    says: ' As one JSON object a line.',
  },
] as const satisfies readonly { suffix: string; form: Format; named: (operation: string) => string; says: string }[]

export const available = (form: Format): readonly [Format, ...Format[]] =>
  form === 'json' ? ['json', 'csv', 'ndjson'] : [form]

const types = { '': 'application/json', '.csv': 'text/csv', '.ndjson': 'application/x-ndjson' }

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

export const selfOf = ({ path, canonical: query }: Asked<unknown>): string => withQuery(path, query)

const plainPath = (path: string): string => path.replace(/\.(?:csv|ndjson)$/u, '')

/** The same list in its other representations, and its first page. */
export function listLinks({ path, canonical: query }: Asked<unknown>): Link[] {
  const plain = plainPath(path)
  const suffix = path.slice(plain.length)
  const others = Object.entries(types).filter(([other]) => other !== suffix)
  const first = new URLSearchParams(query)
  first.delete('cursor')
  return [
    ...others.map(([other, type]) => ({ href: withQuery(plain + other, query), rel: 'alternate', type })),
    { href: withQuery(path, first.toString()), rel: 'first' },
  ]
}

/** The link to the page after a cursor, for the header. */
export const nextLink = ({ path, query }: Asked<unknown>, schema: z.ZodObject, cursor: string): string =>
  linkHeader([{ href: withQuery(path, canonical(schema, { ...(query as object), cursor })), rel: 'next' }])

/** What a cursor of a list is bound to: the list and what selects and orders it, not how much of it is shown, or how. */
export const listedBy = ({ path, query }: Asked<unknown>, schema: z.ZodObject): string =>
  withQuery(
    plainPath(path),
    canonical(schema, query as object as Record<string, unknown>, ['limit', 'cursor', 'format', 'fields']),
  )

/** A page in a representation; `paths` are the fields asked for, `columns` those of CSV where none are. */
export function written(
  format: Format,
  page: Page<unknown>,
  paths: readonly string[] | null,
  columns: readonly string[],
): string {
  if (format === 'csv') {
    const header = paths ?? columns
    return csv(
      header,
      page.items.map((item) => header.map((path) => at(item, path))),
    )
  }
  const items = paths ? page.items.map((item) => pick(item, paths)) : page.items
  return format === 'ndjson' ? ndjson(items) : JSON.stringify({ ...page, items })
}
