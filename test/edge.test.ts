import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { serverOptions } from '#/src/http/edge/server-options.ts'
import { A, openApp, shipped } from './helpers/app.ts'
import { recordOf } from './helpers/record.ts'

/** What HTTP looks like where no library stands between: every request is bytes on a socket. */

const large = recordOf({ title: 'Large', path: 'large.txt', text: 'An even line.\n'.repeat(800_000) })
const quick = {
  requestTimeout: 700,
  connectionTimeout: 800,
  http: { ...serverOptions.http, headersTimeout: 400, connectionsCheckingInterval: 50 },
}
const app = await openApp([shipped, large], { server: quick as never })
const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
afterAll(() => app.close())

type Answer = { status: number; headers: Record<string, string>; body: string; raw: string }

function opened(bytes?: string | Uint8Array): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  const answer = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
  if (bytes !== undefined) socket.write(bytes)
  return { socket, answer }
}

function parsed(raw: string): Answer {
  const [head = '', body = ''] = raw.split(/\r\n\r\n(.*)/su)
  const [line = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((each) => [each.split(':', 1)[0]!.toLowerCase(), each.slice(each.indexOf(':') + 2)]),
  )
  return { status: Number(line.split(' ')[1]), headers, body, raw }
}

const sent = async (bytes: string | Uint8Array): Promise<Answer> => parsed(await opened(bytes).answer)

const get = (path: string, ...headers: string[]) =>
  sent([`GET ${path} HTTP/1.1`, 'Host: a', 'Connection: close', ...headers, '', ''].join('\r\n'))

