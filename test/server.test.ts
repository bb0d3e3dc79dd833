import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { recordOf } from './helpers/record.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-server-'))
afterAll(() => rmSync(folder, { recursive: true }))

type ArticleList = { items: { links: { self: string; text: string } }[] }
type Service = { process: ChildProcess; url: string; output: string; errors: string; ended: Promise<number | null> }

const started: ChildProcess[] = []
afterEach(() => {
  for (const process of started.splice(0)) process.kill('SIGKILL')
})

/** Starts a server on a port that is free; its URL comes when it says that it listens, or '' when it ends before. */
async function start(environment: NodeJS.ProcessEnv = {}): Promise<Service> {
  const settings = { HOST: '127.0.0.1', PORT: '0', ARCHIVE: '', ARTICLES: '', PUBLIC_URL: '', LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [join(root, 'src/verbatim.js'), 'serve'], {
    cwd: folder,
    env: { ...process.env, ...settings, ...environment },
  })
  started.push(child)
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>()
  const { promise: listening, resolve: listens } = Promise.withResolvers<string>()
  const service: Service = { process: child, url: '', output: '', errors: '', ended }
  child.stdout.on('data', (chunk) => {
    service.output += chunk
    const event = eventsOf(service).find(({ msg }) => msg === 'listening')
    if (event) listens(event.url)
  })
  child.stderr.on('data', (chunk) => {
    service.errors += chunk
  })
  child.on('close', (code) => {
    listens('')
    end(code)
  })
  service.url = await listening
  return service
}

/** The whole lines of the log: each must be JSON. */
const eventsOf = ({ output }: Pick<Service, 'output'>) =>
  output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const controlsIn = ({ output }: Service) => output.replaceAll('\n', '').match(/\p{Cc}|\p{Zl}/gu) ?? []

/** Milliseconds that the smallest command takes: on a machine that is busy all take longer. */
function startOfNode(): number {
  const since = performance.now()
  spawnSync(process.execPath, [join(root, 'src/verbatim.js'), '--version'])
  return performance.now() - since
}

function link(name: string): string {
  const path = join(folder, `link-to-${name}`)
  symlinkSync(join(root, name), path)
  return path
}

async function end(service: Service, signal: 'SIGTERM' | 'SIGINT' = 'SIGINT') {
  service.process.kill(signal)
  return service.ended
}

