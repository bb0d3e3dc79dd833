import { z } from 'zod'
import { Article } from './article.ts'
import { BlockKind } from './block.ts'
import { Entity } from './entity.ts'
import { Provenance } from './metadata.ts'
import { Quote } from './quote.ts'
import { Range } from './range.ts'

/** What an input states against itself, and was loaded all the same. An open list. */
export const warnings = [
  'CHARSET_MISMATCH',
  'DUPLICATE_KEYS',
  'WRONG_EXTENSION',
  'NUL_CHARACTERS',
  'DATE_IGNORED',
] as const

export const Warning = z.object({ code: z.enum(warnings), detail: z.string() })
export type Warning = z.infer<typeof Warning>

/** Where an article was read from. */
export const Source = z.object({
  path: z.string(),
  mediaType: z.string(),
  charset: z.string(),
  /** SHA-256 of the bytes, in hex. */
  sha256: z.string(),
  warnings: z.array(Warning),
})
export type Source = z.infer<typeof Source>

/**
 * Everything that is known of one article: what `verbatim extract` prints, what a store keeps, what answers are made of.
 * Ranges are UTF-16 `[start, end)` into `text`. The members are those of the API without what depends on its paths.
 */
export const ArticleRecord = z.object({
  source: Source,
  article: Article.omit({ links: true, text: true }).extend({ text: Article.shape.text.omit({ href: true }) }),
  provenance: z.record(z.string(), Provenance),
  text: z.string(),
  blocks: z.array(z.object({ kind: BlockKind, range: Range })),
  quotes: z.array(Quote.omit({ links: true, context: true })),
  entities: z.array(Entity.omit({ links: true })),
})
export type ArticleRecord = z.infer<typeof ArticleRecord>
export type QuoteRecord = ArticleRecord['quotes'][number]
export type EntityRecord = ArticleRecord['entities'][number]
