import type { BlockKind } from '#/schemas/block.ts'
import type { Access, LeadImage, Origin } from '#/schemas/metadata.ts'
import type { Source } from '#/schemas/record.ts'
import type { Reason } from '#/schemas/unknown.ts'
import type { Span } from '#/src/text/spans.ts'

/** A fact with its place in the text (null: it is not printed there), or why there is none and what was found instead. */
export type Found<T> =
  | { value: T; at: Span | null; from: Origin; conflicts?: { from: Origin; value: string }[] }
  | { value: null; reason: Reason; found?: Span[] }

export type DraftBlock = { kind: BlockKind; span: Span }

/** One article as a loader found it, before anything is extracted. All spans index `text`. */
export type Draft = {
  source: Source
  /** What the offsets index: of a text file exactly its decoded characters, a byte order mark too. */
  text: string
  /** In order, never overlapping. */
  blocks: DraftBlock[]
  title: Found<string>
  standfirst: Found<string>
  language: Found<string>
  /** The byline as printed, and the authors it names. */
  byline: Found<{ text: string; authors: string[] }>
  publisher: Found<string>
  sourceUrl: Found<string>
  publishedAt: Found<string>
  modifiedAt: Found<string>
  section: Found<string>
  keywords: Found<string[]>
  image: Found<LeadImage>
  access: Found<Access>
  copyrightHolder: Found<string>
  /** The copyright notice as printed. */
  notice: Found<string>
  license: Found<string>
  usageTerms: Found<string>
}
