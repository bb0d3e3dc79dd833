import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { buildApp } from '#/src/app.ts'
import { takenInTime } from '#/src/http/answer/slow-readers.ts'
import { writeCursor } from '#/src/http/ask/cursor.ts'
import { forms } from '#/src/http/ask/representations.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { harbour } from '../helpers/harbour.ts'
import { newsroom } from '../helpers/newsroom.ts'
import { storyOf } from '../helpers/record.ts'
import { openService } from '../helpers/service.ts'

const herring = storyOf({
  path: 'b',
  title: 'Herring',
  publishedAt: '2026-11-03',
  said: '“The herring will not wait for ever,” said Mara Lind.',
  speaker: 'Mara Lind',
})
const linked = storyOf({
  path: 'c',
  title: 'Cod',
  said: '“Cod is forever,” said Ada Holm.',
  speaker: 'Ada Holm',
  wikidata: 'Q7',
})
const app = await openService([harbour, herring, linked])
const json = async (url: string) => (await app.inject(url)).json()

describe('/v1/quotes', () => {
  const texts = async (query: string) =>
    (await json(`/v1/quotes${query}`)).items.map(({ text }: { text: string }) => text.slice(0, 9)).join(' ')

  it.each([
    ['', '“The herr “We will  “Nobody [ “a bold b “=SUM(1)” “Wait,” “Cod is f'],
    ['?q="not wait" ever', '“The herr “We will '],
    ['?q=lind', '“The herr “We will  “Nobody ['],
    ['?speaker=mara-lind', '“The herr “We will  “Nobody ['],
    ['?speaker=Q7&speaker=BO OLSEN', '“a bold b “Cod is f'],
    ['?speaker=Q7,mara-lind', '“The herr “We will  “Nobody [ “Cod is f'],
    ['?speaker=Q8,Q7', '“Cod is f'],
    ['?speaker=Lind, Mara,Q7', ''],
    ['?kind=scare,mixed', '“a bold b “=SUM(1)”'],
    ['?attributed=false', '“=SUM(1)”'],
    ['?from=2026-11-03', '“The herr'],
    ['?to=2026-11-02', '“We will  “Nobody [ “a bold b “=SUM(1)” “Wait,”'],
    ['?language=en&q=wait', '“We will  “Wait,”'],
    ['?language=fr-CA,en&q=wait', '“We will  “Wait,”'],
    ['?publisher=QUAY post&q=wait', '“We will  “Wait,”'],
    ['?q=herring cod', ''],
    ['?sort=-words&limit=2', '“Nobody [ “We will '],
    ['?q=wait&sort=relevance&limit=1', '“Wait,”'],
  ])('%s', async (query, expected) => {
    expect(await texts(query)).toBe(expected)
  })

  it('each quote names its article, and shows where the words stand', async () => {
    const [quote] = (await json('/v1/quotes?q=herring')).items
    expect(quote.article).toEqual({
      id: 'herring',
      title: 'Herring',
      version: herring.article.version,
      publisher: null,
      publishedAt: '2026-11-03',
    })
    expect(
      quote.highlights.map((range: { start: number; end: number }) => herring.text.slice(range.start, range.end)),
    ).toEqual(['herring'])
    const { article: _, highlights: __, ...own } = quote
    expect(await json(quote.links.self)).toEqual(own)
  })

  it('counts who speaks, and how much was published when', async () => {
    const { facets, total } = await json('/v1/quotes?facets=speaker,year&limit=1')
    expect(total).toBe(7)
    expect(facets).toEqual({
      speaker: [
        { value: 'person-mara-lind', label: 'Mara Lind', count: 3 },
        { value: 'Q7', label: 'Ada Holm', count: 1 },
        { value: 'person-bo-olsen', label: 'Bo Olsen', count: 1 },
      ],
      year: [{ value: '2026', label: '2026', count: 6 }],
    })
    for (const { value, count } of facets.speaker) expect((await json(`/v1/quotes?speaker=${value}`)).total).toBe(count)
  })

  it.each(['-publishedAt', '-words', 'relevance'])('by %s, pages give every quote once', async (sort) => {
    const q = sort === 'relevance' ? '&q=the' : ''
    const all = (await json(`/v1/quotes?sort=${sort}${q}`)).items
    const seen = []
    let cursor: string | null = null
    do {
      const url: string = `/v1/quotes?sort=${sort}${q}&limit=2${cursor ? `&cursor=${cursor}` : ''}`
      const page: { items: unknown[]; next: string | null } = await json(url)
      seen.push(...page.items)
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(all)
  })

  it.each([
    ['relevance without words', '?sort=relevance', 'sort'],
    ['a day that is none', '?from=2024-02-30', 'from'],
    ['a field that cannot be counted', '?facets=title', 'facets'],
    ['the parameter of an entity', '?type=person', 'type'],
  ])('%s is a 400 that names it', async (_, query, parameter) => {
    const answer = await app.inject(`/v1/quotes${query}`)
    expect([answer.statusCode, answer.json().errors[0].parameter]).toEqual([400, parameter])
  })

  it.each(['"', '*', 'a OR', 'NEAR(a b)', 'said : x', '(((', "'; drop table quote --", '\u{1f41f}'])(
    'q=%s is plain text',
    async (q) => {
      expect((await app.inject(`/v1/quotes?q=${encodeURIComponent(q)}`)).statusCode).toBe(200)
    },
  )

  it.each([[[]], [['x']], [[1e300]], [[-1, 'x', 3]], [[2 ** 60]]])(
    'a cursor that was made up, %j, breaks nothing',
    async (key) => {
      const cursor = writeCursor({ query: '/v1/quotes', state: await app.store.generation() }, key)
      expect((await app.inject(`/v1/quotes?cursor=${cursor}`)).statusCode).toBe(200)
    },
  )

  it('a cursor fits no other question', async () => {
    const { next } = await json('/v1/quotes?limit=1&q=wait')
    const other = await json(`/v1/quotes?limit=1&q=herring&cursor=${next}`)
    expect(other.type).toBe('/problems/invalid-cursor')
  })
})

it('/v1/articles finds words in titles and bodies, and shows some of the places', async () => {
  const { items, total } = await json('/v1/articles?q=herring')
  expect(total).toBe(1)
  const [{ highlights }] = items
  expect(highlights[0].text).toBe('herring')
  expect(highlights[0].context).toEqual({ prefix: '“The ', suffix: ' will not wait for ever,” said M' })
  expect((await json('/v1/articles?entity=ystad')).items[0].id).toBe(harbour.article.id)
  expect((await json('/v1/articles?speaker=Q7&facets=speaker')).facets.speaker[0].label).toBe('Ada Holm')
})

it('/v1/speakers sums over articles, and over those that are selected', async () => {
  const { items } = await json('/v1/speakers')
  expect(items.map(({ name, articles, quotes }: Record<string, unknown>) => [name, articles, quotes])).toEqual([
    ['Mara Lind', 2, 3],
    ['Bo Olsen', 1, 1],
    ['Ada Holm', 1, 1],
  ])
  expect(items[0]).toMatchObject({ entityId: 'person-mara-lind', sameBy: 'name' })
  expect(items[2]).toMatchObject({ entityId: 'Q7', sameBy: 'link' })
  const [mara] = (await json('/v1/speakers?from=2026-11-03')).items
  expect([mara.articles, mara.quotes]).toEqual([1, 1])
  for (const { links } of items) {
    expect((await json(links.entity)).total).toBe(1)
    expect((await json(links.articles)).total).toBeGreaterThan(0)
    expect((await json(links.quotes)).total).toBeGreaterThan(0)
  }
})

it('/v1/entities groups what is linked, and what has one type and name', async () => {
  const { items } = await json('/v1/entities')
  expect(items[0]).toMatchObject({ id: 'person-mara-lind', sameBy: 'name', wikidata: null, counts: { articles: 2 } })
  expect((await json('/v1/entities?q=holm')).items).toMatchObject([{ id: 'Q7', sameBy: 'link', wikidata: 'Q7' }])
  expect((await json('/v1/entities?type=place')).items.map(({ name }: { name: string }) => name)).toEqual(['Ystad'])
  for (const { links, counts } of items) expect((await json(links.articles)).total).toBe(counts.articles)
})

describe('what is too slow', () => {
  it('is a 503 that says when to try again', async () => {
    await using service = await openService([harbour], {}, { store: openSqlite(':memory:', { deadline: -1 }) })
    const write = newsroom({ seed: 1, people: 5, places: 5, words: 50, quotes: 4, paragraphWords: 5 })
    for (let n = 0; n < 40; n++) await service.store.put(write(n))
    const { statusCode, headers, json: body } = await service.inject('/v1/quotes?facets=kind')
    expect([statusCode, body().type, headers['retry-after']]).toEqual([503, '/problems/query-timeout', '2'])
  })
})

describe('a whole archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-archive-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = newsroom({ seed: 9, people: 40, places: 10, words: 300, quotes: 5, paragraphWords: 40 })

  it('comes as lines and as CSV, each quote once', async () => {
    await using service = await openService(Array.from({ length: 120 }, (_, n) => write(n)))
    const lines = (await service.inject('/v1/quotes.ndjson?kind=direct')).body.trimEnd().split('\n')
    const { total } = (await service.inject('/v1/quotes?kind=direct&limit=1')).json()
    expect(lines).toHaveLength(total)
    expect(new Set(lines.map((line) => JSON.parse(line).links.self)).size).toBe(total)
    const rows = (await service.inject('/v1/quotes.csv?kind=direct&fields=id,article.id')).body.trimEnd().split('\r\n')
    expect(rows).toHaveLength(total + 1)
    expect(rows[0]).toBe('id,article.id')
    expect((await service.inject('/v1/quotes.csv?limit=3')).body.trimEnd().split('\r\n')).toHaveLength(4)
  })

  describe('in a file', async () => {
    const store = openSqlite(join(folder, 'a.sqlite'))
    const longer = newsroom({ seed: 4, people: 40, places: 10, words: 300, quotes: 40, paragraphWords: 2 })
    await Promise.all(Array.from({ length: 250 }, (_, n) => store.put(longer(n))))
    let batches = 0
    const counting: typeof store.stream = async function* (...asked) {
      for await (const batch of store.stream(...asked)) {
        batches++
        yield batch
      }
    }
    const service = await buildApp({ store: { ...store, stream: counting } }, { server: { handlerTimeout: 200 } })
    const url = await service.listen({ port: 0, host: '127.0.0.1' })
    afterAll(async () => {
      await service.close()
      await store.close()
    })
    const begun = async (path: string) => ((await once(get(url + path), 'response')) as [IncomingMessage])[0]

    it('is read no faster than it is taken, and to its end however long that takes', async () => {
      const { quotes } = await store.size()
      const answer = await begun('/v1/quotes.ndjson')
      await setTimeout(400)
      const taken = batches
      let lines = 0
      for await (const chunk of answer) lines += String(chunk).split('\n').length - 1
      expect([lines, answer.complete]).toEqual([quotes, true])
      expect(taken).toBeLessThan(batches / 2)
    })

    it('makes room when a reader goes away', async () => {
      for (let n = 0; n < 4; n++) {
        const answer = await begun('/v1/quotes.ndjson')
        await once(answer, 'data')
        answer.destroy()
        await expect.poll(async () => (await service.inject('/v1/speakers.csv')).statusCode).toBe(200)
      }
    })

    it('has room for two readers, and says so to the third', async () => {
      const readers = [await begun('/v1/quotes.ndjson'), await begun('/v1/quotes.csv')]
      const third = await service.inject('/v1/quotes.ndjson')
      expect([third.json().type, third.headers['retry-after']]).toEqual(['/problems/overloaded', '10'])
      for (const reader of readers) reader.destroy()
    })

    it('is not read for its headers alone', async () => {
      const before = batches
      const { statusCode, headers, body } = await service.inject({ method: 'HEAD', url: '/v1/quotes.ndjson' })
      expect([statusCode, headers['content-type'], body, batches]).toEqual([200, forms.ndjson.type, '', before])
    })
  })
})

