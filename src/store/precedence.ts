import type { ArticleRecord } from '#/schemas/record.ts'
import { momentOf } from './order.ts'

/**
 * Two files may hold two texts of one address. Which of them is the article must not depend on which came first: the one
 * that was changed last, by its own word. Where that does not tell them apart the hash of the text decides, which is
 * fair to nobody and the same for all; `isTie` says so.
 */
export function precedence(a: ArticleRecord, b: ArticleRecord): { winner: 'a' | 'b'; isTie: boolean } {
  const byDate = compare(lastChange(a), lastChange(b))
  if (byDate !== 0) return { winner: byDate > 0 ? 'a' : 'b', isTie: false }
  const byText = compare(a.article.text.sha256, b.article.text.sha256)
  const byBytes = compare(a.source.sha256, b.source.sha256)
  return { winner: (byText || byBytes) > 0 ? 'a' : 'b', isTie: byText !== 0 }
}

/** Milliseconds since 1970; what has no date was before everything that has one. */
function lastChange({ article }: ArticleRecord): number {
  const moments = [article.modifiedAt, article.publishedAt].map((date) => (date === null ? Number.NaN : momentOf(date)))
  return moments.find((moment) => !Number.isNaN(moment)) ?? Number.NEGATIVE_INFINITY
}

const compare = <Value extends string | number>(a: Value, b: Value): number => (a === b ? 0 : a > b ? 1 : -1)
