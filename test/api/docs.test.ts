import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openService } from '../helpers/service.ts'

const app = await openService([])

it('the page of documentation comes whole from here, and runs no script of its own text', async () => {
  const { headers, body, statusCode } = await app.inject('/docs')
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toMatch(/script-src 'self'(?:;|$)/)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  const scripts = [...body.matchAll(/<script([^>]*)>(.*?)<\/script>/g)]
  expect(scripts.length).toBeGreaterThan(0)
  for (const [, attributes, inside] of scripts)
    expect([attributes, inside!.trim()]).toEqual([expect.stringContaining('src='), ''])
  for (const [, address] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect(address).not.toMatch(/^(?:https?:)?\/\//)
    expect((await app.inject(new URL(address!, 'http://a/docs/').pathname)).statusCode).toBe(200)
  }
})

it('a browser that opens the service comes to its documentation', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
  const { statusCode, headers } = await app.inject({ url: '/', headers: browser })
  expect([statusCode, headers.location, headers.vary]).toEqual([303, '/docs', 'Accept'])
  expect((await app.inject('/')).json().type).toBe('/problems/route-not-found')
  expect((await app.inject('/openapi.json')).json().paths).not.toHaveProperty('/')
  await using published = await openService([], { publicUrl: 'https://news.example/api' })
  const answer = await published.inject({ url: '/', headers: browser })
  expect(answer.headers.location).toBe('https://news.example/api/docs')
})

it.each([
  ['br', brotliDecompressSync, 40_000],
  ['gzip', gunzipSync, 50_000],
] as const)('the document is compressed (%s), with a tag of its own', async (encoding, decompressed, most) => {
  const headers = { 'accept-encoding': encoding }
  const plain = await app.inject('/openapi.json')
  const answer = await app.inject({ url: '/openapi.json', headers })
  expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' })
  expect(answer.rawPayload.length).toBeLessThan(most)
  expect(decompressed(answer.rawPayload).toString()).toBe(plain.body)
  expect(answer.headers.etag).not.toBe(plain.headers.etag)
  const again = await app.inject({
    url: '/openapi.json',
    headers: { ...headers, 'if-none-match': String(answer.headers.etag) },
  })
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', answer.headers.etag])
})

it('the document is a 304 to who has it', async () => {
  const { headers } = await app.inject('/openapi.json')
  const again = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': String(headers.etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})
