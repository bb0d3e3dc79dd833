import type { ArchiveEntity, ArchiveQuote, ArchiveSpeaker } from '#/schemas/archive.ts'
import type { EntityType } from '#/schemas/entity.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import type { Words } from '#/schemas/words.ts'
import { articlePath } from './paths.ts'
import { presentQuote, type QuotePart } from './quote.ts'

type Context = NonNullable<ArchiveQuote['context']>
type Found = { article: ArticleRecord['article']; quote: QuoteRecord & { context: Context }; highlights: Range[] }

/** A quote that was found, with its article. */
export function presentArchiveQuote(
  { article, quote, highlights }: Found,
  include: readonly QuotePart[],
): ArchiveQuote {
  const { id, title, version, publisher, publishedAt } = article
  const { context, ...own } = quote
  return {
    ...presentQuote({ article, base: articlePath(id), context: () => context }, own, include),
    article: { id, title, version, publisher: publisher && { name: publisher.name }, publishedAt },
    highlights,
  }
}

type Known = { key: string; type: string; name: string; isLinked: boolean; articles: number }

const sameBy = ({ isLinked }: Known): 'link' | 'name' => (isLinked ? 'link' : 'name')

export function presentArchiveEntity(entity: Known & { mentions: number; said: number }): ArchiveEntity {
  const { key, type, name, isLinked, articles, mentions, said } = entity
  const id = encodeURIComponent(key)
  return {
    id: key,
    type: type as EntityType,
    name,
    sameBy: sameBy(entity),
    wikidata: isLinked ? key : null,
    counts: { articles, mentions, quotes: said },
    links: { articles: `/v1/articles?entity=${id}`, quotes: said > 0 ? `/v1/quotes?speaker=${id}` : null },
  }
}

export function presentArchiveSpeaker(speaker: Known & { quotes: number; words: Words }): ArchiveSpeaker {
  const { key, name, articles, quotes, words } = speaker
  const id = encodeURIComponent(key)
  return {
    entityId: key,
    name,
    sameBy: sameBy(speaker),
    articles,
    quotes,
    words,
    links: {
      entity: `/v1/entities?entity=${id}`,
      quotes: `/v1/quotes?speaker=${id}`,
      articles: `/v1/articles?speaker=${id}`,
    },
  }
}
