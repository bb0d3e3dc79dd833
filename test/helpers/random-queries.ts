import type { ArticleRecord } from '#/schemas/record.ts'
import type { FacetField, Filter, Found, Hits, Key, Kind, Query, Sorts, Store } from '#/src/store/store.ts'
import { nameKey, searchWords } from '#/src/text/search.ts'
import { articlesOf, entitiesOf, facetOf, keyOf, quotesOf, speakersOf } from './model.ts'
import { newsroom, numbers } from './newsroom.ts'

const sorts: { [K in Kind]: readonly Sorts[K][] } = {
  articles: ['title', '-publishedAt', 'relevance'],
  quotes: ['-publishedAt', '-words', 'relevance'],
  entities: ['-articles', 'name'],
  speakers: ['-words', 'name'],
}
const kinds = Object.keys(sorts) as Kind[]
const fields: readonly FacetField[] = ['speaker', 'publisher', 'year', 'language', 'kind']

/** Fills a store with an invented world, some articles of it in several versions; gives the newest record of each. */
export async function fill(store: Store, seed: number, articles: number): Promise<ArticleRecord[]> {
  const write = newsroom({ seed, people: 60, places: 20, words: 400, quotes: 3, paragraphWords: 8 })
  const newest = new Map<string, ArticleRecord>()
  const random = numbers(seed)
  for (let n = 0; n < articles; n++) {
    for (let version = 0; version === 0 || random() < 0.3; version++) {
      const record = write(n, version)
      const { id } = await store.put(record)
      newest.set(id, { ...record, article: { ...record.article, id } })
    }
  }
  return [...newest.values()]
}

