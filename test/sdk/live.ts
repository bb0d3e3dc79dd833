import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openApp, recordOfText, shipped, withEmoji } from '../helpers/app.ts'

export type Live = AsyncDisposable & { url: string }

/** A text that begins with a byte order mark, which counts as a character. */
export const withMark = recordOfText('\ufeffQuay reopens\n\n“It is open,” Mara Lind said on Monday.', 'quay.txt')

/** The service on a port of its own, with three articles. */
export async function openLive(): Promise<Live> {
  const app = await openApp([shipped, withEmoji, withMark])
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, [Symbol.asyncDispose]: () => app.close() }
}

/** What stands between a client and the service: it passes a request on, unless told to do something else. */
export async function openGateway(
  target: string,
  does: (request: IncomingMessage, reply: ServerResponse, pass: () => Promise<void>) => void | Promise<void>,
): Promise<Live & { asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, reply) => {
    asked.push(request.url!)
    void does(request, reply, async () => {
      const { status, headers, body } = await passedOn(target, request)
      reply.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, [Symbol.asyncDispose]: close }
}

/** What the service answers to a request, uncompressed. */
export async function passedOn(
  target: string,
  { url, headers: { 'if-none-match': known } }: IncomingMessage,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const answer = await fetch(target + url, {
    headers: { 'accept-encoding': 'identity', ...(known && { 'if-none-match': known }) },
  })
  const { connection: _, 'keep-alive': __, ...headers } = Object.fromEntries(answer.headers)
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) }
}

/** The service as a later release may be: a kind of quote that no document lists, and members that are new. */
export const openOddGateway = (target: string): Promise<Live> =>
  openGateway(target, async (request, reply) => {
    const { status, headers, body } = await passedOn(target, request)
    const quote = JSON.parse(body.toString())
    const later = { ...quote, kind: 'sung', mood: { of: 'the day' }, range: { ...quote.range, line: 7 } }
    const bytes = Buffer.from(JSON.stringify(later))
    reply.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes)
  })
