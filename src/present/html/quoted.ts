import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { type Html, html } from './markup.ts'

/** The first quote of the text that is not yet in its place, moved on as blocks are written. */
type Place = { quotes: readonly QuoteRecord[]; next: number }

/** Quotes in the order in which their elements begin: an outer one before those in it. */
export const inOrder = ({ quotes }: ArticleRecord): QuoteRecord[] =>
  quotes.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)

/**
 * A stretch of the text with every quote that begins in it in an element of its own, `id="q-…"`. A quote may lie in
 * another; one that runs out of the stretch, or out of the quote that it begins in, is marked as far as it goes.
 */
export function withQuotes(text: string, { start, end }: Omit<Range, 'unit'>, place: Place): Html {
  const parts: (Html | string)[] = []
  let at = start
  while (place.next < place.quotes.length) {
    const quote = place.quotes[place.next]!
    if (quote.range.start >= end) break
    place.next++
    const from = Math.max(quote.range.start, at)
    const to = Math.max(from, Math.min(quote.range.end, end))
    parts.push(text.slice(at, from), element(quote, withQuotes(text, { start: from, end: to }, place)))
    at = to
  }
  return html`${parts}${text.slice(at, end)}`
}

function element({ id, kind, speaker }: QuoteRecord, words: Html): Html {
  const who = speaker?.name ?? speaker?.mention.text
  const title = who === undefined ? null : html` title="${who}"`
  return kind === 'direct' || kind === 'mixed'
    ? html`<q id="q-${id}" class="${kind}"${title}>${words}</q>`
    : html`<span id="q-${id}" class="${kind}"${title}>${words}</span>`
}
