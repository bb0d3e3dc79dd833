import { CannotRun } from './cannot-run.ts'
import { StoreError, type StoreErrorCode } from './store/store-error.ts'

/** What whoever runs a command can do about it. */
const advice: Partial<Record<StoreErrorCode, string>> = {
  NOT_A_DATABASE: 'name another file, or one that is not there yet',
  NOT_AN_ARCHIVE: 'name another file',
  SCHEMA_TOO_NEW: 'use the Verbatim that wrote it, or a newer one',
  READ_ONLY: 'let whoever runs this write there, or name another place',
  DISK_FULL: 'what was stored is safe; make room, then run the same command again',
  BUSY: 'run the same command again when it is done',
  ALREADY_RUNNING: 'wait until it is done',
  REPLACED: 'run the same command again',
  STORE_CORRUPT: 'verbatim doctor says what can be done',
}

/** Does something with an archive; where that cannot be, one line says why and what to do. */
export async function usingArchive<Result>(archive: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    const message = [error.message, advice[error.code]].filter(Boolean).join('; ')
    throw new CannotRun(`ARCHIVE ${archive}: ${message} (${error.code})`)
  }
}
