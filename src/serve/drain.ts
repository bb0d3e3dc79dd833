import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Patience = {
  /** How long clients that look at the readiness get to go elsewhere, in milliseconds. */
  grace: number
  /** How long open requests may take after that. */
  limit: number
}

/**
 * Ends a server without cutting anybody off; gives the number of connections that were cut all the same.
 *
 * `server.close()` alone cuts: a request that has arrived and was not read yet counts as an idle connection. So first
 * every answer closes its connection, then no new connection is taken, and the idle ones go last.
 */
export async function drain(server: Server, { grace, limit }: Patience): Promise<number> {
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'))
  await wait(grace)
  const closed = stopAccepting(server)
  const deadline = performance.now() + limit
  while (performance.now() < deadline) {
    const isClosed = await Promise.race([closed, wait(50, false)])
    if (isClosed) return 0
    server.closeIdleConnections()
  }
  const cut = await connections(server)
  server.closeAllConnections()
  await closed
  return cut
}

/** The close of the net server, below that of HTTP, which would end idle connections at once. */
const stopAccepting = (server: Server) =>
  new Promise<true>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve(true))
  })

const connections = (server: Server) =>
  new Promise<number>((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count))
  })
