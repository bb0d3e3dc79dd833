import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { failure } from './failure.ts'

/**
 * Lets one program at a time ingest into an archive; gives what ends it. The lock is SQLite's own, on an empty file
 * beside the archive, so that it ends with its program, whatever ends that. Readers do not ask for it.
 */
export function lockForIngest(file: string): Disposable {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(`${file}-ingest`, { timeout: 0 })
    db.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    db?.close()
    throw refusal(failure(error))
  }
  return { [Symbol.dispose]: () => db.close() }
}

function refusal(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error
  if (error.code === 'BUSY') return new StoreError('ALREADY_RUNNING', 'another program is writing articles into it')
  if (error.code !== 'CANNOT_OPEN' && error.code !== 'READ_ONLY') return error
  // The archive itself is open: it is only the lock that cannot be made.
  return new StoreError('READ_ONLY', 'its folder cannot be written to', { cause: error })
}
