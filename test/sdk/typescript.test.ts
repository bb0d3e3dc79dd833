import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { id, shipped, version, withEmoji } from '../helpers/app.ts'
import { openGateway, openLive, withMark } from './live.ts'
import { installed } from './packed.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = installed()
const at = (file: string): string => pathToFileURL(join(folder, 'node_modules/verbatim-sdk', file)).href
const sdk: typeof import('#/src/sdk/index.ts') = await import(at('index.js'))
const { Verbatim, BadRequestError, NetworkError, NotFoundError, ProblemError, TimeoutError } = sdk

const live = await openLive()
afterAll(() => live[Symbol.asyncDispose]())
const verbatim = new Verbatim({ baseUrl: live.url })

describe('it asks for everything that an article holds', () => {
  it.each([
    ['an article', () => verbatim.articles.get(id), { id, version }],
    ['its metadata', () => verbatim.articles.metadata(id), { id }],
    ['a quote', () => verbatim.articles.quote(id, '6147c18f', { include: 'evidence' }), { id: '6147c18f' }],
    ['a citation', () => verbatim.articles.citation(id, '6147c18f'), { 'container-title': 'BenarNews' }],
    ['a speaker', () => verbatim.articles.speaker(id, 'anwar-ibrahim'), { entityId: 'anwar-ibrahim' }],
    ['an entity', () => verbatim.articles.entity(id, 'ismail-haniyeh'), { id: 'ismail-haniyeh' }],
    ['its versions', () => verbatim.articles.versions(id), { total: 1 }],
    ['a version', () => verbatim.articles.version(id, version), { version }],
    ['what changed in it', () => verbatim.articles.changes(id, version), { from: null, to: version }],
    ['a quote of a version', () => verbatim.articles.quote(id, '6147c18f', { version }), { id: '6147c18f' }],
    ['what has changed', () => verbatim.articles.changes(id, version, { since: version }), { items: [] }],
    ['anything by its path', () => verbatim.get('/healthz'), {}],
  ])('%s', async (_, asked, expected) => {
    expect(await asked()).toMatchObject(expected)
  })

  it.each(['blocks', 'quotes', 'speakers', 'entities'] as const)(
    '%s, of the article and of a version',
    async (list) => {
      const now = await verbatim.articles[list](id).page()
      const then = await verbatim.articles[list](id, { version }).page()
      expect(now.items.length).toBeGreaterThan(0)
      expect(then.total).toBe(now.total)
      expect(then.self).toBe(`/v1/articles/${id}/versions/${version}/${list}`)
    },
  )

  it('what all articles hold', async () => {
    const quotes = await verbatim.archive.quotes({ q: 'consistent', speaker: 'Julia Roknifard', kind: 'direct' }).page()
    expect(quotes.items[0]).toMatchObject({ id: '6147c18f', article: { id } })
    const said = await verbatim.archive.speakers({ language: 'en' }).toArray()
    expect(said.map(({ name }) => name)).toContain('Anwar Ibrahim')
    const [named] = await verbatim.archive.entities({ q: 'roknifard' }).toArray()
    expect(named).toMatchObject({ name: 'Julia Roknifard', sameBy: 'name' })
    expect((await verbatim.articles.list({ entity: 'Ismail Haniyeh' }).page()).total).toBe(1)
  })

  it('and across articles', async () => {
    const found = await verbatim.quotes.search({ q: 'consistent', facets: 'speaker' }).toArray()
    expect(found.map((quote) => [quote.article.id, quote.id])).toContainEqual([id, '6147c18f'])
    const speakers = await verbatim.speakers.search({ q: 'Nelson' }).page()
    expect(speakers.items.map(({ name }) => name)).toEqual(['Brian Nelson'])
    const places = await verbatim.entities.search({ type: 'place', limit: 5 }).toArray()
    expect(places.length).toBeGreaterThan(5)
    expect((await verbatim.articles.list({ q: 'harbour' }).toArray()).map((each) => each.id)).toEqual([
      withEmoji.article.id,
    ])
    expect(await verbatim.quotes.search({ q: 'consistent', limit: 1 }).csv('id')).toMatch(/^id\r\n/)
  })

  it('what it makes of a path for a version, or for a table, is in the document', () => {
    const { paths } = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8'))
    const plain = Object.keys(paths).filter((path) => !/\.\w+$|versions/.test(path))
    const of = /^\/v1\/articles\/\{articleId\}\//
    const lists = plain.filter((path) => /s$|ies$/.test(path))
    const made = [
      ...plain.filter((path) => of.test(path)).map((path) => path.replace(of, '$&versions/{version}/')),
      ...lists.map((path) => `${path}.csv`),
    ]
    expect(made.filter((path) => !(path in paths) && !path.endsWith('versions.csv'))).toEqual([])
  })
})

