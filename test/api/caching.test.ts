import { describe, expect, it } from 'vitest'
import { A, openApp, shipped, version } from '../helpers/app.ts'

const app = await openApp()
const get = (path: string, headers: Record<string, string> = {}) => app.inject({ url: A + path, headers })

const paths = [
  '',
  '/text',
  '/metadata',
  '/blocks',
  '/quotes',
  '/quotes.csv',
  '/quotes.ndjson',
  '/quotes/6147c18f',
  '/speakers',
  '/speakers/anwar-ibrahim',
  '/entities',
  '/entities/anwar-ibrahim',
  '/versions',
  `/versions/${version}`,
  `/versions/${version}/text`,
  `/versions/${version}/quotes`,
  '/quotes?kind=direct&limit=2',
]

describe.each(paths)('…%s', (path) => {
  it('has a strong tag that is known before the work is done', async () => {
    const { headers } = await get(path)
    expect(headers.etag).toMatch(/^"[\w-]+(?:\.\w+)?"$/)
    expect(headers.vary).toContain('Accept')
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/)
  })

  it('is a 304 without content to who has it', async () => {
    const { headers, statusCode } = await get(path)
    expect(statusCode).toBe(200)
    const tag = String(headers.etag)
    const known = [
      tag,
      `W/${tag}`,
      `"a", ${tag}, "b"`,
      '*',
      ' * ',
      tag.replace(/"$/, '-gzip"'),
      tag.replace(/"$/, '-br"'),
      `${Array.from({ length: 200 }, (_, n) => `"${n}"`).join(',')},${tag}`,
    ]
    for (const each of known) {
      const again = await get(path, { 'if-none-match': each })
      expect([each.slice(0, 40), again.statusCode, again.body]).toEqual([each.slice(0, 40), 304, ''])
      for (const name of ['etag', 'cache-control', 'vary']) expect(again.headers[name]).toBe(headers[name])
      expect(again.headers['content-length']).toBeUndefined()
    }
  })

  it('is sent whole to who has something else, or says nothing that can be read', async () => {
    const { headers } = await get(path)
    const bare = String(headers.etag).replaceAll('"', '')
    for (const each of ['"other"', bare, '""', 'W/', '"', `"${bare}`, `'${bare}'`, ','])
      expect([each, (await get(path, { 'if-none-match': each })).statusCode]).toEqual([each, 200])
  })

  it('HEAD is GET without the content', async () => {
    const [whole, head] = [await get(path), await app.inject({ method: 'HEAD', url: A + path })]
    const { date: _, 'x-request-id': id, ...expected } = whole.headers
    const { date: __, 'x-request-id': otherId, ...headers } = head.headers
    expect([head.statusCode, head.body, headers]).toEqual([200, '', expected])
    expect(id).not.toBe(otherId)
    const again = await app.inject({
      method: 'HEAD',
      url: A + path,
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })
})

it('what is not there is a 404, even to who has anything', async () => {
  for (const path of ['/quotes/none', '/entities/none', '/versions/none'])
    expect((await get(path, { 'if-none-match': '*' })).statusCode).toBe(404)
})

it('every answer has a tag of its own', async () => {
  const answers = [
    ...paths,
    '?offsets=utf8',
    '?fields=id',
    '/quotes?offsets=utf8',
    '/quotes?limit=1',
    '/quotes?include=context',
  ]
  const tags = await Promise.all(answers.map(async (path) => (await get(path)).headers.etag))
  expect(new Set(tags).size).toBe(answers.length)
})

it('the same question in other words has the same tag, and the same self', async () => {
  const [one, other] = [
    await get('/quotes?limit=2&kind=direct'),
    await get('/quotes?kind=direct&sort=position&limit=2&offsets=utf16'),
  ]
  expect(one.headers.etag).toBe(other.headers.etag)
  expect(one.json().self).toBe(`${A}/quotes?kind=direct&limit=2`)
  expect(other.body).toBe(one.body)
})

it('a better extractor changes the tag, in the same version', async () => {
  const better = structuredClone(shipped)
  for (const quote of better.quotes) quote.attribution.extractor = 'rules-99'
  await using changed = await openApp([shipped, better])
  expect((await changed.inject(`${A}/quotes`)).headers.etag).not.toBe((await get('/quotes')).headers.etag)
})

it('so does what is known beside the words, and the new answer has it', async () => {
  const filed = structuredClone(shipped)
  filed.article.keywords = ['harbour']
  await using changed = await openApp()
  const before = await changed.inject(`${A}/metadata`)
  await changed.store.put(filed)
  const after = await changed.inject({
    url: `${A}/metadata`,
    headers: { 'if-none-match': String(before.headers.etag) },
  })
  expect([after.statusCode, after.json().keywords]).toEqual([200, ['harbour']])
})

it('a time of loading is in no answer but that of versions', async () => {
  const { items } = (await get('/versions')).json()
  expect(items[0].ingestedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  for (const path of paths.filter((each) => !each.startsWith('/versions')))
    expect((await get(path)).body).not.toContain('ingestedAt')
})

it('a modified-since is not understood, and does no harm', async () => {
  for (const date of [new Date(Date.now() + 1e9).toUTCString(), 'not a date'])
    expect((await get('/quotes', { 'if-modified-since': date })).statusCode).toBe(200)
})

it('a range is not understood: the whole is sent', async () => {
  for (const range of ['bytes=0-9', 'bytes=0-1,5-9', 'lines=1', 'bytes=9999999-'])
    expect((await get('/text', { range })).statusCode).toBe(200)
})
