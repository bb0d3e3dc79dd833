import type { Article, ArticleLinks, ArticleSummary } from '#/schemas/article.ts'
import type { Metadata } from '#/schemas/metadata.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord } from '#/schemas/record.ts'
import { articlePath, versionPath } from './paths.ts'

function linksOf({ id, version }: { id: string; version: string }): ArticleLinks {
  const self = articlePath(id)
  return {
    self,
    text: `${self}/text`,
    metadata: `${self}/metadata`,
    blocks: `${self}/blocks`,
    quotes: `${self}/quotes`,
    speakers: `${self}/speakers`,
    entities: `${self}/entities`,
    versions: `${self}/versions`,
    citeAs: versionPath(id, version),
  }
}

export function presentArticle({ article }: ArticleRecord): Article {
  const links = linksOf(article)
  return { ...article, text: { href: links.text, ...article.text }, links }
}

/** An article in a list, with the words in it that were searched for. */
type Listed = {
  article: ArticleRecord['article']
  highlights: { text: string; range: Range; context: { prefix: string; suffix: string } }[]
}

export function presentSummary({ article, highlights }: Listed): ArticleSummary {
  const { id, title, version, publisher, publishedAt, language, counts } = article
  return {
    id,
    title,
    version,
    publisher: publisher && { name: publisher.name },
    publishedAt,
    language,
    counts,
    highlights,
    links: linksOf(article),
  }
}

/** The metadata under the path that it was asked for: of the article, or of a version. */
export function presentMetadata({ article, provenance }: ArticleRecord, base: string): Metadata {
  const { counts: _, wordRule: __, text: ___, ...identity } = article
  return { ...identity, provenance, links: { self: `${base}/metadata`, article: articlePath(article.id) } }
}
