import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import type { EntityHit, FacetCount, FacetField, Filter, SpeakerHit } from '#/src/store/store.ts'
import { nameKey } from '#/src/text/search.ts'

/**
 * What every store must answer, said as plainly as it can be: the newest records in a list, looked through one by one.
 * It has no index, no order of its own and no engine.
 */
export type Said = { record: ArticleRecord; quote: QuoteRecord }

const words = (text: string): string[] => nameKey(text).split(' ')

const has = (text: readonly string[], term: readonly string[]): boolean =>
  text.some((_, at) => term.every((word, n) => text[at + n] === word))

const holds = (texts: readonly string[], { terms = [] }: Filter): boolean => {
  const split = texts.map(words)
  return terms.every((term) => split.some((text) => has(text, term)))
}

const body = ({ blocks, text }: ArticleRecord): string[] =>
  blocks.filter(({ kind }) => kind === 'paragraph').map(({ range }) => text.slice(range.start, range.end))

export const keyOf = ({ type, name, identifiers }: EntityRecord): string =>
  identifiers.wikidata ?? `${type}-${nameKey(name).replaceAll(' ', '-')}`

const isCalled = (entity: EntityRecord, called: readonly string[]): boolean =>
  called.some(
    (name) =>
      keyOf(entity) === name ||
      [entity.id, entity.name, ...entity.aliases].some((own) => nameKey(own) === nameKey(name)),
  )

const day = (publishedAt: string | null): string | null =>
  publishedAt === null ? null : new Date(publishedAt).toISOString().slice(0, 10)

const isPublished = ({ article }: ArticleRecord, { publisher, language, from, to }: Filter): boolean => {
  const on = day(article.publishedAt)
  return (
    (!publisher || publisher.some((name) => nameKey(name) === nameKey(article.publisher?.name ?? ''))) &&
    (!language || language.some((tag) => article.language === tag || article.language?.startsWith(`${tag}-`))) &&
    (from === undefined || (on !== null && on >= from)) &&
    (to === undefined || (on !== null && on <= to))
  )
}

const speakerOf = ({ entities }: ArticleRecord, { speaker }: QuoteRecord): EntityRecord | undefined =>
  entities.find(({ id }) => id === speaker?.entityId)

const isIn = ({ mentions }: EntityRecord, { range }: QuoteRecord): boolean =>
  mentions.some((each) => each.range.start >= range.start && each.range.end <= range.end)

export const articlesOf = (records: readonly ArticleRecord[], filter: Filter): ArticleRecord[] =>
  records.filter((record) => {
    const { entities, quotes } = record
    const speakers = quotes.map((quote) => speakerOf(record, quote)).filter((entity) => entity !== undefined)
    return (
      isPublished(record, filter) &&
      holds([record.article.title ?? '', body(record).join('\n')], filter) &&
      (!filter.kind || quotes.some(({ kind }) => filter.kind!.includes(kind))) &&
      (!filter.speaker || speakers.some((entity) => isCalled(entity, filter.speaker!))) &&
      (!filter.entity || entities.some((entity) => isCalled(entity, filter.entity!)))
    )
  })

export const quotesOf = (records: readonly ArticleRecord[], filter: Filter): Said[] =>
  records.flatMap((record) =>
    record.quotes
      .filter((quote) => {
        const speaker = speakerOf(record, quote)
        return (
          isPublished(record, filter) &&
          holds([quote.text, `${quote.speaker?.name ?? ''} ${quote.speaker?.mention.text ?? ''}`], filter) &&
          (!filter.kind || filter.kind.includes(quote.kind)) &&
          (filter.attributed === undefined || filter.attributed === (quote.speaker !== null)) &&
          (!filter.minConfidence || (quote.attribution.confidence ?? 0) >= filter.minConfidence) &&
          (!filter.speaker || (speaker !== undefined && isCalled(speaker, filter.speaker))) &&
          (!filter.entity || record.entities.some((each) => isCalled(each, filter.entity!) && isIn(each, quote)))
        )
      })
      .map((quote) => ({ record, quote })),
  )

type Named = { record: ArticleRecord; entity: EntityRecord }

/** The occurrences of each entity across articles, with the name that it is shown under. */
function groups(records: readonly ArticleRecord[], { terms, type }: Filter, called: readonly string[] | undefined) {
  const all = records.flatMap((record) => record.entities.map((entity): Named => ({ record, entity })))
  return [...Map.groupBy(all, ({ entity }) => keyOf(entity))]
    .map(([key, same]) => ({
      key,
      same,
      name: same.map(({ entity }) => entity.name).toSorted((a, b) => b.length - a.length || (a < b ? 1 : -1))[0]!,
      type: typeOf(same),
      isLinked: /^Q\d+$/.test(key),
    }))
    .filter(
      (group) =>
        holds([group.name], { terms }) &&
        (!type || type.includes(group.type)) &&
        (!called || called.some((one) => one === group.key || nameKey(one) === nameKey(group.name))),
    )
}

/** The type that most articles give; of as many the first by the alphabet. */
function typeOf(same: readonly Named[]): string {
  const given = [...Map.groupBy(same, ({ record }) => record).values()].map(
    (own) => own.map(({ entity }) => entity.type).toSorted()[0]!,
  )
  return given.toSorted((a, b) => countOf(given, b) - countOf(given, a) || (a < b ? -1 : 1))[0]!
}

const countOf = (all: readonly string[], one: string): number => all.filter((each) => each === one).length

const distinct = (items: Iterable<unknown>): number => new Set(items).size
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

export const entitiesOf = (records: readonly ArticleRecord[], filter: Filter): EntityHit[] =>
  groups(records, filter, filter.entity).map(({ same, ...group }) => ({
    ...group,
    articles: distinct(same.map(({ record }) => record)),
    mentions: sum(same.map(({ entity }) => entity.mentions.length)),
    said: sum(same.map(({ entity }) => entity.counts.quotes)),
  }))

export function speakersOf(records: readonly ArticleRecord[], filter: Filter): SpeakerHit[] {
  const { terms, type, speaker, ...of } = filter
  const said = quotesOf(records, of)
  return groups(records, { terms, type }, speaker).flatMap(({ same, ...group }) => {
    const own = said.filter(({ record, quote }) =>
      same.some((each) => each.record === record && each.entity === speakerOf(record, quote)),
    )
    if (own.length === 0) return []
    const counted = own.map(({ quote }) => quote).filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    const total = sum(counted.map(({ words: { total } }) => total))
    const verbatim = sum(counted.map((quote) => quote.words.verbatim))
    const articles = distinct(own.map(({ record }) => record))
    return [{ ...group, articles, quotes: counted.length, words: { total, verbatim, interpolated: total - verbatim } }]
  })
}

/** The counts of a field, the most first and then by value. */
export function facetOf(said: readonly Said[], field: FacetField): FacetCount[] {
  const values = said.flatMap(({ record, quote }): [string, string][] => {
    const { publisher, language, publishedAt } = record.article
    const speaker = speakerOf(record, quote)
    const value = { publisher: publisher?.name, language, year: day(publishedAt)?.slice(0, 4), kind: quote.kind }
    if (field === 'speaker') return speaker ? [[keyOf(speaker), speaker.name]] : []
    return value[field] ? [[value[field], value[field]]] : []
  })
  return [...Map.groupBy(values, ([value]) => value)]
    .map(([value, same]) => ({ value, label: same[0]![1], count: same.length }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
