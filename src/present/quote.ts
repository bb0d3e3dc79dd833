import type { Quote } from '#/schemas/quote.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { contextOf } from '#/src/text/context.ts'
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
    ...(include.includes('context') && { context: contextOf(record.text, quote.range) }),
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

/** https://wicg.github.io/scroll-to-text-fragment/: the first and the last words of what is to be shown. */
function textFragment(url: string, quote: string): string {
  const words = quote.replace(/^[“"'‘«„]|[”"'’»“]$/gu, '').split(/\s+/u)
  const encoded = (part: string[]): string => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  const shown = words.length <= 10 ? encoded(words) : `${encoded(words.slice(0, 5))},${encoded(words.slice(-5))}`
  return `${url.split('#')[0]}#:~:text=${shown}`
}
