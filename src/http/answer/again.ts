import './services.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newRequestId } from './request-id.ts'
import type { Store } from './services.ts'

/**
 * An answer as it was given. Names and values of its headers stand one after the other, as Node sends them fastest; the
 * last is the id of the request, new each time.
 */
export type Given = { status: 200 | 304; headers: string[]; body: string | Buffer }

/** A shorter body goes out with its headers in one write, as a string whose characters are its bytes. */
const inOneWrite = 8 * 1024
/** What is longer is not kept: there the rest of the work weighs little. */
const longest = 256 * 1024

/** What a request asked that the routes answer. */
const questions = new WeakMap<IncomingMessage, string>()

type Route = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers a request that was answered before, while nothing has changed in the archive, without asking any route: the
 * same answer at the cost of `node:http` alone. Whatever is not plainly the same question goes on to the routes.
 */
export function answerAgain(app: FastifyInstance): void {
  const [route] = app.server.listeners('request') as [Route]
  const generation = ofThisTurn(() => app.store.generation())
  const logs = isLogged(app)
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.server.removeAllListeners('request')
  const answer = (request: IncomingMessage, response: ServerResponse, question: string): void => {
    const given = app.given.get(question)
    if (given) {
      response.writeHead(given.status, withId(given.headers)).end(given.body, 'latin1')
      if (logs) log(app, request, response, given.headers.at(-1)!)
      return
    }
    questions.set(request, question)
    route(request, response)
  }
  app.server.on('request', (request, response) => {
    const asked = isClosing || app.archiveState.fault !== null ? null : questionOf(request)
    if (asked === null) return route(request, response)
    if (generation.known !== null) return answer(request, response, `${generation.known}\n${asked}`)
    generation.ask().then(
      (found) => answer(request, response, `${found}\n${asked}`),
      // The routes meet the same, and answer it.
      () => route(request, response),
    )
  })
}

/** Keeps an answer for those who ask the same; `bytes` are its body as it is sent, none in a 304. */
export function keepGiven({ raw, server }: FastifyRequest, reply: FastifyReply, bytes?: Buffer): void {
  const question = questions.get(raw)
  if (question === undefined || (bytes?.length ?? 0) > longest) return
  const { 'x-request-id': _, ...sent } = reply.getHeaders()
  const pairs = Object.entries(sent).filter(([name]) => bytes || ofUnchanged.test(name))
  const headers = [...pairs, ...(bytes ? [['content-length', bytes.length]] : []), ['x-request-id', '']]
  const given: Given = { status: bytes ? 200 : 304, headers: headers.flat().map(String), body: bodyOf(bytes) }
  server.given.keep(question, given, (bytes?.length ?? 0) + 2 * `${question}${given.headers}`.length)
}

const bodyOf = (bytes: Buffer | undefined): string | Buffer =>
  bytes === undefined ? '' : bytes.length < inOneWrite ? bytes.toString('latin1') : bytes

/** What a 304 says (RFC 9110 §15.4.5), and what scripts of other origins need to read it. */
const ofUnchanged = /^(?:access-control-.*|cache-control|content-location|etag|link|repr-digest|vary)$/

/** All that an answer depends on. Null for what the routes should look at. */
function questionOf({ method, url, httpVersion, headers, rawHeaders }: IncomingMessage): string | null {
  if (method !== 'GET' || httpVersion !== '1.1' || !url?.startsWith('/v1/')) return null
  // The generation is of the newest versions: of older ones it says nothing. They may be written `%76ersions`, too.
  if (url.includes('/versions') || encodedLetter.test(url)) return null
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]!.length === 4 && rawHeaders[at]!.toLowerCase() === 'host') hosts++
  if (hosts !== 1) return null
  return `${url}\n${headers.accept}\n${headers['accept-encoding']}\n${headers['if-none-match']}`
}

/** In a path: a letter or a sign that needed no escape. Those that do, `%c3%b8`, begin higher. */
const encodedLetter = /^[^?]*%[2-7]/u

function withId(headers: string[]): string[] {
  headers[headers.length - 1] = newRequestId()
  return headers
}

const isLogged = ({ log }: FastifyInstance): boolean =>
  'isLevelEnabled' in log && (log as { isLevelEnabled: (level: string) => boolean }).isLevelEnabled('info')

/** As the routes do, in one line: `ip` and `host` are what Fastify writes of a request. */
function log(
  { log }: FastifyInstance,
  { method, url, headers: { host }, socket }: IncomingMessage,
  { statusCode }: ServerResponse,
  reqId: string,
): void {
  const req = { method, url, host, ip: socket.remoteAddress, socket }
  log.info({ reqId, req, res: { statusCode } }, 'request completed')
}

/** Asks once for all requests that one turn of the event loop brings: to them the archive cannot have changed between. */
function ofThisTurn(ask: Store['generation']): { known: string | null; ask: () => Promise<string> } {
  const state: { known: string | null; ask: () => Promise<string> } = {
    known: null,
    async ask() {
      const generation = await ask()
      state.known = generation
      setImmediate(() => {
        state.known = null
      })
      return generation
    },
  }
  return state
}
