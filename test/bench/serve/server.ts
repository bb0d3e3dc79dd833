// One of the two servers, in a process of its own: `service`, or `bare`, which sends what the service was seen to send.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openLog } from '#/src/serve/log.ts'
import { openApp, shipped } from '../../helpers/app.ts'

/** An answer of the service, headers and all. */
export type Seen = { status: number; headers: [string, string][]; body: string }

const [, , which] = process.argv

async function service(): Promise<number> {
  const app = await openApp([shipped], {
    logger: await openLog({ logLevel: 'warn' }),
    limits: { lateness: 1_000, perMinute: null },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

/** No router, no negotiation, nothing but `node:http` with the bytes at hand: those that it was told last. */
async function bare(): Promise<number> {
  let body = Buffer.alloc(0)
  let status = 200
  let headers: Record<string, string> = {}
  const server = createServer((_, reply) => {
    reply.writeHead(status, headers)
    reply.end(body)
  })
  server.keepAliveTimeout = 65_000
  process.on('message', (seen: Seen | 'cpu') => {
    if (seen === 'cpu') return
    status = seen.status
    headers = Object.fromEntries(seen.headers)
    body = Buffer.from(seen.body, 'base64')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return (server.address() as AddressInfo).port
}

const port = which === 'bare' ? await bare() : await service()
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage()
  if (asked === 'cpu') process.send!({ cpu: (user + system) / 1e6 })
})
process.on('disconnect', () => process.exit())
process.send!({ port })
