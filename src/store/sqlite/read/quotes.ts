import type { QuoteRecord } from '#/schemas/record.ts'
import { placesOf } from '../../../text/search.ts'
import type { Found, Query, QuoteHit, Sorts } from '../../store.ts'
import { foundIn } from './found.ts'
import type { Order } from './pages.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

/** The quotes of the newest versions that a filter selects. */
export function listQuotes(ask: Ask, query: Query<'quotes'>, isCounted: boolean): Found<QuoteHit> {
  const { filter, sort } = query
  const selection = selected('quotes', filter, sort === '-words')
  const order = orderOf(sort, selection)
  return foundIn(ask, 'quote', selection, query, order, isCounted, (place) => hitOf(ask, place, filter.terms ?? []))
}

const orderOf = (sort: Sorts['quotes'], { place }: Selection): Order => ({
  keys: sort === '-words' ? ['own.words', place] : [place],
  falls: true,
})

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
