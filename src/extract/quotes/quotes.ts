import type { QuoteKind } from '#/schemas/quote.ts'
import type { Span } from '#/src/text/spans.ts'
import type { AttributedRegion, SpeechParagraph } from '../attribution/attribute.ts'
import { carriedOn } from '../attribution/continuation.ts'
import type { Said } from '../attribution/rules.ts'
import { judge } from './speech.ts'

/** A quotation with its source as printed; who that is, is settled later. */
export type FoundQuote = {
  kind: QuoteKind
  span: Span
  statement: Span
  /** The pieces of a statement that is interrupted; else it is in one. */
  segments?: Span[]
  /** Number of its paragraph in the body, from 1. */
  paragraph: number
  said: (Said & { rule: string }) | null
  /** Index of the quote that it carries on. */
  continues: number | null
}

/** The quotations of a body, paragraph by paragraph, each with the phrase beside it that says who speaks. */
export function findQuotes(text: string, paragraphs: readonly SpeechParagraph[]): FoundQuote[] {
  const found: FoundQuote[] = []
  const numbers = new Map<AttributedRegion, number>()
  paragraphs.forEach((paragraph, p) => {
    paragraph.quotes.forEach((quote, q) => {
      numbers.set(quote, found.length)
      found.push(sourced(text, paragraphs, p, q, found, numbers))
    })
  })
  return found
}

function sourced(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  p: number,
  q: number,
  found: readonly FoundQuote[],
  numbers: ReadonlyMap<AttributedRegion, number>,
): FoundQuote {
  const paragraph = paragraphs[p]!
  const quote = paragraph.quotes[q]!
  const base = { span: quote.region.span, paragraph: p + 1 }
  const split = quote.said?.clause
    ? paragraph.quotes.slice(0, q).findLast(({ said }) => said?.clause === quote.said?.clause)
    : undefined
  const carried = split ? { continues: split } : quote.said ? null : carriedOn(paragraphs, p, q)
  const number = carried && 'continues' in carried ? (numbers.get(carried.continues) ?? null) : null
  const first = number === null ? null : found[number]!
  const said = first ? first.said : carried && 'said' in carried ? carried.said : quote.said
  const whole = quote.ends !== 'open' || !quote.region.closed
  const goesOn = whole && carried !== null && (first === null || first.kind !== 'scare')
  const { kind, statement } = judge(text, paragraph, quote, goesOn)
  if (kind === 'scare') return { ...base, kind, statement, said: null, continues: null }
  return { ...base, kind, statement, said, continues: first && first.kind !== 'scare' && said ? number : null }
}
