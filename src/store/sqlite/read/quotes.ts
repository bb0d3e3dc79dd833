import type { Range } from '#/schemas/range.ts'
import type { QuoteRecord } from '#/schemas/record.ts'
import { placesOf, type Term } from '../../../text/search.ts'
import type { Span } from '../../../text/spans.ts'
import { countedIn, type Unit } from '../../../text/units.ts'
import type { Found, Query, QuoteHit, Sorts } from '../../store.ts'
import { foundIn } from './found.ts'
import type { Order } from './pages.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

/** The quotes of the newest versions that a filter selects. */
export function listQuotes(ask: Ask, query: Query<'quotes'>, isCounted: boolean): Found<QuoteHit> {
  const { filter, sort, unit = 'utf16' } = query
  const selection = selected('quotes', filter, sort === '-words')
  const order = orderOf(sort, selection)
  const hitOf = hits(ask, filter.terms ?? [], unit)
  return foundIn(ask, 'quote', selection, query, order, isCounted, hitOf)
}

const orderOf = (sort: Sorts['quotes'], { place }: Selection): Order => ({
  keys: sort === '-words' ? ['own.words', place] : [place],
  falls: true,
})

const selectHit = `
  select item, summary, quote.article from quote join wording using (place) join article on article.place = quote.article
  where quote.place = :place`

function hits(ask: Ask, terms: readonly Term[], unit: Unit): (place: number) => QuoteHit {
  const inUnitOf = unit === 'utf16' ? null : units(ask, unit)
  return (place) => {
    const [row] = ask<{ item: string; summary: string; article: number }>(selectHit, { place })
    const quote = JSON.parse(row!.item) as QuoteHit['quote'] & QuoteRecord
    const { start } = quote.range
    const article = JSON.parse(row!.summary) as QuoteHit['article']
    const rangeOf = (span: Span): Range => ({ start: start + span.start, end: start + span.end, unit: 'utf16' })
    const places = { quote, highlights: terms.length === 0 ? [] : placesOf(terms, quote.text).map(rangeOf) }
    return { article, ...(inUnitOf?.(row!.article)(places) ?? places) }
  }
}

const selectText = `select record ->> '$.text' as text from newest where place = :place`

/** Offsets in another unit depend on all the text before them. It is kept for the next quote, most often of the same article. */
function units(ask: Ask, unit: Unit): (article: number) => ReturnType<typeof countedIn> {
  let last: { article: number; counted: ReturnType<typeof countedIn> } | null = null
  return (article) => {
    if (last?.article !== article) {
      const [newest] = ask<{ text: string }>(selectText, { place: article })
      last = { article, counted: countedIn(unit, newest!.text) }
    }
    return last.counted
  }
}
