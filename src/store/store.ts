import type { Context } from '#/schemas/context.ts'
import type { QuoteKind } from '#/schemas/quote.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import type { Words } from '#/schemas/words.ts'
import type { Term } from '../text/search.ts'
import type { Unit } from '../text/units.ts'
import type { Inputs } from './inputs.ts'

/** What an answer's tag is made of, cheap to ask for. */
export type Head = {
  id: string
  version: string
  sha256: string
  /** SHA-256 of the record, with all that was found: it changes where the words do not. */
  digest: string
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

/**
 * What a list selects: everything that is given must hold, and of several values of one member any. Words and names are
 * compared as `text/search.ts` folds them. Each list looks at the members that its kind of item has.
 */
export type Filter = {
  /** Words and phrases that must all be there. */
  terms?: readonly Term[] | undefined
  /** Ids across articles, ids in an article, or names: of whoever says a quote, of a speaker in an article. */
  speaker?: readonly string[] | undefined
  /** The same for what a quote or an article names. */
  entity?: readonly string[] | undefined
  kind?: readonly QuoteKind[] | undefined
  attributed?: boolean | undefined
  minConfidence?: number | undefined
  type?: readonly string[] | undefined
  publisher?: readonly string[] | undefined
  /** `en` is `en-GB`, too. */
  language?: readonly string[] | undefined
  /** Days of publication, `2024-05-14`, in UTC, both included. What has no date is in no range. */
  from?: string | undefined
  to?: string | undefined
}

/** Orders; all end with one that leaves no ties. `relevance` is BM25 among the newest thousand that are found. */
export type Sorts = {
  articles: 'title' | '-publishedAt' | 'relevance'
  quotes: '-publishedAt' | '-words' | 'relevance'
  entities: '-articles' | 'name'
  speakers: '-words' | 'name'
}

export type ArticleHit = {
  article: ArticleRecord['article']
  /** Where the first of the terms stand in the text. */
  highlights: { text: string; range: Range; context: Context }[]
}

/** A quote of a newest version, with its article. `highlights` are stretches of the text of the article. */
export type QuoteHit = {
  article: ArticleRecord['article']
  quote: QuoteRecord & { context: Context }
  highlights: Range[]
}

/** An entity across articles: linked ones have their Wikidata item as a key, of all others the type and name are. */
export type EntityHit = {
  key: string
  type: string
  name: string
  isLinked: boolean
  articles: number
  mentions: number
  /** Quotes of any kind. */
  said: number
}

/** Who speaks, in the quotes that are selected: direct and mixed quotes and their words, and how many articles. */
export type SpeakerHit = Pick<EntityHit, 'key' | 'type' | 'name' | 'isLinked' | 'articles'> & {
  quotes: number
  words: Words
}

export type Hits = { articles: ArticleHit; quotes: QuoteHit; entities: EntityHit; speakers: SpeakerHit }
export type Kind = keyof Hits

/** Where a page ends: what its last item is sorted by. */
export type Key = readonly (string | number)[]

/** What a list is of. `unit` is what the ranges of its items count. */
export type Selected<K extends Kind> = { filter: Filter; sort: Sorts[K]; unit?: Unit | undefined }

export type Query<K extends Kind> = Selected<K> & { after: Key | null; limit: number }

/** `total` is exact, or null where there are more to count than ten thousand, or a thousand where several things must hold. */
export type Found<Item> = { items: Item[]; total: number | null; next: Key | null }

export type FacetField = 'speaker' | 'publisher' | 'year' | 'language' | 'kind'

/** How many of the selected have a value, the most first. The label is how a person reads it. */
export type FacetCount = { value: string; label: string; count: number }

/**
 * Articles with all that was extracted from them, by id and version, and what spans the newest versions of them.
 *
 * An article is written whole or not at all. The same source with another text is a new version; older ones stay
 * readable. Every read sees one state. What a store cannot answer in time it does not answer in part: `TIMEOUT`.
 */
export interface Store extends Inputs {
  /**
   * Stores an article. Idempotent: the same record again is `unchanged`. A file that was changed replaces what it held
   * before; between two files with the same address `precedence.ts` decides, so that their order does not matter.
   *
   * The id of the record is the slug of its title. When another source has that slug, the article gets a suffix of four
   * hex digits of its own source's hash. The answer says which id it got. `index` says which article of its file it is:
   * those behind the first are known by the path and their titles, where they have no address.
   */
  put(record: ArticleRecord, index?: number): Promise<Stored>
  /** The newest version, or the one asked for; null when there is none. */
  head(id: string, version?: string): Promise<Head | null>
  /** The record of the newest version, or of the one asked for; null when there is none. */
  get(id: string, version?: string): Promise<ArticleRecord | null>
  /** All versions of an article, the newest first; empty when there is no such article. */
  versions(id: string): Promise<Head[]>
  /** The newest version of an article that has a quote; null when none has. */
  lastSeen(id: string, quoteId: string): Promise<string | null>
  /** What the filter selects, in order, starting after a key. */
  list<K extends Kind>(kind: K, query: Query<K>): Promise<Found<Hits[K]>>
  /** All that the filter selects, in order and in batches, of one state of the archive. */
  stream<K extends Kind>(kind: K, query: Selected<K>): AsyncIterable<Hits[K][]>
  /** The values that what is selected has, exactly counted, as many of each field as asked for. */
  facets(
    kind: 'articles' | 'quotes',
    filter: Filter,
    fields: readonly FacetField[],
    limit: number,
  ): Promise<Partial<Record<FacetField, FacetCount[]>>>
  /** The ids next to one in their order, for suggestions: at most `limit` of those before it, and as many from it on. */
  ids(limit: number, near?: string): Promise<string[]>
  /** How many articles there are, and how many quotes. */
  size(): Promise<{ articles: number; quotes: number }>
  /** Changes whenever an article does: what tags and cursors of lists are bound to. */
  generation(): Promise<string>
  /** Whether another archive is in the place of this one: what is open answers from the old one. Cheap to ask. */
  isReplaced(): Promise<boolean>
  close(): Promise<void>
}