const isProblem = ({ status, headers, body }: Answer, expected: number) => {
  expect([status, headers['content-type']]).toEqual([expected, 'application/problem+json'])
  expect(JSON.parse(body)).toMatchObject({ status: expected, type: expect.stringMatching(/^\/problems\//) })
}

describe('what is no HTTP is a problem, and the connection ends', () => {
  it.each([
    ['garbage', 'GARBAGE\r\n\r\n'],
    ['a method that is none', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that is none', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n'],
    ['TLS', Buffer.from('16030100a50100', 'hex')],
    [
      'a length and chunks',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['two lengths', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a length that is none', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    ['chunks that are none', 'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n'],
    ['a NUL in the path', 'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n'],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: a\n\n'],
    ['a return in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    isProblem(await sent(bytes), 400)
  })

  it.each([
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    [
      'a path that is not encoded',
      Buffer.from('GET /v1/articles/café HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ],
  ])('%s', async (_, bytes) => {
    isProblem(await sent(bytes), 400)
  })

  it('HTTP/1.0 needs no Host', async () => {
    expect((await sent('GET /healthz HTTP/1.0\r\n\r\n')).status).toBe(200)
  })
})

describe('what is too large', () => {
  it.each([
    [8_000 - 20, 404],
    [10_000, 414],
    [20_000, 431],
  ])('a path of %i characters is a %i', async (length, status) => {
    isProblem(await get(`/v1/${'a'.repeat(length)}`), status)
  })

  it.each([
    [8_000, 200],
    [20_000, 431],
    [64_000, 431],
  ])('a header of %i characters is a %i', async (length, status) => {
    expect((await get('/healthz', `X: ${'a'.repeat(length)}`)).status).toBe(status)
  })

  it('1,500 headers are a 431', async () => {
    isProblem(await get('/healthz', ...Array.from({ length: 1_500 }, (_, n) => `X-${n}: ${'v'.repeat(9)}`)), 431)
  })
})

describe('methods', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY', 'CONNECT', 'PROPFIND', 'PURGE'])(
    '%s is a 405',
    async (method) => {
      const target = method === 'CONNECT' ? 'a:80' : A
      const answer = await sent(`${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      isProblem(answer, 405)
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
    },
  )

  it('the body of what is refused is not waited for', async () => {
    const since = performance.now()
    const answer = await sent(`POST ${A} HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n{"`)
    isProblem(answer, 405)
    expect(performance.now() - since).toBeLessThan(1_500)
  })

  it('OPTIONS *', async () => {
    const { status, headers } = await sent('OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect([status, headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  it('a GET may have a body: it is not looked at', async () => {
    const answer = await sent('GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\n{"a":')
    expect(answer.status).toBe(200)
  })

  it('HEAD ends with its headers', async () => {
    const answer = await sent(`HEAD ${A} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect([answer.status, answer.body]).toEqual([200, ''])
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(1_000)
  })

  it('Expect: 100-continue goes on, any other expectation does not', async () => {
    expect((await get('/healthz', 'Expect: 100-continue')).raw).toMatch(
      /^HTTP\/1.1 (?:100 Continue\r\n\r\nHTTP\/1.1 )?200/,
    )
    expect((await get('/healthz', 'Expect: 200-ok')).status).toBe(417)
  })
})

describe('what a client says of itself is not believed', () => {
  it('a host it names makes no link', async () => {
    for (const answer of [
      await get(
        `${A}/quotes?limit=1`,
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: https',
        'Forwarded: host=evil.example',
      ),
      await sent(
        `GET http://evil.example${A}/quotes?limit=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      ),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.raw).not.toContain('evil')
      expect(JSON.parse(answer.body).self).toBe(`${A}/quotes?limit=1`)
    }
  })

  it.each(['null', 'https://evil.example'])('Origin: %s is told what everybody is told', async (origin) => {
    const { headers } = await get(A, `Origin: ${origin}`)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  it('a line end in a query ends no line of the answer', async () => {
    for (const path of [
      `${A}/quotes?q=%0d%0aSet-Cookie:%20a=b`,
      `/v1/articles/%0d%0aSet-Cookie:a`,
      `${A}/quotes?q=%1b[31m`,
    ]) {
      const { headers, raw } = await get(path)
      expect(headers['set-cookie']).toBeUndefined()
      expect(raw).not.toContain('\u001b')
      expect(raw).not.toContain('\nSet-Cookie')
    }
  })

  it('an id of its own for the request is not taken over', async () => {
    const { headers, body } = await get('/v1/none', 'X-Request-Id: mine', 'Request-Id: mine')
    expect(headers['x-request-id']).toMatch(/^[\w-]{8}-[0-9a-z]+$/)
    expect(JSON.parse(body).requestId).toBe(headers['x-request-id'])
  })
})

describe('security headers', () => {
  it('are on every answer', async () => {
    for (const path of [A, '/v1/none', '/healthz', '/problems']) {
      const { headers } = await get(path)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
    }
  })
})

describe('patience', () => {
  it('a request that never ends is a 408', async () => {
    const since = performance.now()
    const { answer } = opened('GET /healthz HTTP/1.1\r\nHost: a\r\nX-')
    isProblem(parsed(await answer), 408)
    expect(performance.now() - since).toBeLessThan(3_000)
  })

  it('many such requests end, and slow nobody down', async () => {
    const slow = Array.from({ length: 200 }, () => opened('G'))
    const since = performance.now()
    for (let n = 0; n < 20; n++) expect((await get('/healthz')).status).toBe(200)
    expect(performance.now() - since).toBeLessThan(5_000)
    expect((await Promise.all(slow.map(({ answer }) => answer))).every((raw) => / 40[08] /.test(raw))).toBe(true)
  })

  it('a body that never ends is not waited for', async () => {
    const { answer } = opened(`GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{`)
    expect(await answer).toMatch(/^HTTP\/1.1 200/)
  })

  it('who does not read is cut off, and fills no memory', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    const before = process.memoryUsage().rss
    const gone = new Promise((resolve) => app.server.once('connection', (served) => served.once('close', resolve)))
    socket.write('GET /v1/articles/large/text HTTP/1.1\r\nHost: a\r\n\r\n')
    await gone
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
    socket.destroy()
    expect((await get('/healthz')).status).toBe(200)
  })
})

describe('connections', () => {
  it('1,000 requests in a row on one connection are answered in order', async () => {
    const requests = Array.from(
      { length: 1_000 },
      (_, n) => `GET /v1/none/${n} HTTP/1.1\r\nHost: a\r\n${n === 999 ? 'Connection: close\r\n' : ''}\r\n`,
    )
    const { answer } = opened(requests.join(''))
    const instances = [...(await answer).matchAll(/"instance":"\/v1\/none\/(\d+)"/g)].map(([, n]) => Number(n))
    expect(instances).toEqual(Array.from({ length: 1_000 }, (_, n) => n))
  })

  it('clients that go away leave nothing behind', async () => {
    for (let n = 0; n < 300; n++) {
      const { socket } = opened(`GET ${A}/quotes HTTP/1.1\r\nHost: a\r\n\r\n`)
      socket.once('connect', () => setTimeout(() => socket.destroy(), n % 5))
      if (n % 50 === 49) await wait(50)
    }
    await wait(300)
    const open = await new Promise((resolve) => app.server.getConnections((_, count) => resolve(count)))
    expect(open).toBeLessThan(5)
    expect((await get(A)).status).toBe(200)
  })

  it('500 that are kept alive are all answered, twice', async () => {
    const sockets = Array.from({ length: 500 }, () => connect(port, '127.0.0.1'))
    for (let round = 0; round < 2; round++) {
      const answers = sockets.map(
        (socket) => new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk)))),
      )
      for (const socket of sockets) socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')
      expect((await Promise.all(answers)).every((raw) => raw.startsWith('HTTP/1.1 200'))).toBe(true)
    }
    for (const socket of sockets) socket.destroy()
  })
})
