import { createHash } from 'node:crypto'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { nameKey } from '../text/search.ts'
import { anyInside } from '../text/spans.ts'
import { callsOf } from './identity.ts'

export type FactField = 'kind' | 'attributed' | 'speaker' | 'entity' | 'publisher' | 'language'

/**
 * A value that filters ask for, as one word that is searched like any other: an engine finds words and filters in one
 * pass, and never sees a value. Names are folded before.
 */
export const fact = (field: FactField, value: string): string =>
  `x${createHash('sha256').update(`${field} ${value}`).digest('hex').slice(0, 16)}`

const facts = (field: FactField, values: Iterable<string>): string[] => [...values].map((value) => fact(field, value))

/** What an article has in common with its quotes. */
const ofSource = ({ publisher, language }: ArticleRecord['article']): string[] => [
  ...(publisher ? [fact('publisher', nameKey(publisher.name))] : []),
  ...(language === null ? [] : languages(language).map((each) => fact('language', each))),
]

/** `en-GB` is English, too. */
const languages = (tag: string): string[] => {
  const lower = tag.toLowerCase()
  return [...new Set([lower, lower.split('-')[0]!])]
}

/** What filters may ask of a quote. */
export function factsOfQuote({ article, entities }: ArticleRecord, quote: QuoteRecord): string[] {
  const speaker = entities.find(({ id }) => id === quote.speaker?.entityId)
  const named = entities.filter(({ mentions }) =>
    anyInside(
      mentions.map(({ range }) => range),
      quote.segments,
    ),
  )
  return unique([
    fact('kind', quote.kind),
    fact('attributed', String(quote.speaker !== null)),
    ...(speaker ? facts('speaker', callsOf(speaker)) : []),
    ...named.flatMap((entity) => facts('entity', callsOf(entity))),
    ...ofSource(article),
  ])
}

/** What filters may ask of an article: an entity is one that it names, a speaker one who speaks in it. */
export function factsOfArticle({ article, entities, quotes }: ArticleRecord): string[] {
  const speaking = new Set(quotes.map(({ speaker }) => speaker?.entityId))
  return unique([
    ...quotes.map(({ kind }) => fact('kind', kind)),
    ...entities.filter(({ id }) => speaking.has(id)).flatMap((entity) => facts('speaker', callsOf(entity))),
    ...entities.flatMap((entity) => facts('entity', callsOf(entity))),
    ...ofSource(article),
  ])
}

const unique = (words: string[]): string[] => [...new Set(words)]
