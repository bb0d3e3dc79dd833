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
    db.exec('begin exclusive')
  } catch (error) {
    db?.close()
    const known = failure(error)
    const isHeld = known instanceof StoreError && known.code === 'BUSY'
    throw isHeld ? new StoreError('ALREADY_RUNNING', `another program is writing articles into ${file}`) : known
  }
  return { [Symbol.dispose]: () => db.close() }
}
