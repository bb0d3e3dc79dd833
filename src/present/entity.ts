import type { Entity } from '#/schemas/entity.ts'
import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import { articlePath } from './paths.ts'

export function presentEntity({ article }: ArticleRecord, entity: EntityRecord): Entity {
  const base = articlePath(article.id)
  const id = encodeURIComponent(entity.id)
  const links = {
    self: `${base}/entities/${id}`,
    article: base,
    quotes: entity.counts.quotes > 0 ? `${base}/quotes?speaker=${id}` : null,
  }
  return { ...entity, links }
}
