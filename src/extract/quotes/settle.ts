import { addresseeOf } from '../attribution/addressee.ts'
import { type Source, sourceOf } from '../attribution/source.ts'
import type { Cast } from '../coreference/cast.ts'
import type { EvidenceSpan, ExtractedQuote } from '../extraction.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { findElisions, findInterpolations } from './edits.ts'
import type { FoundQuote } from './quotes.ts'

/**
 * Quotes with everything that the article says about them: who the phrase beside each is, whom it was said to, and what
 * shows it. `numbers`: of each paragraph in the body, from 1; 0 is the headline.
 */
export function settleQuotes(
  text: string,
  found: readonly FoundQuote[],
  paragraphs: readonly SpeechParagraph[],
  numbers: readonly number[],
  cast: Cast,
): ExtractedQuote[] {
  return found.map((quote) => {
    const interpolations = findInterpolations(text, quote.span)
    const source = quote.said && sourceOf(text, quote.said.mention, cast)
    return {
      kind: quote.kind,
      span: quote.span,
      segments: quote.segments ?? [quote.statement],
      paragraph: numbers[quote.paragraph]!,
      ...spoken(quote, source),
      addressee:
        quote.continues === null && quote.said?.addressee
          ? addresseeOf(text, quote.said.addressee, quote.paragraph, cast, paragraphs)
          : null,
      via: quote.via.map((span) => ({ span, entity: sourceOf(text, span, cast).entity })),
      continues: quote.continues,
      confidence: quote.said ? quote.confidence : null,
      alternatives: quote.others.map(({ mention, confidence }) => {
        const { entity } = sourceOf(text, mention, cast)
        return { mention, entity, confidence }
      }),
      interpolations,
      elisions: findElisions(text, quote.span, interpolations),
    }
  })
}

type Spoken = Pick<ExtractedQuote, 'speaker' | 'cue' | 'method' | 'evidence'>

function spoken({ kind, said, isUnread, continues, confidence }: FoundQuote, source: Source | null): Spoken {
  if (!said || !source) {
    const reason = isUnread ? 'unsupported' : reasonOf(kind, confidence)
    return { speaker: { mention: null, reason }, cue: { start: null, reason }, method: null, evidence: [] }
  }
  const resolved = source.entity === null ? { entity: null, reason: source.reason } : { entity: source.entity }
  const evidence: EvidenceSpan[] = continues === null ? [] : [{ type: 'previous-quote', quote: continues }]
  if (said.cue) evidence.push({ type: 'cue', span: said.cue })
  evidence.push({ type: 'mention', span: said.mention })
  if (source.entity !== null && source.antecedent) evidence.push({ type: 'antecedent', span: source.antecedent })
  return {
    speaker: { mention: said.mention, ...resolved, role: null },
    cue:
      continues !== null
        ? { start: null, reason: 'continuation-quote' }
        : (said.cue ?? { start: null, reason: 'colon-cue' }),
    method: continues === null ? said.rule : 'continuation',
    evidence,
  }
}

const reasonOf = (kind: FoundQuote['kind'], confidence: number | null) =>
  kind === 'scare' ? 'scare-quote' : confidence === null ? 'not-stated' : 'low-confidence'
