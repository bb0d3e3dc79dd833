import { type AddressInfo, createServer, type Server } from 'node:net'
import { CannotRun } from '../cannot-run.ts'

/** A name that takes longer to look up is not one of this machine. */
const patience = 1_500

/** Starts to listen; gives the URL. Where that cannot be, says in one line why. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => reject(new CannotRun(`HOST ${host} cannot be looked up`)), patience)
  server.once('error', reject)
  server.listen({ host, port }, resolve)
  try {
    await promise
  } catch (error) {
    throw error instanceof CannotRun ? error : inOneLine(error as NodeJS.ErrnoException, host, port)
  } finally {
    clearTimeout(timer)
    server.off('error', reject)
  }
  return urlOf(server.address() as AddressInfo)
}

/** Says why an address cannot be had before anything is loaded for it: the address is taken and let go. */
export async function expectFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise((closed) => probe.close(closed))
}

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `PORT ${port} of ${host} is in use`,
  EACCES: (_, port) => `PORT ${port} needs more rights than this user has`,
}

const inOneLine = ({ code = 'unknown' }: NodeJS.ErrnoException, host: string, port: number) =>
  new CannotRun(reasons[code]?.(host, port) ?? `HOST ${host} is not an address of this machine (${code})`)

const urlOf = ({ address, family, port }: AddressInfo) =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
