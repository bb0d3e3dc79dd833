import type { FacetCount, FacetField, Filter } from '../../store.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

/** The values of what a filter selects. */
export function facets(
  ask: Ask,
  kind: 'articles' | 'quotes',
  filter: Filter,
  fields: readonly FacetField[],
  limit: number,
): Partial<Record<FacetField, FacetCount[]>> {
  const selection = selected(kind, filter, true)
  const sqlOf = kind === 'articles' ? ofArticles : ofQuotes
  return Object.fromEntries(
    fields.map((field) => {
      const sql = `${sqlOf(field, selection)} order by count desc, value limit :limit`
      const rows = ask<{ value: string | number; label: string | number; count: number }>(sql, {
        ...selection.params,
        limit,
      })
      return [field, rows.map(({ value, label, count }) => ({ value: `${value}`, label: `${label}`, count }))]
    }),
  )
}

const columns = { publisher: 'publisher', year: 'year', language: 'language' }

function ofArticles(field: FacetField, { from, where }: Selection): string {
  if (field !== 'kind' && field !== 'speaker')
    return counted(columns[field], `(select own.${columns[field]} from ${from} where ${where})`)
  const quotes = 'quote on quote.place between own.place and own.place + own.quotes - 1'
  const distinct = `select distinct own.place, quote.${field} from ${from} join ${quotes} where ${where}`
  return field === 'kind' ? counted('kind', `(${distinct})`) : speakers(distinct)
}

function ofQuotes(field: FacetField, { from, where, isAll }: Selection): string {
  if (isAll && field !== 'kind') return ofAllQuotes(field)
  if (field === 'kind') return counted('kind', `(select own.kind from ${from} where ${where})`)
  if (field === 'speaker') return speakers(`select own.speaker from ${from} where ${where}`)
  // Quotes of one article stand together: first they are counted, then their article is looked up.
  return `
    select ${columns[field]} as value, ${columns[field]} as label, sum(own) as count
    from (select own.article as place, count(*) as own from ${from} where ${where} group by own.article)
    join article using (place) where ${columns[field]} is not null group by ${columns[field]}`
}

/** Of the whole archive the sums are kept, by article and by speaker. */
const ofAllQuotes = (field: Exclude<FacetField, 'kind'>): string =>
  field === 'speaker'
    ? 'select key as value, name as label, said as count from entity where said > 0'
    : `select ${columns[field]} as value, ${columns[field]} as label, sum(quotes) as count
       from article where ${columns[field]} is not null and quotes > 0 group by ${columns[field]}`

const counted = (column: string, rows: string): string =>
  `select ${column} as value, ${column} as label, count(*) as count from ${rows} where ${column} is not null group by ${column}`

const speakers = (rows: string): string => `
  select key as value, name as label, count from (select speaker, count(*) as count from (${rows})
  where speaker is not null group by speaker) join entity on number = speaker`
