import type { QuoteRecord } from '#/schemas/record.ts'
import { placesOf } from '../../../text/search.ts'
import type { Found, Query, QuoteHit, Sorts } from '../../store.ts'
import { foundIn } from './found.ts'
import type { Order } from './pages.ts'
import { type Selection, selected } from './selection.ts'
import { shownFrom } from './shown.ts'
import type { Ask } from './statements.ts'

/** The quotes of the newest versions that a filter selects. */
export function listQuotes(ask: Ask, query: Query<'quotes'>, isCounted: boolean): Found<QuoteHit> {
  const { filter, sort } = query
  const selection = selected('quotes', filter, sort === '-words')
  const order = orderOf(sort, selection)
  const shown = shownFrom(ask)
  return foundIn(ask, 'quote', selection, query, order, isCounted, (place) =>
    hitOf(ask, shown, place, filter.terms ?? []),
  )
}

const orderOf = (sort: Sorts['quotes'], { place }: Selection): Order => ({
  keys: sort === '-words' ? ['own.words', place] : [place],
  falls: true,
})

const selectHit = `
  select article.place as article, article.place + article.quotes - quote.place as line, summary
  from quote join article on article.place = quote.article where quote.place = :place`

type Shown = ReturnType<typeof shownFrom>

function hitOf(ask: Ask, shown: Shown, place: number, terms: readonly (readonly string[])[]): QuoteHit {
  const [row] = ask<{ article: number; line: number; summary: string }>(selectHit, { place })
  const quote = JSON.parse(shown(row!.article)[row!.line]!) as QuoteHit['quote'] & QuoteRecord
  const { start } = quote.range
  const article = JSON.parse(row!.summary) as QuoteHit['article']
  const places = terms.length === 0 ? [] : placesOf(terms, quote.text)
  return { article, quote, highlights: places.map((span) => ({ start: start + span.start, end: start + span.end })) }
}
