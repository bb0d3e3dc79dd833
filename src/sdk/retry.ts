import { NetworkError, ProblemError, TimeoutError } from './errors.ts'

/** An attempt that failed, and how many milliseconds are waited before the next one. */
export type Retry = { error: unknown; attempt: number; wait: number }

const passing = [429, 502, 503, 504]
const first = 250
const longest = 8_000
/** Who is told to wait longer gets the error at once. */
const patience = 60_000

/**
 * How many milliseconds to wait before another attempt, or null where another one makes no sense.
 *
 * As long as `Retry-After` says, else up to 250 ms, then up to 500, 1,000, …: at random, so that those who failed
 * together do not come back together.
 */
export function waitAfter(error: unknown, attempt: number, random = Math.random): number | null {
  const passes =
    error instanceof NetworkError ||
    error instanceof TimeoutError ||
    (error instanceof ProblemError && passing.includes(error.status))
  if (!passes) return null
  const told = error instanceof ProblemError ? retryAfter(error.response.headers) : null
  if (told !== null && told > patience) return null
  return (told ?? 0) + random() * Math.min(longest, first * 2 ** attempt)
}

/** Seconds, or a date (RFC 9110 §10.2.3), in milliseconds from now. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after') ?? ''
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** @throws the reason of the signal, when that comes first */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      reject(signal!.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end)
      resolve()
    }, ms)
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end, { once: true })
  })
}
