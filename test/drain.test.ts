import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { drain } from '#/src/serve/drain.ts'

/** A server whose answer to `/200` takes 200 ms, and a client that keeps its connection. */
async function newsroom() {
  const server = createServer(async ({ url }, response) => {
    await wait(Number(url?.slice(1)))
    response.end('answered')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (takes: number) => {
    const [response]: IncomingMessage[] = await once(get({ port, path: `/${takes}`, agent }), 'response')
    let body = ''
    for await (const chunk of response!) body += chunk
    return { body, connection: response!.headers.connection }
  }
  return { server, ask }
}

describe('draining', () => {
  it('lets an open request have its answer, and ends its connection', async () => {
    const { server, ask } = await newsroom()
    const open = ask(300)
    await wait(50)
    const drained = drain(server, { grace: 0, limit: 5_000 })
    expect(await open).toEqual({ body: 'answered', connection: 'keep-alive' })
    expect(await drained).toBe(0)
    expect(server.listening).toBe(false)
  })

  it('answers on while clients look elsewhere, and tells them to close', async () => {
    const { server, ask } = await newsroom()
    await ask(0)
    const drained = drain(server, { grace: 300, limit: 5_000 })
    expect(await ask(0)).toEqual({ body: 'answered', connection: 'close' })
    expect(await drained).toBe(0)
    await expect(ask(0)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('does not wait for connections on which nothing happens', async () => {
    const { server, ask } = await newsroom()
    await ask(0)
    const since = performance.now()
    expect(await drain(server, { grace: 0, limit: 5_000 })).toBe(0)
    expect(performance.now() - since).toBeLessThan(1_000)
  })

  it('cuts what takes too long, and says how many', async () => {
    const { server, ask } = await newsroom()
    const open = expect(ask(10_000)).rejects.toMatchObject({ code: 'ECONNRESET' })
    await wait(50)
    expect(await drain(server, { grace: 0, limit: 200 })).toBe(1)
    await open
  })
})