describe('a list', () => {
  it('goes on to the end, one page after the other', async () => {
    const pages = []
    for await (const page of verbatim.articles.quotes(id, { limit: 4 }).pages()) pages.push(page.items.length)
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.reduce((a, b) => a + b)).toBe(shipped.quotes.length)
    const ids = (await verbatim.articles.quotes(id, { limit: 4 }).toArray()).map((quote) => quote.id)
    expect(ids).toEqual(shipped.quotes.map((quote) => quote.id))
  })

  it('asks for no page that nobody reads', async () => {
    await using gateway = await openGateway(live.url, (_, __, pass) => pass())
    const list = new Verbatim({ baseUrl: gateway.url }).articles.quotes(id, { limit: 2 })
    expect(gateway.asked).toEqual([])
    for await (const quote of list) if (quote.id === shipped.quotes[2]!.id) break
    expect(gateway.asked.length).toBe(2)
  })

  it('takes one word where several may stand', async () => {
    const one = await verbatim.articles.quotes(id, { speaker: 'julia-roknifard', kind: 'direct' }).toArray()
    const two = await verbatim.articles
      .quotes(id, { speaker: ['Julia Roknifard', 'Brian Nelson'], kind: ['direct'] })
      .toArray()
    expect([one.length, two.length]).toEqual([2, 3])
  })

  it('is a table, too', async () => {
    const table = await verbatim.articles.quotes(id, { speaker: 'julia-roknifard', limit: 1 }).csv('id,speaker.name')
    expect(table).toBe('id,speaker.name\r\n6147c18f,Julia Roknifard\r\n')
  })
})

describe('offsets', () => {
  it.each([
    ['emoji', withEmoji],
    ['a byte order mark', withMark],
  ])('hold in a text with %s', async (_, { article: { id: other } }) => {
    const text = await verbatim.articles.text(other)
    const quotes = await verbatim.articles.quotes(other).toArray()
    expect(quotes.length).toBeGreaterThan(0)
    for (const { range, text: said } of quotes) expect(text.slice(range.start, range.end)).toBe(said)
  })
})

describe('what goes wrong is a class', () => {
  it('404 with the nearest ids', async () => {
    const error = await verbatim.articles.quote(id, '6147c18e').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ name: 'NotFoundError', status: 404, code: 'quote-not-found' })
    expect((error as InstanceType<typeof NotFoundError>).problem.suggestions).toContain('6147c18f')
  })

  it('400 with the parameter', async () => {
    const odd = { speeker: 'x' } as object
    const error = await verbatim.articles
      .quotes(id, odd)
      .page()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(BadRequestError)
    expect(error).toMatchObject({ problem: { errors: [{ parameter: 'speeker', suggestion: 'speaker' }] } })
  })

  it('an error that is no problem has its status', async () => {
    await using gateway = await openGateway(live.url, (_, reply) => void reply.writeHead(500).end('<h1>Oops</h1>'))
    const asked = new Verbatim({ baseUrl: gateway.url }).articles.get(id)
    await expect(asked).rejects.toMatchObject({
      name: 'ProblemError',
      message: 'Internal Server Error',
      problem: { type: 'about:blank', status: 500 },
    })
    expect(gateway.asked.length).toBe(1)
  })

  it('nobody there, with the cause', async () => {
    const gateway = await openGateway(live.url, () => {})
    await gateway[Symbol.asyncDispose]()
    const error = await new Verbatim({ baseUrl: gateway.url, retries: 0 }).articles.get(id).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(NetworkError)
    expect((error as Error).cause).toBeInstanceOf(TypeError)
  })

  it('no answer in time, not even a part of one', async () => {
    await using gateway = await openGateway(live.url, (_, reply) => void reply.writeHead(200).write('{'))
    const asked = new Verbatim({ baseUrl: gateway.url, timeout: 50, retries: 1 }).articles.get(id)
    await expect(asked).rejects.toBeInstanceOf(TimeoutError)
    expect(gateway.asked.length).toBe(2)
  })

  it('a base that is no URL, at once', () => {
    expect(() => new Verbatim({ baseUrl: 'nowhere' })).toThrow(TypeError)
  })
})

