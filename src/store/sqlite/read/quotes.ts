import type { QuoteRecord } from '#/schemas/record.ts'
import { placesOf } from '../../../text/search.ts'
import type { Found, Query, QuoteHit, Sorts } from '../../store.ts'
import { type Order, pageOf, type Rows, totalOf } from './pages.ts'
import { judged } from './relevance.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

type Row = { place: number }

/** The quotes of the newest versions that a filter selects. */
export function listQuotes(
  ask: Ask,
  { filter, sort, after, limit }: Query<'quotes'>,
  isCounted: boolean,
): Found<QuoteHit> {
  const selection = selected('quotes', filter, sort === '-words')
  const page = { after, limit }
  const isJudged = sort === 'relevance' && selection.from.startsWith('quote_words')
  const { rows, more }: Rows<Row> = isJudged
    ? judged(ask, 'quote', selection, page)
    : pageOf(ask, selection, `${selection.place} as place`, orderOf(sort, selection), page)
  return {
    items: rows.map(({ place }) => hitOf(ask, place, filter.terms ?? [])),
    total: !isCounted
      ? null
      : after === null && !more
        ? rows.length
        : selection.isAll
          ? allOf(ask)
          : totalOf(ask, selection),
    next: more ? rows.at(-1)!.key : null,
  }
}

const orderOf = (sort: Sorts['quotes'], { place }: Selection): Order => ({
  keys: sort === '-words' ? ['own.words', place] : [place],
  falls: true,
})

const allOf = (ask: Ask): number => ask<{ quotes: number }>('select quotes from archive')[0]!.quotes

const selectHit = `
  select item, summary from quote join wording using (place) join article on article.place = quote.article
  where quote.place = :place`

function hitOf(ask: Ask, place: number, terms: readonly (readonly string[])[]): QuoteHit {
  const [row] = ask<{ item: string; summary: string }>(selectHit, { place })
  const quote = JSON.parse(row!.item) as QuoteHit['quote'] & QuoteRecord
  const { start } = quote.range
  const article = JSON.parse(row!.summary) as QuoteHit['article']
  const places = terms.length === 0 ? [] : placesOf(terms, quote.text)
  return { article, quote, highlights: places.map((span) => ({ start: start + span.start, end: start + span.end })) }
}
