import { nameKey, type Term } from '../../../text/search.ts'
import { type FactField, fact } from '../../facts.ts'
import { meantBy } from '../../identity.ts'
import { placesBetween } from '../../place.ts'
import type { Filter } from '../../store.ts'
import { inTime } from './deadline.ts'
import type { Params } from './statements.ts'

/** Rows as SQL with its parameters; `place` is the expression for where a row stands. */
export type Selection = {
  from: string
  where: string
  place: string
  params: Params
  /** Whether nothing is left out. */
  isAll: boolean
}

const searched = { articles: '{title body}', quotes: '{said speaker}' }
const tables = { articles: 'article', quotes: 'quote' }

/**
 * The articles or quotes that a filter selects. Words and facts are found in one pass over the index, in the order of
 * places, so the first page costs the same however many there are. `own` are the columns of the row itself, joined where
 * they are asked for.
 */
export function selected(kind: 'articles' | 'quotes', filter: Filter, withOwn: boolean): Selection {
  const table = tables[kind]
  const match = [...matching(searched[kind], filter.terms ?? []), ...factsIn(filter)].join(' AND ')
  const between = placesBetween(filter)
  const sure = kind === 'quotes' ? filter.minConfidence : undefined
  const place = match === '' ? 'own.place' : 'found.rowid'
  const join = withOwn || sure ? ` cross join ${table} own on own.place = found.rowid` : ''
  const where = [
    ...(match === '' ? [] : [`${table}_words match :match`]),
    ...(between ? [`${place} >= :first and ${place} < :end`] : []),
    ...(sure ? ['own.confidence >= :sure'] : []),
    inTime(place),
  ]
  return {
    from: match === '' ? `${table} own` : `${table}_words found${join}`,
    where: where.join(' and '),
    place,
    params: {
      ...(match !== '' && { match }),
      ...(between && { first: BigInt(between.first), end: BigInt(between.end) }),
      ...(sure && { sure }),
    },
    isAll: where.length === 1,
  }
}

/** Terms in the query language of FTS5. They are our own folded words, in marks: nothing in them is syntax. */
export const matching = (columns: string, terms: readonly Term[]): string[] =>
  terms.map((term) => `${columns} : "${term.join(' ')}"`)

function factsIn({ speaker, entity, kind, attributed, publisher, language }: Filter): string[] {
  const asked: [FactField, readonly string[] | undefined][] = [
    ['speaker', speaker?.flatMap(meantBy)],
    ['entity', entity?.flatMap(meantBy)],
    ['kind', kind],
    ['attributed', attributed === undefined ? undefined : [String(attributed)]],
    ['publisher', publisher?.map(nameKey)],
    ['language', language?.map((tag) => tag.toLowerCase())],
  ]
  return asked.flatMap(([field, values]) =>
    values ? [`facts : (${values.map((value) => fact(field, value)).join(' OR ')})`] : [],
  )
}
