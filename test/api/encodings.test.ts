import { hash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { A, openApp, version } from '../helpers/app.ts'

const app = await openApp()
const get = (path: string, encoding?: string, more: Record<string, string> = {}) =>
  app.inject({ url: A + path, headers: { ...(encoding !== undefined && { 'accept-encoding': encoding }), ...more } })

const opened = { br: brotliDecompressSync, gzip: gunzipSync }

describe('an answer that does not change', () => {
  it.each([
    '',
    '/text',
    '/quotes',
    '/quotes.csv',
    '/entities',
    '.html',
    '.jsonld',
    '.ninjs',
    `/versions/${version}/text`,
  ])('…%s comes in three encodings, each with a tag of its own', async (path) => {
    const plain = await get(path)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const tags = [plain.headers.etag]
    for (const encoding of ['br', 'gzip'] as const) {
      const packed = await get(path, encoding)
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers.vary).toContain('Accept-Encoding')
      expect(opened[encoding](packed.rawPayload)).toEqual(plain.rawPayload)
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length * 0.75)
      expect(Number(packed.headers['content-length'])).toBe(packed.rawPayload.length)
      const again = await get(path, encoding, { 'if-none-match': String(packed.headers.etag) })
      expect([again.statusCode, again.headers.etag]).toEqual([304, packed.headers.etag])
      const head = await app.inject({ method: 'HEAD', url: A + path, headers: { 'accept-encoding': encoding } })
      expect({ ...head.headers, date: 0, 'x-request-id': 0 }).toEqual({ ...packed.headers, date: 0, 'x-request-id': 0 })
      tags.push(packed.headers.etag)
    }
    expect(new Set(tags).size).toBe(3)
    const other = await get(path, 'identity', { 'if-none-match': String(tags[1]) })
    expect(other.statusCode).toBe(200)
  })

  it('is the same bytes the second time', async () => {
    for (const encoding of ['identity', 'br', 'gzip']) {
      const [first, second] = [await get('/quotes', encoding), await get('/quotes', encoding)]
      expect(second.rawPayload).toEqual(first.rawPayload)
      expect({ ...second.headers, date: 0, 'x-request-id': 0 }).toEqual({
        ...first.headers,
        date: 0,
        'x-request-id': 0,
      })
    }
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', undefined],
    ['identity', undefined],
    ['identity;q=1, br;q=0.5', undefined],
    ['*', 'br'],
    ['*;q=0, gzip', 'gzip'],
    ['deflate, zstd', undefined],
    ['GZIP', 'gzip'],
    ['', undefined],
    ['identity;q=0', 406],
    ['*;q=0', 406],
    ['gzip;q=2', undefined],
  ])('Accept-Encoding: %s gives %s', async (header, expected) => {
    const { statusCode, headers } = await get('/quotes', header)
    if (expected === 406) return expect(statusCode).toBe(406)
    expect([statusCode, headers['content-encoding']]).toEqual([200, expected])
  })
})

it('small answers and answers to a question are not compressed', async () => {
  for (const path of [`/versions/${version}`, '/quotes?kind=direct', '/quotes?limit=5']) {
    const { headers } = await get(path, 'br, gzip')
    expect(headers['content-encoding']).toBeUndefined()
    const again = await get(path, 'br, gzip', { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
  }
})

it('unless nothing else is taken', async () => {
  const { headers, rawPayload } = await get('/quotes?limit=1', 'gzip, identity;q=0')
  expect(headers['content-encoding']).toBe('gzip')
  expect(JSON.parse(gunzipSync(rawPayload).toString()).items).toHaveLength(1)
})

it('the digest of a text is that of the bytes that are sent', async () => {
  for (const encoding of ['identity', 'br', 'gzip']) {
    const { headers, rawPayload } = await get('/text', encoding)
    expect(headers['repr-digest']).toBe(`sha-256=:${hash('sha256', rawPayload, 'base64')}:`)
  }
})
