import type { Via } from './ask.ts'
import type { Client } from './client.ts'
import type { Call } from './options.ts'

/** What was asked for; `withResponse()` gives the answer's status and headers beside it. */
export type Answer<T> = Promise<T> & { withResponse(): Promise<{ data: T; response: Response }> }

/** Runs a generated operation through a client, at the path that it names or at one made of it. */
export function answer<T>(
  client: Client,
  call: Call | undefined,
  operation: (via: Via) => Promise<unknown>,
  at = (path: string): string => path,
): Answer<T> {
  let response: Response
  const data = operation({
    ask: async <T>(path: string) => {
      const got = await client(at(path), call)
      response = got.response
      return got.data as T
    },
  }) as Promise<T>
  return Object.assign(data, { withResponse: async () => ({ data: await data, response }) })
}
