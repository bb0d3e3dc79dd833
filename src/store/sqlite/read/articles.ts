import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '../../../text/context.ts'
import { mayHold, placesOf, type Term } from '../../../text/search.ts'
import { searchedBlocks } from '../../searched.ts'
import type { ArticleHit, Found, Query, Sorts } from '../../store.ts'
import { type Order, pageOf, type Rows, totalOf } from './pages.ts'
import { judged } from './relevance.ts'
import { type Selection, selected } from './selection.ts'
import type { Ask } from './statements.ts'

/** The articles that a filter selects. */
export function listArticles(
  ask: Ask,
  { filter, sort, after, limit }: Query<'articles'>,
  isCounted: boolean,
): Found<ArticleHit> {
  const selection = selected('articles', filter, sort === 'title')
  const page = { after, limit }
  const isJudged = sort === 'relevance' && selection.from.startsWith('article_words')
  const { rows, more }: Rows<{ place: number }> = isJudged
    ? judged(ask, 'article', selection, page)
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

const orderOf = (sort: Sorts['articles'], { place }: Selection): Order =>
  sort === 'title' ? { keys: ['own.title_order', 'own.id'], falls: false } : { keys: [place], falls: true }

const allOf = (ask: Ask): number => ask<{ articles: number }>('select articles from archive')[0]!.articles

const selectSummary = 'select summary from article where place = :place'
const selectText = `select record ->> '$.text' as text, record -> '$.blocks' as blocks from newest where place = :place`

function hitOf(ask: Ask, place: number, terms: readonly Term[]): ArticleHit {
  const [row] = ask<{ summary: string }>(selectSummary, { place })
  const article = JSON.parse(row!.summary) as ArticleHit['article']
  if (terms.length === 0) return { article, highlights: [] }
  const [newest] = ask<{ text: string; blocks: string }>(selectText, { place })
  const { text, blocks } = newest!
  return { article, highlights: highlightsIn({ text, blocks: JSON.parse(blocks) as Searched['blocks'] }, terms) }
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
      const span = { start: range.start + place.start, end: range.start + place.end }
      found.push({ text: text.slice(span.start, span.end), range: span, context: contextOf(text, span) })
    }
  }
  return found
}
