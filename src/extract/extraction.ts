import type { EntityType, MentionForm } from '#/schemas/entity.ts'
import type { QuoteKind } from '#/schemas/quote.ts'
import type { Reason } from '#/schemas/unknown.ts'
import type { Span } from '#/src/text/spans.ts'

/** What the extractor reads: one text, and its blocks in order. Only the body and the headline are searched. */
export type Document = { text: string; blocks: readonly { kind: string; span: Span }[] }

/** Somebody the words were said to, or came through. `entity` is an index into the entities. */
export type PartyMention = { span: Span; entity: number | null }

export type QuoteSpeaker = {
  /** The phrase printed beside the quote, a pronoun too. */
  mention: Span
  /** Index into the entities, or null with a reason: not named, or not to be resolved. */
  entity: number | null
  reason?: Reason
  role: Span | null
}

export type EvidenceSpan =
  | { type: 'cue' | 'mention' | 'antecedent'; span: Span }
  | { type: 'previous-quote'; quote: number }

/** One quote. Numbers point into the lists of the extraction. */
export type ExtractedQuote = {
  kind: QuoteKind
  /** Marks included. */
  span: Span
  /** The whole statement: of a mixed quote with the words before its marks. */
  segments: Span[]
  /** Number of its block in the body, from 1. */
  paragraph: number
  speaker: QuoteSpeaker | { mention: null; reason: Reason }
  cue: Span | { start: null; reason: Reason }
  addressee: PartyMention | null
  via: PartyMention[]
  continues: number | null
  method: string | null
  confidence: number | null
  evidence: EvidenceSpan[]
  alternatives: { mention: Span; entity: number | null; confidence: number | null }[]
  interpolations: Span[]
  elisions: Span[]
}

export type ExtractedMention = { span: Span; form: MentionForm }

export type ExtractedEntity = {
  type: EntityType
  /** The fullest name. */
  name: string
  /** Other names, as printed, without repeats. */
  aliases: string[]
  role: Span | null
  /** In order, never overlapping each other. */
  mentions: ExtractedMention[]
}

export type Extraction = { quotes: ExtractedQuote[]; entities: ExtractedEntity[] }
