import type { EntityPart } from '#/schemas/entity.ts'
import { holderOf, type Span } from '#/src/text/spans.ts'
import type { DescribedEntity, ExtractedEntity, ExtractedQuote } from '../extraction.ts'

/**
 * How much of the body and how much of the beginning: what names an entity in a headline best, measured on articles
 * whose headline was covered (docs/entities.md).
 */
const weights = { paragraphs: 0.6, beginning: 0.4 }

/** From here on the article is about it. */
const subject = 0.7

/** Entities with their salience, 0 to 1, and what they do in the article. */
export function weighEntities(
  entities: readonly DescribedEntity[],
  quotes: readonly ExtractedQuote[],
  headline: readonly Span[],
  body: readonly Span[],
): ExtractedEntity[] {
  const speakers = new Set(quotes.flatMap(({ kind, speaker }) => (kind === 'scare' ? [] : speakerOf(speaker))))
  const places = entities.map(({ mentions }) => [...new Set(mentions.map(({ span }) => holderOf(body, span)))])
  const paragraphs = places.map((own) => own.filter((at) => at >= 0))
  const most = paragraphs.reduce((longest, own) => Math.max(longest, own.length), 1)
  return entities.map((entity, i) => {
    const own = paragraphs[i]!
    const spread = (weights.paragraphs * own.length) / most
    const inBody = own.length === 0 ? 0 : spread + weights.beginning / (1 + Math.min(...own))
    const isInHeadline = entity.mentions.some(({ span }) => holderOf(headline, span) >= 0)
    const salience = isInHeadline ? (1 + inBody) / 2 : inBody
    return { ...entity, salience, parts: partsOf(speakers.has(i), salience >= subject) }
  })
}

const speakerOf = (speaker: ExtractedQuote['speaker']): number[] =>
  speaker.mention && speaker.entity !== null ? [speaker.entity] : []

function partsOf(speaks: boolean, isSubject: boolean): EntityPart[] {
  if (!speaks && !isSubject) return ['mentioned']
  return [...(speaks ? (['speaker'] as const) : []), ...(isSubject ? (['subject'] as const) : [])]
}
