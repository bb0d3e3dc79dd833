import type { Context, Quote } from '#/schemas/quote.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { articlePath, versionPath } from './paths.ts'

/** What is left out of a quote unless it is asked for. */
export const quoteParts = ['evidence', 'context', 'alternatives'] as const
export type QuotePart = (typeof quoteParts)[number]

export function presentQuote(record: ArticleRecord, quote: QuoteRecord, include: readonly QuotePart[]): Quote {
  const { id, version, sourceUrl } = record.article
  const { evidence, alternatives, ...attribution } = quote.attribution
  const { attribution: _, rights, unknown, ...words } = quote
  return {
    ...words,
    attribution: {
      ...attribution,
      ...(include.includes('evidence') && { evidence }),
      ...(include.includes('alternatives') && { alternatives }),
    },
    ...(include.includes('context') && { context: contextOf(record.text, quote) }),
    rights,
    unknown,
    links: {
      self: `${articlePath(id)}/quotes/${quote.id}`,
      citeAs: `${versionPath(id, version)}/quotes/${quote.id}`,
      article: articlePath(id),
      html: `${articlePath(id)}.html#q-${quote.id}`,
      sourceTextFragment: sourceUrl === null ? null : textFragment(sourceUrl, quote.text),
    },
  }
}

const contextLength = 32

/** The text on both sides; a pair of surrogates at the edge is left out whole. */
export function contextOf(text: string, { range }: { range: Range }): Context {
  const prefix = text.slice(Math.max(0, range.start - contextLength), range.start)
  const suffix = text.slice(range.end, range.end + contextLength)
  return { prefix: prefix.replace(/^[\uDC00-\uDFFF]/u, ''), suffix: suffix.replace(/[\uD800-\uDBFF]$/u, '') }
}

/** https://wicg.github.io/scroll-to-text-fragment/: the first and the last words of what is to be shown. */
function textFragment(url: string, quote: string): string {
  const words = quote.replace(/^[“"'‘«„]|[”"'’»“]$/gu, '').split(/\s+/u)
  const encoded = (part: string[]): string => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  const shown = words.length <= 10 ? encoded(words) : `${encoded(words.slice(0, 5))},${encoded(words.slice(-5))}`
  return `${url.split('#')[0]}#:~:text=${shown}`
}
