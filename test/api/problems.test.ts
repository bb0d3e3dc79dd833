import { describe, expect, it } from 'vitest'
import { problems } from '#/src/errors.ts'
import { StoreError } from '#/src/store/store-error.ts'
import { A, openApp } from '../helpers/app.ts'

const app = await openApp()

describe('/problems/{type}', () => {
  it.each(Object.entries(problems))('%s is explained', async (type, { title, status }) => {
    const answer = await app.inject(`/problems/${type}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(title)
    expect(answer.body).toContain(String(status))
  })

  it('what is no problem is one', async () => {
    const answer = await app.inject('/problems/quote-not-fond')
    expect(answer.json()).toMatchObject({
      type: '/problems/problem-not-found',
      suggestions: ['quote-not-found', 'route-not-found'],
    })
  })
})

describe('every failure', () => {
  it.each([
    [400, 'unknown-parameter', `${A}/quotes?speeker=x`],
    [400, 'invalid-parameter', `${A}/quotes?limit=0`],
    [400, 'invalid-cursor', `${A}/quotes?cursor=abc`],
    [400, 'bad-request', '/v1/articles/%ZZ'],
    [400, 'bad-request', '/v1/articles/%FF%FE'],
    [400, 'bad-request', '/v1/articles/a%00b'],
    [404, 'article-not-found', '/v1/articles/none'],
    [404, 'quote-not-found', `${A}/quotes/none`],
    [404, 'entity-not-found', `${A}/entities/none`],
    [404, 'speaker-not-found', `${A}/speakers/none`],
    [404, 'version-not-found', `${A}/versions/none`],
    [404, 'route-not-found', '/v1'],
    [404, 'article-not-found', '/v1/articles/'],
    [404, 'quote-not-found', `${A}/quotes/`],
    [404, 'route-not-found', '/V1/articles'],
    [404, 'route-not-found', '//v1/articles'],
    [404, 'route-not-found', `/v1/articles/${'a'.repeat(301)}`],
    [404, 'route-not-found', '/v1/../etc/passwd'],
    [404, 'route-not-found', '/v1/articles/..%2f..%2fetc/passwd'],
    [406, 'not-acceptable', `${A}/blocks?format=html`],
    [414, 'uri-too-long', `/v1/articles?q=${'a'.repeat(8000)}`],
  ])('is a problem: %i %s %s', async (status, type, url) => {
    const answer = await app.inject(url)
    const problem = answer.json()
    expect([answer.statusCode, problem.type, problem.status]).toEqual([status, `/problems/${type}`, status])
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers.etag).toBeUndefined()
    expect(problem.requestId).toEqual(expect.any(String))
    expect(problem.instance?.length ?? 0).toBeLessThanOrEqual(256)
  })

  it('what is too long is not said again', async () => {
    for (const url of [`/v1/articles/${'a'.repeat(301)}`, `/v1/articles?q=${'a'.repeat(8000)}`])
      expect((await app.inject(url)).body).not.toContain('aaaa')
    expect((await app.inject(`${A}/quotes?q=${'a'.repeat(900)}`)).json().instance).toHaveLength(256)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY', 'PROPFIND'])('%s is not allowed', async (method) => {
    for (const url of [A, '/v1/none', '/openapi.json']) {
      const answer = await app.inject({
        method: method as 'POST',
        url,
        payload: '{"half',
        headers: { 'content-type': 'application/json' },
      })
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect([answer.headers['access-control-allow-origin'], answer.headers['x-content-type-options']]).toEqual([
        '*',
        'nosniff',
      ])
      expect(answer.json().type).toBe('/problems/method-not-allowed')
    }
  })

  it('OPTIONS says what is allowed', async () => {
    for (const url of [A, '*']) {
      const answer = await app.inject({ method: 'OPTIONS', url })
      expect([answer.statusCode, answer.headers.allow, answer.body]).toEqual([204, 'GET, HEAD, OPTIONS', ''])
    }
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: A,
      headers: { origin: 'https://reader.example', 'access-control-request-method': 'GET' },
    })
    expect(preflight.headers['access-control-allow-origin']).toBe('*')
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each([
    ['DISK_ERROR', 503, 'not-ready', '10'],
    ['BUSY', 503, 'not-ready', '10'],
    ['CLOSED', 503, 'not-ready', '1'],
    ['STORE_CORRUPT', 503, 'store-corrupt', '60'],
    ['NOT_AN_ARCHIVE', 500, 'internal', undefined],
  ] as const)('is no bug where the archive cannot be read: %s', async (code, status, type, retry) => {
    await using broken = await openApp()
    broken.store.head = async () => {
      throw new StoreError(code, 'it says so')
    }
    const answer = await broken.inject(A)
    expect([answer.statusCode, answer.json().type]).toEqual([status, `/problems/${type}`])
    expect(answer.headers['retry-after']).toBe(retry)
  })

  it('a bug says nothing of itself', async () => {
    await using broken = await openApp()
    broken.store.head = async () => {
      throw new Error('secret of /etc/passwd')
    }
    const answer = await broken.inject(A)
    expect([answer.statusCode, answer.json().type]).toEqual([500, '/problems/internal'])
    expect(answer.body).not.toMatch(/secret|passwd|\bat /)
  })
})
