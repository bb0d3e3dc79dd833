import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
const patience = 60_000

/**
 * Opens a folder's index.html in a browser without a window, and gives what the page posts to `/answers`. The page has
 * another origin than the service that it asks.
 */
export async function openedIn(browser: string, folder: string, query: URLSearchParams): Promise<string> {
  const posted = Promise.withResolvers<string>()
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    if (request.method === 'POST') posted.resolve(await text(request))
    else if (types[extname(pathname)])
      reply.writeHead(200, { 'content-type': types[extname(pathname)] }).write(readFileSync(join(folder, pathname)))
    reply.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html?${query}`
  const profile = join(folder, 'profile')
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`, page]
  const child = spawn(browser, args, { stdio: 'ignore', detached: true })
  child.on('error', posted.reject)
  const timer = setTimeout(() => posted.reject(new Error(`${browser}: no answers`)), patience)
  try {
    return await posted.promise
  } finally {
    clearTimeout(timer)
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
    server.closeAllConnections()
    server.close()
  }
}
