import { get, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { A, emojiText, openApp, recordOfText, shipped, version } from './helpers/app.ts'

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** The service on a port, with its archive, and how often that was asked for an article. */
async function openLive(options = {}) {
  const store = openSqlite(':memory:')
  await store.put(shipped)
  const asked = { heads: 0 }
  const counting = {
    ...store,
    head: (...args: Parameters<typeof store.head>) => {
      asked.heads++
      return store.head(...args)
    },
  }
  const app = await openApp([], options, { store: counting })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) =>
      get(`${url}${path}`, { headers, method, agent: false }, async (answer) =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          body: await textOf(answer.setEncoding('latin1')),
        }),
      ).on('error', reject),
    )
  return { app, store, asked, ask, port: Number(new URL(url).port) }
}

const live = await openLive()
afterAll(() => live.app.close())
const { ask, asked } = live

/** What must be the same in two answers to one question. */
const same = ({ status, headers: { date: _, 'x-request-id': __, ...headers }, body }: Answer) => ({
  status,
  headers,
  body,
})

describe('asked again it answers the same, and asks no route', () => {
  it.each([
    ['an article', A, {}],
    ['compressed', A, { 'accept-encoding': 'br' }],
    ['as it is chosen', A, { accept: 'text/html', 'accept-encoding': 'gzip' }],
    ['for a page of another origin', A, { origin: 'https://elsewhere.example' }],
    ['a long list', `${A}/quotes`, {}],
    ['a filtered list', `${A}/quotes?speaker=julia-roknifard&offsets=utf8`, {}],
    ['a table', `${A}/quotes.csv?fields=id,text`, {}],
    ['the text', `${A}/text`, {}],
    ['quotes of all articles', '/v1/quotes?q=consistent', {}],
    ['a citation', `${A}/quotes/6147c18f.csl`, {}],
  ])('%s', async (_, path, headers) => {
    const first = await ask(path, headers)
    const before = asked.heads
    const again = await ask(path, headers)
    expect(first.status).toBe(200)
    expect(same(again)).toEqual(same(first))
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    expect(asked.heads).toBe(before)
  })

  it('that nothing is new, without the headers of a body', async () => {
    const { etag } = (await ask(A)).headers
    const first = await ask(A, { 'if-none-match': etag! })
    const before = asked.heads
    const again = await ask(A, { 'if-none-match': etag! })
    expect(asked.heads).toBe(before)
    expect([first.status, again.status, again.body]).toEqual([304, 304, ''])
    for (const name of ['etag', 'cache-control', 'vary', 'link', 'access-control-allow-origin'])
      expect(again.headers[name], name).toBe(first.headers[name])
    expect(again.headers).not.toHaveProperty('content-type')
  })
})

describe('it asks the routes', () => {
  it.each(['versions', '%76ersions', 'v%65rsions'])(
    'for what older versions are a part of, as …/%s',
    async (written) => {
      await ask(`${A}/${written}/${version}/text`)
      const before = asked.heads
      await ask(`${A}/${written}/${version}/text`)
      expect(asked.heads).toBeGreaterThan(before)
    },
  )

  it('once another archive is in the place of this one', async () => {
    const replaced = await openLive()
    await replaced.ask(A)
    replaced.app.archiveState.fault = 'replaced'
    expect((await replaced.ask(A)).status).toBe(503)
    await replaced.app.close()
  })

  it('for the headers alone', async () => {
    await ask(A)
    const before = asked.heads
    expect((await ask(A, {}, 'HEAD')).status).toBe(200)
    expect(asked.heads).toBeGreaterThan(before)
  })

  it.each([
    ['what was refused', `${A}/quotes?speeker=x`],
    ['what is not there', '/v1/articles/none'],
  ])('for %s', async (_, path) => {
    await ask(path)
    const { headers, body } = await ask(path)
    expect(JSON.parse(body).requestId).toBe(headers['x-request-id'])
  })

  it('for what has two hosts, after it was answered with one', async () => {
    await ask(A)
    const socket = connect(live.port, '127.0.0.1')
    socket.end(`GET ${A} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`)
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('when the archive has changed', async () => {
    const other = await openLive()
    const { total: before } = JSON.parse((await other.ask('/v1/articles')).body)
    await other.store.put(recordOfText(emojiText, 'harbour.txt'))
    const { total: after } = JSON.parse((await other.ask('/v1/articles')).body)
    expect([before, after]).toEqual([1, 2])
    await other.app.close()
  })

  it('when requests are counted', async () => {
    const limited = await openLive({ limits: { lateness: null, perMinute: 10 } })
    const left = async (): Promise<number> => Number((await limited.ask(A)).headers['ratelimit-remaining'])
    expect((await left()) - (await left())).toBe(1)
    await limited.app.close()
  })

  it('once it is closing', async () => {
    const closing = await openLive()
    await closing.ask(A)
    const closed = closing.app.close()
    const answer = await closing.ask(A).catch(() => ({ status: 'refused' }))
    expect([503, 'refused']).toContain(answer.status)
    await closed
  })
})
