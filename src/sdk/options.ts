import type { Cache } from './kept.ts'
import type { Retry } from './retry.ts'

/** How one call is made. */
export type Call = {
  /** Ends the call, the waiting between attempts too: it then throws the reason of the signal. */
  signal?: AbortSignal
  /** Milliseconds that one attempt may take, its body included. 10,000 unless told otherwise. */
  timeout?: number
  /** How often a call that failed is tried again. 2 unless told otherwise. */
  retries?: number
  /** Sent beside those of the client. */
  headers?: Record<string, string>
}

/** Called while a request is made; what they return is awaited, what they throw ends the call. */
export type Hooks = {
  /** Before each attempt. Headers may be added. */
  request?: (request: Request) => unknown
  /** After each answer, whatever its status. Its body is already read. */
  response?: (response: Response, request: Request) => unknown
  /** Before the wait for another attempt. */
  retry?: (retry: Retry) => unknown
}

/** How a client is made. What stands here holds for every call that does not say otherwise. */
export type Options = Omit<Call, 'signal'> & {
  /** Where the service is: `https://news.example` or `https://news.example/api`. */
  baseUrl: string | URL
  /** Another `fetch` than that of the platform. */
  fetch?: typeof fetch
  /** Where answers are kept under their tags: the last 100 in memory, unless told otherwise. `false`: nowhere. */
  cache?: Cache | false
  hooks?: Hooks
}
