import { hash } from 'node:crypto'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import { nameKey } from '../text/search.ts'
import type { Span } from '../text/spans.ts'
import { callsOf } from './identity.ts'

export type FactField = 'kind' | 'attributed' | 'speaker' | 'entity' | 'publisher' | 'language'

/**
 * A value that filters ask for, as one word that is searched like any other: an engine finds words and filters in one
 * pass, and never sees a value. Names are folded before.
 */
export const fact = (field: FactField, value: string): string => `x${hash('sha256', `${field} ${value}`).slice(0, 16)}`

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
  const namedIn = namesWithin(entities)
  const attributed = { yes: fact('attributed', 'true'), no: fact('attributed', 'false') }

  const ofQuote = ({ kind, speaker, segments }: QuoteRecord): string[] =>
    unique([
      kinds.get(kind)!,
      speaker === null ? attributed.no : attributed.yes,
      ...(spoken.get(speaker?.entityId) ?? []),
      ...namedIn(segments).flatMap((id) => named.get(id)!),
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

/** Who is named in some spans: by the first mention in each, since a text may have as many quotes as mentions. */
function namesWithin(entities: readonly EntityRecord[]): (spans: readonly Span[]) => string[] {
  const mentions = entities
    .flatMap(({ id, mentions: own }) => own.map(({ range }) => ({ id, ...range })))
    .sort((a, b) => a.start - b.start)
  return (spans) => {
    const ids: string[] = []
    for (const { start, end } of spans) {
      for (let at = firstFrom(mentions, start); at < mentions.length && mentions[at]!.start < end; at++)
        if (mentions[at]!.end <= end) ids.push(mentions[at]!.id)
    }
    return unique(ids)
  }
}

/** Index of the first span that begins at a place or behind it. */
function firstFrom(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}
