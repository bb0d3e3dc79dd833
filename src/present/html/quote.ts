import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { articlePath } from '../paths.ts'
import { footer, headLinks, saidBy } from './article.ts'
import { type Html, html } from './markup.ts'
import { page } from './page.ts'
import { withQuotes } from './quoted.ts'

/** A quote as a page: in its paragraph, with its speaker and what shows that. */
export function quotePage(record: ArticleRecord, quote: QuoteRecord): string {
  const { article, text, blocks } = record
  const block = blocks.find(({ range }) => range.start <= quote.range.start && quote.range.end <= range.end)
  const stretch = block?.range ?? quote.range
  const { speaker, cue, addressee, via, words, attribution } = quote
  const rows: [string, Html | string | null][] = [
    ['Speaker', saidBy(quote)],
    ['As printed', speaker?.mention.text ?? null],
    ['Role', speaker?.role?.text ?? null],
    ['Cue', cue?.text ?? null],
    ['Said to', addressee?.text ?? null],
    ['Reported by', via.map((party) => party.text).join(', ') || null],
    [
      'Words',
      words.interpolated ? `${words.verbatim} of ${words.total}: the others are an editor’s` : `${words.total}`,
    ],
    ['Found by', attribution.method],
    ['Confidence', attribution.confidence === null ? null : String(attribution.confidence)],
    ['Evidence', (attribution.evidence ?? []).map(shown).join(', ') || null],
  ]
  return page(`${quote.text} (${article.title ?? article.id})`, article.language, headLinks(record), [
    html`<main>
<h1 dir="auto"><a href="${articlePath(article.id)}.html#q-${quote.id}">${article.title ?? article.id}</a></h1>
<blockquote dir="auto">${withQuotes(text, stretch, { quotes: [quote], next: 0 })}</blockquote>
<dl>
${rows.map(([name, value]) => value !== null && html`<dt>${name}</dt><dd>${typeof value === 'string' ? html`<bdi>${value}</bdi>` : value}</dd>\n`)}</dl>
</main>
${footer(record)}`,
  ])
}

const shown = ({ type, text, quoteId }: { type: string; text?: string | undefined; quoteId?: string | undefined }) =>
  `${type} ${text === undefined ? (quoteId ?? '') : `“${text}”`}`.trim()
