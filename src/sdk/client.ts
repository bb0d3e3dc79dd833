import { NetworkError, problemOf, TimeoutError } from './errors.ts'
import { recent } from './kept.ts'
import type { Call, Options } from './options.ts'
import { pause, waitAfter } from './retry.ts'

/** What came, and the answer that brought it. Its status is 304 where what was kept is still right. */
export type Got = { data: unknown; response: Response }

/** Asks for a path: tries again, keeps what came, turns errors into classes. */
export type Client = (path: string, call?: Call) => Promise<Got>

/** A byte order mark is a character of the text: without it every offset would be wrong by one. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const parsed = (type: string, body: string): unknown => (/[/+]json\b/.test(type) ? JSON.parse(body) : body)

export function openClient(options: Options): Client {
  const { fetch = globalThis.fetch, hooks = {}, cache = recent(100) } = options
  const base = new URL(options.baseUrl).href.replace(/\/$/, '')

  async function attempt(path: string, { signal, headers, timeout = 10_000 }: Call): Promise<Got> {
    const limit = AbortSignal.timeout(timeout)
    const request = new Request(base + path, {
      headers: { ...options.headers, ...headers },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const key = `${request.headers.get('accept') ?? ''} ${request.url}`
    const kept = (cache && (await cache.get(key))) || null
    if (kept) request.headers.set('if-none-match', kept.etag)
    await hooks.request?.(request)
    const { response, body } = await received(request).catch((cause: unknown) => {
      signal?.throwIfAborted()
      throw limit.aborted
        ? new TimeoutError(`${request.url}: no answer within ${timeout} ms`, { cause })
        : new NetworkError(`${request.url}: no answer`, { cause })
    })
    await hooks.response?.(response, request)
    if (kept && response.status === 304) return { data: parsed(kept.type, kept.body), response }
    if (!response.ok) throw problemOf(response, body)
    const type = response.headers.get('content-type') ?? ''
    const etag = response.headers.get('etag')
    if (cache && etag) await cache.set(key, { etag, type, body })
    return { data: parsed(type, body), response }
  }

  async function received(request: Request): Promise<{ response: Response; body: string }> {
    const response = await fetch(request)
    return { response, body: decoder.decode(await response.arrayBuffer()) }
  }

  return async (path, call) => {
    const how = { ...options, ...call }
    const { retries = 2, signal } = how
    for (let count = 0; ; count++) {
      try {
        return await attempt(path, how)
      } catch (error) {
        const wait = count < retries ? waitAfter(error, count) : null
        if (wait === null) throw error
        await hooks.retry?.({ error, attempt: count + 1, wait })
        await pause(wait, signal)
      }
    }
  }
}
