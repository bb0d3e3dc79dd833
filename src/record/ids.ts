import { hash } from 'node:crypto'
import { slug } from '#/src/text/slug.ts'

export const sha256 = (text: string): string => hash('sha256', text)

/** A quote is known by its words: without its outer marks, white space as one space, one comma or stop at the end dropped. */
export const quoteId = (inner: string): string =>
  sha256(inner.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/[,.]$/u, '')).slice(0, 8)

/** The title as a slug; without one the first words of the body. */
export const articleId = (title: string | null, firstWords: string): string =>
  slug(title ?? firstWords.slice(0, 60)) || 'article'

/** Makes ids unique by their order: the second `x` is `x-2`. */
export function numbered(ids: readonly string[]): string[] {
  const taken = new Set(ids)
  const seen = new Map<string, number>()
  return ids.map((id) => {
    let count = (seen.get(id) ?? 0) + 1
    while (count > 1 && taken.has(`${id}-${count}`)) count++
    seen.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  })
}
