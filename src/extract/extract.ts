import { bodyKinds } from '#/schemas/block.ts'
import type { Span } from '#/src/text/spans.ts'
import { readParagraph } from './attribution/attribute.ts'
import { castOf } from './attribution/source.ts'
import { clusterNames } from './coreference/clusters.ts'
import { describeEntities } from './entities/entities.ts'
import type { Document, Extraction } from './extraction.ts'
import type { Lexicon } from './lexicon.ts'
import { findQuotes } from './quotes/quotes.ts'
import { settleQuotes } from './quotes/settle.ts'

/** The version of the judgement below: it rises when an answer for the same text may change. */
export const extractor = 'rules-1'

/**
 * Who said what, and who is named, in one article.
 *
 * Pure: it reads nothing but its arguments. Quotes are searched in the body, names in the headline too.
 */
export function extract({ text, blocks }: Document, lexicon: Lexicon): Extraction {
  const body = spansOf(blocks, bodyKinds)
  const paragraphs = body.map((span) => readParagraph(text, span, lexicon.cues))
  const found = findQuotes(text, paragraphs)
  const names = lexicon.findNames(text, [...spansOf(blocks, ['title']), ...body])
  const clusters = clusterNames(text, names)
  const cast = castOf(text, paragraphs, clusters, lexicon.given)
  const quotes = settleQuotes(text, found, paragraphs, cast)
  return { quotes, entities: describeEntities(text, cast, body) }
}

const spansOf = (blocks: Document['blocks'], kinds: readonly string[]): Span[] =>
  blocks.filter(({ kind }) => kinds.includes(kind)).map(({ span }) => span)