describe('a signal', () => {
  it('ends a call that waits for its answer', async () => {
    await using gateway = await openGateway(live.url, () => {})
    const asked = new Verbatim({ baseUrl: gateway.url }).articles.get(id, {}, { signal: AbortSignal.timeout(30) })
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError', constructor: DOMException })
    expect(gateway.asked.length).toBe(1)
  })

  it('ends the waiting between attempts, and a list', async () => {
    await using gateway = await openGateway(
      live.url,
      (_, reply) => void reply.writeHead(503, { 'retry-after': '50' }).end(),
    )
    const stop = new AbortController()
    const hooks = { retry: () => setTimeout(() => stop.abort(new Error('enough')), 10) }
    const list = new Verbatim({ baseUrl: gateway.url, hooks }).articles.quotes(id, {}, { signal: stop.signal })
    await expect(list.toArray()).rejects.toThrow('enough')
  })
})

describe('it tries again', () => {
  it('what fails in passing, as often and as late as it was told', async () => {
    const faults = [
      (reply: ServerResponse) => void reply.writeHead(503, { 'retry-after': '1' }).end(),
      (reply: ServerResponse) => void reply.destroy(),
    ]
    await using gateway = await openGateway(live.url, async (_, reply, pass) => {
      const fault = faults.shift()
      return fault ? fault(reply) : pass()
    })
    const waits: number[] = []
    const hooks = { retry: ({ wait }: { wait: number }) => waits.push(wait) }
    const article = await new Verbatim({ baseUrl: gateway.url, hooks }).articles.get(id)
    expect(article.id).toBe(id)
    expect(gateway.asked.length).toBe(3)
    expect(waits[0]).toBeGreaterThanOrEqual(1000)
    expect(waits[0]).toBeLessThan(1250)
    expect(waits[1]).toBeLessThan(500)
  })

  it('no longer than it was told', async () => {
    await using gateway = await openGateway(live.url, (_, reply) => void reply.writeHead(502).end())
    await expect(new Verbatim({ baseUrl: gateway.url, retries: 1 }).articles.get(id)).rejects.toMatchObject({
      status: 502,
    })
    expect(gateway.asked.length).toBe(2)
  })
})

describe('what was answered before', () => {
  it('is asked for with its tag, and costs a 304', async () => {
    const kept = new Verbatim({ baseUrl: live.url })
    const first = await kept.articles.get(id).withResponse()
    const second = await kept.articles.get(id).withResponse()
    expect([first.response.status, second.response.status]).toEqual([200, 304])
    expect(second.data).toEqual(first.data)
    expect(second.data).not.toBe(first.data)
  })

  it('is kept where it is told, or nowhere', async () => {
    const cache = new Map()
    await new Verbatim({ baseUrl: live.url, cache }).articles.text(id)
    const { response } = await new Verbatim({ baseUrl: live.url, cache }).articles.text(id).withResponse()
    expect(response.status).toBe(304)
    const without = new Verbatim({ baseUrl: live.url, cache: false })
    await without.articles.text(id)
    expect((await without.articles.text(id).withResponse()).response.status).toBe(200)
  })

  it('is forgotten in the order of use, after a hundred', async () => {
    const client = new Verbatim({ baseUrl: live.url })
    const status = async (limit: number): Promise<number> =>
      (await client.articles.quotes(id, { limit }).page().withResponse()).response.status
    for (let limit = 1; limit <= 101; limit++) await status(limit)
    expect([await status(2), await status(1)]).toEqual([304, 200])
  })
})