it('who takes a piece of an export too late is cut off, who takes it in time is not', async () => {
  async function* pieces() {
    yield* [1, 2, 3]
  }
  const taken = async (pause: number) => {
    let cuts = 0
    for await (const _ of takenInTime(pieces(), () => cuts++, 50)) await setTimeout(pause)
    return cuts
  }
  expect([await taken(0), await taken(80)]).toEqual([0, 3])
})

it.each([
  ['a page that was read while an article came is read again', 1, 2],
  ['but not for ever', Infinity, 5],
])('%s', async (_, writes, expected) => {
  const store = openSqlite(':memory:')
  await store.put(harbour)
  let written = 0
  const list: typeof store.list = async (...asked) => {
    const found = await store.list(...asked)
    const said = `“${written} boats,” said Mara Lind.`
    const story = { path: `${written}`, title: `Story ${written}`, said, speaker: 'Mara Lind' }
    if (written++ < writes) await store.put(storyOf(story))
    return found
  }
  const service = await buildApp({ store: { ...store, list } })
  expect((await service.inject('/v1/articles')).json().total).toBe(expected)
  await service.close()
  await store.close()
})

it('what the lists call a speaker or an entity selects the same within its article', async () => {
  for (const [path, list, parameter] of [
    ['speakers', 'quotes', 'speaker'],
    ['entities', 'entities', 'entity'],
  ] as const) {
    const { items } = await json(`/v1/${path}`)
    for (const id of items.map((each: { id?: string; entityId?: string }) => each.id ?? each.entityId)) {
      const { items: found } = await json(`/v1/articles?entity=${id}`)
      expect(found.length).toBeGreaterThan(0)
      for (const article of found)
        expect((await json(`${article.links.self}/${list}?${parameter}=${id}`)).total).toBeGreaterThan(0)
    }
  }
})
