import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { versionPath } from './paths.ts'

/**
 * The citation of a quote as one CSL-JSON item (https://docs.citationstyles.org/): the article, at the address of the
 * quote in its version. Authors are literal, because many names have no family name. A date that is not known is not
 * there.
 */
export function presentCsl({ article }: ArticleRecord, { id, text, speaker }: QuoteRecord, origin: string): object {
  const url = `${origin}${versionPath(article.id, article.version)}/quotes/${id}`
  const authors = article.byline?.authors ?? []
  const issued = dateParts(article.publishedAt)
  return {
    id: url,
    type: 'article-newspaper',
    ...(article.title !== null && { title: article.title }),
    ...(authors.length > 0 && { author: authors.map(({ name }) => ({ literal: name })) }),
    ...(article.section !== null && { section: article.section }),
    ...(article.standfirst !== null && { abstract: article.standfirst }),
    ...(article.keywords !== null && { keyword: article.keywords.join(', ') }),
    ...(article.publisher && { 'container-title': article.publisher.name }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(article.language !== null && { language: article.language }),
    URL: url,
    version: article.version,
    custom: { quote: text, speaker: speaker?.name ?? speaker?.mention.text ?? null, source: article.sourceUrl },
  }
}

/** `2026-11` is [2026, 11]: no more than the source says. */
const dateParts = (date: string | null): number[] | null =>
  /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u
    .exec(date ?? '')
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number) ?? null