it('tells what it does', async () => {
  const told: string[] = []
  const client = new Verbatim({
    baseUrl: `${live.url}/`,
    headers: { 'x-of-client': 'a' },
    hooks: {
      request: ({ headers }) => {
        headers.set('x-request-id', 'mine')
        told.push(`${headers.get('x-of-client')} ${headers.get('x-of-call')}`)
      },
      response: ({ status }, { url }) => told.push(`${status} ${new URL(url).pathname}`),
    },
  })
  await client.get('/healthz', { headers: { 'x-of-call': 'b' } })
  expect(told).toEqual(['a b', '200 /healthz'])
})

it('costs whoever imports it 3 kB at most', async () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import { Verbatim } from 'verbatim-sdk'\nglobalThis.verbatim = new Verbatim({ baseUrl: '/' })\n`,
  )
  const bundled = (await build({
    root: folder,
    logLevel: 'silent',
    configFile: false,
    build: { write: false, modulePreload: false, rolldownOptions: { input: join(folder, 'use.js') } },
  })) as Rolldown.RolldownOutput
  const [{ code }] = bundled.output
  expect(code).toContain('if-none-match')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024)
})

it('has types that hold for those who use it', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { type Answer, type Article, NotFoundError, type Quote, Verbatim } from 'verbatim-sdk'

const verbatim = new Verbatim({ baseUrl: new URL('http://127.0.0.1'), cache: new Map(), hooks: { retry: ({ wait }) => wait } })
const article: Answer<Article> = verbatim.articles.get('a', { offsets: 'utf8' }, { signal: AbortSignal.timeout(1) })
const found = verbatim.quotes.search({ q: 'b', offsets: 'codepoint' })
const changed = verbatim.articles.changes('a', 'b', { offsets: 'utf8' })
const title: string | null = (await article).title
const { data, response } = await verbatim.articles.quotes('a').page().withResponse()
const total: number | null = data.total
for await (const quote of verbatim.articles.quotes('a', { speaker: 'b', kind: ['direct'], version: 'c' })) {
  const same: Quote = quote
  const name: string | null | undefined = same.speaker?.name
}
const csv: string = await verbatim.articles.speakers('a').csv('name')
const problem = (error: unknown) => error instanceof NotFoundError && error.problem.suggestions?.[0]
// @ts-expect-error there is no such parameter
verbatim.articles.quotes('a', { speeker: 'b' })
// @ts-expect-error no such kind can be asked for
verbatim.articles.quotes('a', { kind: 'sung' })
// @ts-expect-error pages are turned by the list
verbatim.articles.quotes('a', { cursor: 'b' })
// @ts-expect-error a speaker may be unknown
const speaker: string = data.items[0]!.speaker.name
// @ts-expect-error it must know where the service is
new Verbatim({})
export { changed, csv, found, problem, response, speaker, title, total }
`,
  )
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--noEmit']
  const tsc = join(root, 'node_modules/.bin/tsc')
  for (const module of [
    ['--module', 'nodenext'],
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ])
    execFileSync(tsc, [...strict, ...module, '--target', 'es2022', '--types', '', 'use.ts'], {
      cwd: folder,
      stdio: 'pipe',
    })
})

it('is the version of the service', () => {
  const versionOf = (file: string): string => JSON.parse(readFileSync(join(root, file), 'utf8')).version
  expect(versionOf('src/sdk/package.json')).toBe(versionOf('package.json'))
})

it.each(['README.md', 'src/sdk/README.md', 'docs/sdk/typescript.md'])('does what %s shows', async (page) => {
  const [, shown = '', printed] = /```js\n(import .*?)```\n\n```\n(.*?)```/s.exec(
    readFileSync(join(root, page), 'utf8'),
  )!
  writeFileSync(join(folder, 'shown.js'), shown.replace('http://127.0.0.1:3000', live.url))
  const { stdout } = await run(process.execPath, ['shown.js'], { cwd: folder })
  expect(stdout).toBe(printed)
})
