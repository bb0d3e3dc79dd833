import type { Entity } from '#/schemas/entity.ts'
import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import { articlePath } from './paths.ts'

/** An entity under the path that it was asked for: of the article, or of a version. */
export function presentEntity({ article }: ArticleRecord, entity: EntityRecord, base: string): Entity {
  const id = encodeURIComponent(entity.id)
  const links = {
    self: `${base}/entities/${id}`,
    article: articlePath(article.id),
    quotes: entity.counts.quotes > 0 ? `${base}/quotes?speaker=${id}` : null,
  }
  return { ...entity, links }
}
