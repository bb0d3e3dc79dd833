import type { Found, Query } from '../../store.ts'
import { type Order, pageOf, type Rows, totalOf } from './pages.ts'
import { judged } from './relevance.ts'
import type { Selection } from './selection.ts'
import type { Ask } from './statements.ts'

/** A page of the quotes or articles that are selected, how many there are in all, and where the next page begins. */
export function foundIn<Hit>(
  ask: Ask,
  table: 'quote' | 'article',
  selection: Selection,
  { sort, after, limit }: Pick<Query<'quotes' | 'articles'>, 'sort' | 'after' | 'limit'>,
  order: Order,
  isCounted: boolean,
  hitOf: (place: number) => Hit,
): Found<Hit> {
  const page = { after, limit }
  const isJudged = sort === 'relevance' && selection.from.startsWith(`${table}_words`)
  const { rows, more }: Rows<{ place: number }> = isJudged
    ? judged(ask, table, selection, page)
    : pageOf(ask, selection, `${selection.place} as place`, order, page)
  return {
    items: rows.map(({ place }) => hitOf(place)),
    total: !isCounted
      ? null
      : after === null && !more
        ? rows.length
        : selection.isAll
          ? allOf(ask, table)
          : totalOf(ask, selection),
    next: more ? rows.at(-1)!.key : null,
  }
}

const allOf = (ask: Ask, table: 'quote' | 'article'): number =>
  ask<{ total: number }>(`select ${table}s as total from archive`)[0]!.total
