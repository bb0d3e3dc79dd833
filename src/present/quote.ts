import type { Context } from '#/schemas/context.ts'
import type { Quote } from '#/schemas/quote.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { contextOf } from '#/src/text/context.ts'
import { articlePath, versionPath } from './paths.ts'

/** What is left out of a quote unless it is asked for. */
export const quoteParts = ['evidence', 'context', 'alternatives'] as const
export type QuotePart = (typeof quoteParts)[number]

/**
 * What a quote is shown with: its article, the path under which it is shown (the article's, or that of one version), and
 * the text on both sides of it.
 */
export type QuotePlace = {
  article: ArticleRecord['article']
  base: string
  context: (quote: QuoteRecord) => Context
}

export const placeIn = ({ article, text }: ArticleRecord, base: string): QuotePlace => ({
  article,
  base,
  context: ({ range }) => contextOf(text, range),
})

export function presentQuote(
  { article, base, context }: QuotePlace,
  quote: QuoteRecord,
  include: readonly QuotePart[],
): Quote {
  const { id, version, sourceUrl } = article
  const { evidence, alternatives, ...attribution } = quote.attribution
  const { attribution: _, rights, unknown, ...words } = quote
  return {
    ...words,
    attribution: {
      ...attribution,
      ...(include.includes('evidence') && { evidence }),
      ...(include.includes('alternatives') && { alternatives }),
    },
    ...(include.includes('context') && { context: context(quote) }),
    rights,
    unknown,
    links: {
      self: `${base}/quotes/${quote.id}`,
      citeAs: `${versionPath(id, version)}/quotes/${quote.id}`,
      article: articlePath(id),
      html: base === articlePath(id) ? `${base}.html#q-${quote.id}` : `${base}/quotes/${quote.id}.html`,
      sourceTextFragment: sourceUrl === null ? null : textFragment(sourceUrl, quote.text),
    },
  }
}

/** https://wicg.github.io/scroll-to-text-fragment/: the first and the last words of what is to be shown. */
function textFragment(url: string, quote: string): string {
  const words = quote.replace(/^[“"'‘«„]|[”"'’»“]$/gu, '').split(/\s+/u)
  const encoded = (part: string[]): string => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  const shown = words.length <= 10 ? encoded(words) : `${encoded(words.slice(0, 5))},${encoded(words.slice(-5))}`
  return `${url.split('#')[0]}#:~:text=${shown}`
}
