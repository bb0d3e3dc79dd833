import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { fold } from '#/src/text/fold.ts'

/** The entities that ids or names stand for; a name is any that the article gives it, whatever its case and accents. */
export function entitiesNamed({ entities }: ArticleRecord, wanted: readonly string[]): Set<string> {
  const folded = new Set(wanted.map(fold))
  const known = entities.filter(
    ({ id, name, aliases }) => wanted.includes(id) || [name, ...aliases].some((each) => folded.has(fold(each))),
  )
  return new Set(known.map(({ id }) => id))
}

/** A test for words: every one, or every "phrase in marks", must be there. Any other search syntax is plain text. */
export function holds(q: string): (text: string) => boolean {
  const terms = [...q.matchAll(/"([^"]+)"|(\S+)/gu)]
    .map(([, phrase, word]) => fold(phrase ?? word!))
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
  return (text) => {
    const folded = fold(text)
    return terms.every((term) => folded.includes(term))
  }
}

/** What is searched of a quote: its words and who says it. */
export const searched = ({ text, speaker }: QuoteRecord): string =>
  `${text} ${speaker?.name ?? ''} ${speaker?.mention.text ?? ''}`
