import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../store-error.ts'

/** To look at the clock for each row would cost as much as the row. */
const rowsBetweenLooks = 64

/**
 * SQLite cannot be interrupted from outside, so slow questions call `tick(row)` for each row that they look at: it
 * throws when their time is over.
 */
export function deadlines(db: DatabaseSync): <T>(milliseconds: number, work: () => T) => T {
  let end = Number.POSITIVE_INFINITY
  let rows = 0
  db.function('tick', { useBigIntArguments: true }, (_row) => {
    if (++rows % rowsBetweenLooks === 0 && performance.now() > end)
      throw new StoreError('TIMEOUT', 'the question took longer than it may')
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
