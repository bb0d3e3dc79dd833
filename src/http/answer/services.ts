import type { Head, Store } from '#/src/store/store.ts'
import type { Given } from './again.ts'
import type { Ready } from './ready.ts'

export type { Head, Store }

/** What is wrong with the archive; nobody mends it while it is served. */
export type ArchiveState = { fault: 'damaged' | 'replaced' | null }

/** What was asked for last, up to a total size. */
export type Recent<T> = { get(key: string): T | undefined; keep(key: string, value: T, size: number): void }

declare module 'fastify' {
  interface FastifyInstance {
    /** Where articles are read from. */
    store: Store
    /** How clients reach the service, where an address must be absolute; empty when nobody said. */
    publicUrl: string
    archiveState: ArchiveState
    /** The routes that stand in the OpenAPI document. */
    describedRoutes: readonly RouteOptions[]
    /** Whether the service can take requests now: not while it starts or ends. */
    isReady: () => boolean
    /** Answers that were made, by their tags; those that are asked for least go first. */
    readyAnswers: Recent<Ready>
    /** Answers as they were given, by their questions. */
    given: Recent<Given>
  }
}
