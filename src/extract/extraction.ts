import type { EntityDate, EntityPart, EntityType, MentionForm } from '#/schemas/entity.ts'
import type { QuoteKind } from '#/schemas/quote.ts'
import type { Reason } from '#/schemas/unknown.ts'
import type { Span } from '#/src/text/spans.ts'

/** What the extractor reads: one text, and its blocks in order. Only the body and the headline are searched. */
export type Document = {
  text: string
  blocks: readonly { kind: string; span: Span }[]
  /** ISO 8601: what “Tuesday” and “last week” lean on, where the article states it. */
  publishedAt: { value: string | null }
}

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
  /** Number of its block in the body, from 1; 0 in the headline. */
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

/** What others call a thing. */
export type Identity = {
  wikidata: string | null
  /** URL of an article in Wikipedia. */
  wikipedia: string | null
  /** ISO 3166: of a town the country that it lies in, of a people its country. */
  iso3166: string | null
  geonames: string | null
}

/** What others call an entity, or why that is not said. */
export type Link =
  | (Identity & {
      confidence: number
      /** What it is, where a known name says so. */
      type?: EntityType
    })
  | { confidence: null; reason: Reason }

/** A thing by its names alone, before anything else is known of it. */
export type NamedEntity = {
  type: EntityType
  /** The fullest name. */
  name: string
  /** Other names, as printed, without repeats. */
  aliases: string[]
  /** In order, never overlapping each other. */
  mentions: ExtractedMention[]
}

export type DescribedEntity = NamedEntity & {
  /** Printed right before a name: “Treasury Secretary”. */
  title: Span | null
  /** What a name is said to be, beside it: “the mayor of Ystad”. */
  role: Span | null
  /** What others call it, or why that is not said. */
  link: Link
  /** Of a date: what it is by the calendar, or why that is not said. */
  date: EntityDate | { value: null; reason: Reason } | null
}

export type ExtractedEntity = DescribedEntity & {
  /** 0 to 1: how much the article is about it. */
  salience: number
  parts: EntityPart[]
}

export type Extraction = { quotes: ExtractedQuote[]; entities: ExtractedEntity[] }
