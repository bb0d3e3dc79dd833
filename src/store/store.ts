import type { ArticleRecord } from '#/schemas/record.ts'
import type { Inputs } from './inputs.ts'

/** What an answer's tag is made of, cheap to ask for. */
export type Head = {
  id: string
  version: string
  sha256: string
  extractor: string
  /** ISO 8601, UTC. */
  ingestedAt: string
}

/**
 * `older`: another file has a newer text of the same address; this one is kept as an older version of it. `conflict`
 * names two files with texts of one address of which none is newer, and which of them is the article.
 */
export type Stored = {
  id: string
  status: 'created' | 'replaced' | 'unchanged' | 'older'
  conflict?: { kept: string; lost: string }
}

export type ArticleSort = 'title' | '-publishedAt'

/** Where a page ends: the sort value and the id of its last article. */
export type After = { value: string; id: string }

export type ListQuery = { sort: ArticleSort; after: After | null; limit: number }

/**
 * Articles with all that was extracted from them, by id and version.
 *
 * An article is written whole or not at all. The same source with another text is a new version; older ones stay
 * readable. Every read of one article sees one version of it.
 */
export interface Store extends Inputs {
  /**
   * Stores an article. Idempotent: the same record again is `unchanged`. A file that was changed replaces what it held
   * before; between two files with the same address `precedence.ts` decides, so that their order does not matter.
   *
   * The id of the record is the slug of its title. When another source has that slug, the article gets a suffix of four
   * hex digits of its own source's hash. The answer says which id it got.
   */
  put(record: ArticleRecord): Promise<Stored>
  /** The newest version, or the one asked for; null when there is none. */
  head(id: string, version?: string): Promise<Head | null>
  /** The record of the newest version, or of the one asked for; null when there is none. */
  get(id: string, version?: string): Promise<ArticleRecord | null>
  /** All versions of an article, the newest first; empty when there is no such article. */
  versions(id: string): Promise<Head[]>
  /** The newest version of each article, in order, starting after a key; `total` counts all of them. */
  list(query: ListQuery): Promise<{ articles: ArticleRecord['article'][]; total: number; next: After | null }>
  /** All ids, for suggestions; at most `limit`. */
  ids(limit: number): Promise<string[]>
  /** Changes whenever an article does: what tags and cursors of lists are bound to. */
  generation(): Promise<string>
  close(): Promise<void>
}
