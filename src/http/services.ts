import type { Store } from '#/src/store/store.ts'

export type { Store }

declare module 'fastify' {
  interface FastifyInstance {
    /** Where articles are read from. */
    store: Store
    /** How clients reach the service, where an address must be absolute; empty when nobody said. */
    publicUrl: string
    /** Whether the service can take requests now: not while it starts or ends. */
    isReady: () => boolean
  }
}