/** A question about what is there, and sometimes about what is not. */
export function questions(records: readonly ArticleRecord[], seed: number) {
  const random = numbers(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const maybe = <T>(chance: number, make: () => T): T | undefined => (random() < chance ? make() : undefined)
  const someTerm = () => {
    const { text } = pick(records)
    const words = [...searchWords(text)].map(({ word }) => word)
    const at = Math.floor(random() * words.length)
    return random() < 0.03 ? ['nowhere'] : words.slice(at, at + (random() < 0.3 ? 2 : 1))
  }
  const called = () => {
    const { entities } = pick(records)
    if (entities.length === 0) return ['nobody']
    const entity = pick(entities)
    return [pick([entity.id, entity.name, entity.name.toUpperCase(), entity.aliases[0] ?? entity.name, keyOf(entity)])]
  }
  const day = () => `20${15 + Math.floor(random() * 12)}-0${1 + Math.floor(random() * 9)}-11`

  return function question(): { kind: Kind; query: Query<Kind>; facet: FacetField } {
    const kind = pick(kinds)
    const named = kind === 'entities' || kind === 'speakers'
    const terms = maybe(named ? 0.3 : 0.5, () => [
      named ? nameTerm() : someTerm(),
      ...(maybe(0.2, () => [someTerm()]) ?? []),
    ])
    const filter: Filter = {
      terms,
      speaker: kind === 'entities' ? undefined : maybe(0.2, called),
      entity: kind === 'speakers' ? undefined : maybe(0.2, called),
      kind:
        kind === 'entities' ? undefined : maybe(0.2, () => [pick(['direct', 'mixed', 'indirect', 'scare'] as const)]),
      attributed: kind === 'quotes' ? maybe(0.1, () => random() < 0.5) : undefined,
      minConfidence: kind === 'quotes' ? maybe(0.1, () => Math.floor(random() * 100) / 100) : undefined,
      type: named ? maybe(0.3, () => [pick(['person', 'place'])]) : undefined,
      publisher: kind === 'entities' ? undefined : maybe(0.2, () => [pick(['the quay post', 'ELAN NEWS', 'nobody'])]),
      language: kind === 'entities' ? undefined : maybe(0.2, () => [pick(['en', 'sv', 'en-GB'])]),
      from: kind === 'entities' ? undefined : maybe(0.15, day),
      to: kind === 'entities' ? undefined : maybe(0.15, day),
    }
    return {
      kind,
      facet: pick(fields),
      query: { filter, sort: pick(sorts[kind]), after: null, limit: 1 + Math.floor(random() * 40) },
    }
  }

  function nameTerm(): string[] {
    const { entities } = pick(records)
    return entities.length === 0 ? ['nowhere'] : nameKey(pick(entities).name).split(' ').slice(0, 1)
  }
}

type Read = { items: Hits[Kind][]; totals: (number | null)[] }

async function readAll(store: Store, kind: Kind, query: Query<Kind>): Promise<Read> {
  const read: Read = { items: [], totals: [] }
  let after: Key | null = null
  do {
    const page: Found<Hits[Kind]> = await store.list(kind, { ...query, after } as never)
    if (page.items.length > query.limit) throw new Error('a page is longer than its limit')
    read.items.push(...page.items)
    read.totals.push(page.total)
    after = page.next
  } while (after)
  return read
}

/** What a store answers otherwise than the plain model: nothing, where all is right. */
export async function differences(
  store: Store,
  records: readonly ArticleRecord[],
  { kind, query, facet }: { kind: Kind; query: Query<Kind>; facet: FacetField },
): Promise<string[]> {
  const { items, totals } = await readAll(store, kind, query)
  const expected = expectedOf(records, kind, query.filter)
  const found = items.map((item) => nameOf(kind, item))
  const wrong: string[] = []
  if (found.toSorted().join('\n') !== expected.toSorted().join('\n'))
    wrong.push(`found ${found.length}, expected ${expected.length}`)
  if (totals.some((total) => total !== expected.length)) wrong.push(`totals ${totals}, expected ${expected.length}`)
  const keys = items.map((item) => sortedBy(kind, query.sort, item))
  if (keys.some((key, at) => at > 0 && keys[at - 1]! > key)) wrong.push(`not in the order of ${query.sort}`)
  if (kind === 'quotes') {
    const isBack = (items as Hits['quotes'][]).some(({ article, quote }, at) => {
      const before = (items as Hits['quotes'][])[at - 1]
      return (
        before?.article.id === article.id && keys[at - 1] === keys[at] && before.quote.range.start > quote.range.start
      )
    })
    if (isBack && query.sort !== 'relevance') wrong.push('quotes of one article are not in its order')
    const counted = (await store.facets('quotes', query.filter, [facet], 1000))[facet]
    const plain = facetOf(quotesOf(records, query.filter), facet)
    const said = (counts: typeof plain) => counts.map(({ value, count }) => `${value} ${count}`).join()
    if (said(counted!) !== said(plain)) wrong.push(`facet ${facet}: ${said(counted!)}, expected ${said(plain)}`)
  }
  return wrong.map((fault) => `${kind} ${JSON.stringify(query)}: ${fault}`)
}

function expectedOf(records: readonly ArticleRecord[], kind: Kind, filter: Filter): string[] {
  if (kind === 'articles') return articlesOf(records, filter).map(({ article }) => article.id)
  if (kind === 'quotes')
    return quotesOf(records, filter).map(({ record, quote }) => `${record.article.id} ${quote.id} ${quote.range.start}`)
  const hits = kind === 'entities' ? entitiesOf(records, filter) : speakersOf(records, filter)
  return hits.map((hit) => nameOf(kind, hit))
}

function nameOf(kind: Kind, hit: Hits[Kind]): string {
  if (kind === 'articles') return (hit as Hits['articles']).article.id
  if (kind === 'quotes') {
    const { article, quote } = hit as Hits['quotes']
    return `${article.id} ${quote.id} ${quote.range.start}`
  }
  return JSON.stringify(Object.entries(hit).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** A value that rises through a list that is in order; what says nothing of the order is always the same. */
function sortedBy(kind: Kind, sort: string, hit: Hits[Kind]): string | number {
  if (sort === '-publishedAt') {
    const { publishedAt } = (hit as Hits['articles']).article
    return publishedAt === null ? 0 : -Math.floor(Date.parse(publishedAt) / 60_000)
  }
  if (sort === 'title') return folded((hit as Hits['articles']).article.title ?? '')
  if (sort === 'name') return nameKey((hit as Hits['entities']).name)
  if (sort === '-articles') return -(hit as Hits['entities']).articles
  if (sort === '-words')
    return kind === 'quotes' ? -(hit as Hits['quotes']).quote.words.total : -(hit as Hits['speakers']).words.total
  return 0
}

/** As titles are sorted: without accents and case, marks and all. */
const folded = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
