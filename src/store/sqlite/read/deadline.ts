import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../store-error.ts'

/**
 * A condition that always holds. SQLite cannot be interrupted from outside, so slow questions ask this of each row that
 * they look at, and `tick` throws when their time is over. It is called for one row of 64: a call costs more than a row.
 */
export const inTime = (row: string): string => `(${row} & 63 or tick())`

/** Gives a connection its `tick`, and a way to ask with a deadline, in milliseconds. */
export function deadlines(db: DatabaseSync): <T>(milliseconds: number, work: () => T) => T {
  let end = Number.POSITIVE_INFINITY
  db.function('tick', () => {
    if (performance.now() > end) throw new StoreError('TIMEOUT', 'the question took longer than it may')
    return 1
  })
  return (milliseconds, work) => {
    end = performance.now() + milliseconds
    try {
      return work()
    } finally {
      end = Number.POSITIVE_INFINITY
    }
  }
}
