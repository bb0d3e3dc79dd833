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

/**
 * What filters may ask of an article and of each of its quotes. An article has an entity that it names and a speaker who
 * speaks in it; a quote has who says it, and what it names.
 */
export function factsOf({ article, entities, quotes }: ArticleRecord): { article: string[]; quotes: string[][] } {
  const source = ofSource(article)
  const called = new Map(entities.map((entity) => [entity.id, callsOf(entity)]))
  const named = new Map(entities.map(({ id }) => [id, facts('entity', called.get(id)!)]))
  const speaking = new Set(quotes.map(({ speaker }) => speaker?.entityId).filter((id) => called.has(id ?? '')))
  const spoken = new Map([...speaking].map((id) => [id, facts('speaker', called.get(id!)!)]))
  const kinds = new Map(quotes.map(({ kind }) => [kind, fact('kind', kind)]))
  const attributed = { yes: fact('attributed', 'true'), no: fact('attributed', 'false') }

  const ofQuote = ({ kind, speaker, segments }: QuoteRecord): string[] =>
    unique([
      kinds.get(kind)!,
      speaker === null ? attributed.no : attributed.yes,
      ...(spoken.get(speaker?.entityId) ?? []),
      ...entities.flatMap(({ id, mentions }) =>
        anyInside(
          mentions.map(({ range }) => range),
          segments,
        )
          ? named.get(id)!
          : [],
      ),
      ...source,
    ])

  return {
    article: unique([
      ...quotes.map(({ kind }) => kinds.get(kind)!),
      ...[...spoken.values()].flat(),
      ...[...named.values()].flat(),
      ...source,
    ]),
    quotes: quotes.map(ofQuote),
  }
}

const unique = (words: string[]): string[] => [...new Set(words)]
