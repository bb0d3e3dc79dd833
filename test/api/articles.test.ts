import { describe, expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { recordOf } from '../helpers/record.ts'
import { openService } from '../helpers/service.ts'

const records = [
  harbour,
  recordOf({ path: 'a', title: 'Zebra crossing', text: 'One.', publishedAt: '2026-01-02' }),
  recordOf({ path: 'b', title: 'apple harvest', text: 'Two.', publishedAt: '2026-03-04' }),
  recordOf({ path: 'c', title: 'Élan vital', text: 'Three.' }),
  recordOf({ path: 'd', title: 'Apple harvest ends', text: 'Four.' }),
]
const app = await openService(records)
type Page = { items: { id: string; title: string }[]; total: number; next: string | null; self: string }
const page = async (query: string) => (await app.inject(`/v1/articles${query}`)).json<Page>()
const titles = async (query: string) => (await page(query)).items.map(({ title }) => title)

describe('/v1/articles', () => {
  it('is in the order of titles', async () => {
    expect(await titles('')).toEqual(await titles('?sort=title'))
    expect((await titles('')).toSorted()).toEqual(records.map(({ article }) => article.title).toSorted())
  })

  it('or the newest first, and what has no date last', async () => {
    expect((await titles('?sort=-publishedAt')).slice(0, 3)).toEqual([
      harbour.article.title,
      'apple harvest',
      'Zebra crossing',
    ])
  })

  it.each(['title', '-publishedAt'])('by %s, pages give every article once, in the same order', async (sort) => {
    const all = await titles(`?sort=${sort}`)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { items, next, total }: Page = await page(`?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      expect(total).toBe(records.length)
      seen.push(...items.map(({ title }) => title))
      cursor = next
    } while (cursor)
    expect(seen).toEqual(all)
  })

  it('a cursor ends when an article changes', async () => {
    await using changing = await openService(records)
    const { next } = (await changing.inject('/v1/articles?limit=1')).json<Page>()
    await changing.store.put(recordOf({ path: 'e', title: 'New', text: 'Five.' }))
    const answer = await changing.inject(`/v1/articles?limit=1&cursor=${next}`)
    expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/cursor-expired'])
  })

  it('as CSV and as lines of JSON', async () => {
    const csv = (await app.inject('/v1/articles.csv?fields=title,publishedAt&limit=1&sort=-publishedAt')).body
    expect(csv).toBe(`title,publishedAt\r\n${harbour.article.title},2026-11-02T08:30:00+01:00\r\n`)
    const lines = (await app.inject('/v1/articles.ndjson')).body.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual((await page('')).items)
  })
})

describe('/v1/articles.ndjson', () => {
  const many = Array.from({ length: 450 }, (_, n) => recordOf({ path: `${n}`, title: `Article ${n}`, text: `${n}.` }))

  it('is every article, unless a limit is given', async () => {
    await using full = await openService(many)
    const ids = async (query: string) =>
      (await full.inject(`/v1/articles${query}`)).body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id as string)
    const all = await ids('.ndjson')
    expect(new Set(all).size).toBe(450)
    expect(await ids('?format=ndjson')).toEqual(all)
    expect(await ids('.ndjson?limit=100')).toEqual(all.slice(0, 100))
    expect(await ids('.ndjson?sort=title&fields=id')).toEqual(all)
    const tags = await Promise.all(
      ['.ndjson', '.ndjson?limit=100'].map(async (query) => (await full.inject(`/v1/articles${query}`)).headers.etag),
    )
    expect(tags[0]).not.toBe(tags[1])
    const headers = { 'if-none-match': String(tags[0]) }
    expect((await full.inject({ url: '/v1/articles.ndjson', headers })).statusCode).toBe(304)
    const head = await full.inject({ method: 'HEAD', url: '/v1/articles.ndjson' })
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', tags[0]])
  })
})

describe('/v1/articles/{articleId}', () => {
  it('has the members of the list, and more', async () => {
    const one = (await app.inject(H)).json()
    const { publisher, highlights, ...listed } = (await page('?sort=-publishedAt')).items[0]! as unknown as Record<
      string,
      unknown
    >
    expect(highlights).toEqual([])
    expect(one).toMatchObject(listed)
    expect(one.publisher).toMatchObject(publisher as object)
    expect(one.text).toMatchObject({
      href: `${H}/text`,
      length: harbour.article.text.length,
      sha256: harbour.article.text.sha256,
    })
  })

  it('says which ids are near', async () => {
    const answer = await app.inject('/v1/articles/zebra-crosing')
    expect([answer.statusCode, answer.json().suggestions]).toEqual([404, ['zebra-crossing']])
  })

  it('suggests the nearest id in a large archive, too, whichever comes first', async () => {
    const titles = ['Zebra crossing opens', ...Array.from({ length: 1_100 }, (_, at) => `Story ${at}`), 'Zebras']
    await using large = await openService(titles.map((title) => recordOf({ title, path: title, text: `“${title}”` })))
    for (const path of ['zebra-crosing-opens', 'zebra-crossing', 'zebra-crosing-opens/versions'])
      expect((await large.inject(`/v1/articles/${path}`)).json().suggestions).toEqual(['zebra-crossing-opens'])
  })
})
