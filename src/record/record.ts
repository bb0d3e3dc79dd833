import { wordRule } from '#/schemas/article.ts'
import { bodyKinds } from '#/schemas/block.ts'
import { quoteKinds } from '#/schemas/quote.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import type { Extraction } from '#/src/extract/extraction.ts'
import type { Draft } from '#/src/load/draft.ts'
import { type Span, slice } from '#/src/text/spans.ts'
import { wordsIn } from '#/src/text/words.ts'
import { entityRecords } from './entities.ts'
import { factsOf, rangeOf } from './facts.ts'
import { articleId, sha256 } from './ids.ts'
import { quoteRecords } from './quotes.ts'

/** Puts what was loaded and what was extracted together as the record that is printed, stored and served. */
export function assemble(draft: Draft, extraction: Extraction, extractor: string): ArticleRecord {
  const { text, blocks, source } = draft
  const { facts, provenance } = factsOf(draft)
  const body = blocks.filter(({ kind }) => bodyKinds.some((each) => each === kind)).map(({ span }) => span)
  const digest = sha256(text)
  const rights = { copyrightHolder: facts.rights.copyrightHolder, license: facts.rights.license }
  const { quotes, entities } = linked(text, extraction, rights, extractor)
  return {
    source,
    article: {
      id: articleId(facts.title, body[0] ? slice(text, body[0]) : text),
      version: digest.slice(0, 12),
      ...facts,
      counts: countsOf(text, body, quotes, entities),
      wordRule,
      text: {
        length: { utf16: text.length, codepoint: codePoints(text), utf8: Buffer.byteLength(text, 'utf8') },
        sha256: digest,
      },
    },
    provenance,
    text,
    blocks: blocks.map(({ kind, span }) => ({ kind, range: rangeOf(span) })),
    quotes,
    entities,
  }
}

type Linked = Pick<ArticleRecord, 'quotes' | 'entities'>

function linked(
  text: string,
  extraction: Extraction,
  rights: Linked['quotes'][number]['rights'],
  extractor: string,
): Linked {
  const entities = entityRecords(text, extraction)
  const quotes = quoteRecords(text, extraction, entities, rights, extractor)
  const marked = quotes.filter(({ kind }) => kind !== 'indirect')
  const inMarks = quotesAround(marked)
  const said = Map.groupBy(marked, ({ speaker }) => speaker?.entityId)
  for (const entity of entities) {
    for (const mention of entity.mentions) mention.inQuote = inMarks(mention.range)
    entity.counts.quotes = said.get(entity.id)?.length ?? 0
  }
  return { quotes, entities: entities.toSorted(byPlace) }
}

/** A quote holds others at most so deep. */
const deepest = 8

/** The innermost quote around a range, by its id. */
function quotesAround(quotes: readonly QuoteRecord[]): (range: Range) => string | null {
  const ordered = quotes.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  return ({ start, end }) => {
    let low = 0
    let high = ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ordered[middle]!.range.start <= start) low = middle + 1
      else high = middle
    }
    return ordered.slice(Math.max(0, low - deepest), low).findLast(({ range }) => end <= range.end)?.id ?? null
  }
}

const byPlace = (a: EntityRecord, b: EntityRecord): number =>
  a.mentions[0]!.range.start - b.mentions[0]!.range.start || a.mentions[0]!.range.end - b.mentions[0]!.range.end

function countsOf(
  text: string,
  body: readonly Span[],
  quotes: Linked['quotes'],
  entities: Linked['entities'],
): ArticleRecord['article']['counts'] {
  const byKind = (kind: string): number => quotes.filter((quote) => quote.kind === kind).length
  const [direct, mixed, indirect, scare] = quoteKinds.map(byKind) as [number, number, number, number]
  return {
    words: body.reduce((sum, span) => sum + wordsIn(text, span), 0),
    paragraphs: body.length,
    quotes: quotes.length - indirect,
    quotesByKind: { direct, mixed, indirect, scare },
    speakers: new Set(quotes.flatMap(({ kind, speaker }) => (kind === 'indirect' ? [] : (speaker?.entityId ?? []))))
      .size,
    entities: entities.length,
  }
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