describe('verbatim serve', () => {
  it('serves the articles of the package, from whatever folder it is started', async () => {
    const service = await start()
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
    const { items } = (await (await fetch(`${service.url}/v1/articles`)).json()) as ArticleList
    expect(items).toHaveLength(1)
    expect((await fetch(`${service.url}${items[0]!.links.self}`)).status).toBe(200)
    expect(await end(service)).toBe(0)
  })

  it('names what it rejects and what it skips in its log, and serves the rest', async () => {
    const articles = join(folder, 'wire')
    mkdirSync(articles)
    copyFileSync(join(root, 'data/articles/benarnews-anwar-qatar.txt'), join(articles, 'a.txt'))
    writeFileSync(join(articles, 'b.txt'), Buffer.from('Caf\xe9 society said so.', 'latin1'))
    writeFileSync(join(articles, '\u001b[31m\u009b.txt'), '')
    writeFileSync(join(articles, 'c.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const service = await start({ ARTICLES: 'wire' })
    const skipped = eventsOf(service).filter(({ code }) => code === 'NOT_TEXT')
    expect(skipped).toMatchObject([{ msg: 'skipped', level: 'info', path: join(articles, 'c.png') }])
    const rejected = eventsOf(service).filter(({ msg }) => msg === 'rejected')
    expect(rejected).toMatchObject([{ code: 'EMPTY' }, { code: 'ENCODING', path: join(articles, 'b.txt') }])
    expect(eventsOf(service).at(-1)).toMatchObject({ msg: 'listening', articles: 1 })
    expect(controlsIn(service)).toEqual([])
    expect(await end(service)).toBe(0)
  })

  it('keeps its articles in the file that ARCHIVE names', async () => {
    const archive = join(folder, 'archive.sqlite')
    for (const articles of [join(root, 'data/articles'), '']) {
      const service = await start({ ARCHIVE: archive, ARTICLES: articles })
      expect(eventsOf(service).at(-1)).toMatchObject({ msg: 'listening', articles: 1 })
      expect(await end(service)).toBe(0)
    }
  })

  it('logs who asked again as who asked first', async () => {
    const service = await start()
    for (let n = 0; n < 2; n++) await (await fetch(`${service.url}/v1/articles`)).text()
    expect(await end(service)).toBe(0)
    const [first, , again] = eventsOf(service).filter(({ reqId }) => reqId !== undefined)
    expect(again.reqId).not.toBe(first.reqId)
    expect({ ...again.req, remotePort: 0 }).toEqual({ ...first.req, remotePort: 0 })
  })

  it('logs one JSON line an event, and no word of an article', async () => {
    const service = await start()
    const { items } = (await (await fetch(`${service.url}/v1/articles`)).json()) as ArticleList
    await (await fetch(`${service.url}${items[0]!.links.text}`)).text()
    await raw(service, 'GET /v1/articles?\u009b31m=\u2028x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect(await end(service)).toBe(0)
    expect(service.output).not.toContain('Roknifard')
    expect(controlsIn(service)).toEqual([])
    for (const event of eventsOf(service))
      expect(event).toMatchObject({ level: expect.any(String), time: expect.any(String) })
    expect(service.errors).toBe('')
  })

  it.each([
    [
      'a port that is in use',
      (url: string) => ({ PORT: new URL(url).port }),
      /^verbatim: PORT \d+ of 127\.0\.0\.1 is in use\n$/,
    ],
    ['a host that is none', () => ({ HOST: 'no such host' }), /^verbatim: HOST no such host [^\n]+\n$/],
    [
      'an address of another machine',
      () => ({ HOST: '192.0.2.1' }),
      /^verbatim: HOST 192\.0\.2\.1 is not an address of this machine[^\n]*\n$/,
    ],
    ['a bad setting', () => ({ PORT: 'http' }), /^verbatim: PORT must be [^\n]+\n$/],
    [
      'articles that are not there',
      () => ({ ARTICLES: 'none', ARCHIVE: join(folder, 'unmade.sqlite') }),
      /^verbatim: ARTICLES none is no file or folder that is there\n$/,
    ],
    [
      'articles behind a link',
      () => ({ ARTICLES: link('data') }),
      /^verbatim: ARTICLES \S+ is a symbolic link; name what it leads to\n$/,
    ],
    [
      'an archive that is none',
      () => ({ ARCHIVE: join(root, 'LICENSE') }),
      /^verbatim: ARCHIVE \S+: [^\n]+ \(NOT_A_DATABASE\)\n$/,
    ],
    [
      'an archive in no folder',
      () => ({ ARCHIVE: 'none/a.sqlite' }),
      /^verbatim: ARCHIVE \S+: [^\n]+ \(CANNOT_OPEN\)\n$/,
    ],
  ])('ends at once with 1 and one line: %s', async (_, environment, line) => {
    const first = await start()
    const since = performance.now()
    const second = await start(environment(first.url))
    expect([await second.ended, second.output]).toEqual([1, ''])
    expect(second.errors).toMatch(line)
    expect(performance.now() - since).toBeLessThan(Math.max(2_000, 10 * startOfNode()))
    expect(await end(first)).toBe(0)
  })

  it('answers what is open when SIGTERM comes, says that it is not ready, and ends with 0', async () => {
    const service = await start()
    const slow = connectTo(service)
    slow.socket.write('GET /v1/articles HTTP/1.1\r\n')
    await wait(50)
    service.process.kill('SIGTERM')
    await wait(200)
    const readiness = await fetch(`${service.url}/readyz`)
    expect([readiness.status, readiness.headers.get('connection')]).toEqual([503, 'close'])
    expect((await fetch(`${service.url}/v1/articles`)).status).toBe(200)
    await wait(1_200)
    await expect(fetch(`${service.url}/readyz`)).rejects.toThrow()
    slow.socket.write('Host: a\r\n\r\n')
    const answer = (await slow.answer).toLowerCase()
    expect([answer.slice(0, 12), answer.includes('\r\nconnection: close\r\n')]).toEqual(['http/1.1 200', true])
    expect(await service.ended).toBe(0)
    expect(eventsOf(service).at(-1)).toMatchObject({ msg: 'ended', cut: 0 })
  })

  it('cuts no request of clients that look at the readiness, however many ask while it ends', async () => {
    const service = await start()
    const { items } = (await (await fetch(`${service.url}/v1/articles`)).json()) as ArticleList
    let isReady = true
    let answered = 0
    const client = async () => {
      while (isReady) {
        const answer = await fetch(service.url + items[0]!.links.self)
        expect(answer.status).toBe(200)
        await answer.arrayBuffer()
        answered++
      }
    }
    const balancer = async () => {
      while (isReady) {
        isReady = (await fetch(`${service.url}/readyz`)).status === 200
        await wait(50)
      }
    }
    const all = Promise.all([balancer(), ...Array.from({ length: 16 }, client)])
    await wait(500)
    const before = answered
    service.process.kill('SIGTERM')
    await all
    expect(answered - before).toBeGreaterThan(16)
    expect(await service.ended).toBe(0)
    expect(eventsOf(service).at(-1)).toMatchObject({ msg: 'ended', cut: 0 })
  })

  it('reads on while articles are written into its archive, and shows them at once', async () => {
    const archive = join(folder, 'growing.sqlite')
    const store = openSqlite(archive)
    await store.put(recordOf({ title: 'First', path: 'first' }))
    const service = await start({ ARCHIVE: archive })
    for (let at = 0; at < 20; at++) {
      await store.put(recordOf({ title: `Story ${at}`, path: `${at}`, text: `“${at}”` }))
      const answers = await Promise.all([
        fetch(`${service.url}/v1/articles/story-${at}`),
        fetch(`${service.url}/v1/quotes`),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
    }
    await store.close()
    expect(await end(service)).toBe(0)
  })

  it('lives on when its terminal goes away', async () => {
    const service = await start()
    service.process.kill('SIGHUP')
    await wait(100)
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
    expect(await end(service)).toBe(0)
  })
})

function connectTo({ url }: Service) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const answer = socket
    .setEncoding('latin1')
    .toArray()
    .then((chunks) => chunks.join(''))
  return { socket, answer }
}

async function raw(service: Service, request: string) {
  const { socket, answer } = connectTo(service)
  socket.write(request)
  return answer
}
