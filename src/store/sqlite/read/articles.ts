import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '../../../text/context.ts'
import { mayHold, placesOf, type Term } from '../../../text/search.ts'
import { inUnit, type Unit } from '../../../text/units.ts'
import { searchedBlocks } from '../../searched.ts'
import type { ArticleHit, Found, Query, Sorts } from '../../store.ts'
import { foundIn } from './found.ts'
import type { Order } from './pages.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

/** The articles that a filter selects. */
export function listArticles(ask: Ask, query: Query<'articles'>, isCounted: boolean): Found<ArticleHit> {
  const { filter, sort, unit = 'utf16' } = query
  const selection = selected('articles', filter, sort === 'title')
  const order = orderOf(sort, selection)
  return foundIn(ask, 'article', selection, query, order, isCounted, (place) =>
    hitOf(ask, place, filter.terms ?? [], unit),
  )
}

const orderOf = (sort: Sorts['articles'], { place }: Selection): Order =>
  sort === 'title' ? { keys: ['own.title_order', 'own.id'], falls: false } : { keys: [place], falls: true }

const selectSummary = 'select summary from article where place = :place'
const selectText = `select record ->> '$.text' as text, record -> '$.blocks' as blocks from newest where place = :place`

function hitOf(ask: Ask, place: number, terms: readonly Term[], unit: Unit): ArticleHit {
  const [row] = ask<{ summary: string }>(selectSummary, { place })
  const article = JSON.parse(row!.summary) as ArticleHit['article']
  if (terms.length === 0) return { article, highlights: [] }
  const [newest] = ask<{ text: string; blocks: string }>(selectText, { place })
  const { text, blocks } = newest!
  const highlights = highlightsIn({ text, blocks: JSON.parse(blocks) as Searched['blocks'] }, terms)
  return { article, highlights: inUnit(highlights, unit, text) }
}

/** As many as a reader looks at. */
const mostHighlights = 5

type Searched = Pick<ArticleRecord, 'text' | 'blocks'>

function highlightsIn({ text, blocks }: Searched, terms: readonly Term[]): ArticleHit['highlights'] {
  const found: ArticleHit['highlights'] = []
  for (const { range } of searchedBlocks(blocks)) {
    const most = mostHighlights - found.length
    if (most === 0) break
    const block = text.slice(range.start, range.end)
    if (!mayHold(terms, block)) continue
    for (const place of placesOf(terms, block, most)) {
      const span = { start: range.start + place.start, end: range.start + place.end, unit: 'utf16' as const }
      found.push({ text: text.slice(span.start, span.end), range: span, context: contextOf(text, span) })
    }
  }
  return found
}
