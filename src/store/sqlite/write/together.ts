import type { DatabaseSync } from 'node:sqlite'
import { failure } from '../failure.ts'
import { transaction } from './transaction.ts'

type Write = { work: () => unknown; resolve: (result: unknown) => void; reject: (reason: unknown) => void }

/**
 * Writes that are asked for at the same time are committed together, in their order, and each is answered after the
 * commit: waiting for the disk is most of what a small transaction costs. When one of them fails, each is written in a
 * transaction of its own, so that it fails alone.
 */
export function together(db: DatabaseSync) {
  let waiting: Write[] = []

  function flush(): void {
    const writes = waiting
    waiting = []
    try {
      const results = transaction(db, 'write', () => writes.map(({ work }) => work()))
      for (const [at, { resolve }] of writes.entries()) resolve(results[at])
    } catch (error) {
      if (writes.length === 1) writes[0]!.reject(failure(error))
      else for (const write of writes) alone(write)
    }
  }

  function alone({ work, resolve, reject }: Write): void {
    try {
      resolve(transaction(db, 'write', work))
    } catch (error) {
      reject(failure(error))
    }
  }

  return {
    write: <Result>(work: () => Result): Promise<Result> => {
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      if (waiting.length === 0) setImmediate(() => waiting.length > 0 && flush())
      waiting.push({ work, resolve: resolve as Write['resolve'], reject })
      return promise
    },
    /** Writes what waits, now. */
    flush: (): void => (waiting.length > 0 ? flush() : undefined),
  }
}
