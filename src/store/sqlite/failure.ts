import { StoreError, type StoreErrorCode } from '../store-error.ts'

/** Result codes of SQLite (https://sqlite.org/rescode.html) that have a name of ours; any other is a bug. */
const codes = new Map<number, [StoreErrorCode, string]>([
  [5, ['BUSY', 'another process is writing to the archive']],
  [6, ['BUSY', 'another process is writing to the archive']],
  [8, ['READ_ONLY', 'the archive or its folder cannot be written to']],
  [10, ['DISK_ERROR', 'the disk cannot be read or written']],
  [11, ['STORE_CORRUPT', 'the archive is damaged']],
  [13, ['DISK_FULL', 'the disk is full']],
  [14, ['CANNOT_OPEN', 'the archive cannot be opened']],
  [26, ['NOT_A_DATABASE', 'the file is not a SQLite database']],
])

/** What the system says of a file or a folder. */
const systemCodes: Readonly<Record<string, [StoreErrorCode, string]>> = {
  ENOENT: ['CANNOT_OPEN', 'there is no such file'],
  ENOTDIR: ['CANNOT_OPEN', 'there is no such folder'],
  EISDIR: ['CANNOT_OPEN', 'it is a folder'],
  EACCES: ['CANNOT_OPEN', 'permission is denied'],
  EROFS: ['READ_ONLY', 'its folder cannot be written to'],
  ENOSPC: ['DISK_FULL', 'the disk is full'],
}

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

/** The same failure in the words of a store. */
export function failure(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof StoreError) return error
  if (isSystemError(error)) {
    const [code, message] = systemCodes[error.code ?? ''] ?? ['CANNOT_OPEN', `the system says ${error.code}`]
    return new StoreError(code, message, { cause: error })
  }
  if (error.code === 'ERR_INVALID_STATE') return new StoreError('CLOSED', 'the archive is closed', { cause: error })
  if (!('errcode' in error)) return error
  if (error.message.startsWith('vtable constructor failed'))
    return new StoreError('STORE_CORRUPT', `the search index is damaged: ${error.message}`, { cause: error })
  // The lower byte is the kind; what is above it says more than we need.
  const [code, message] = codes.get(Number(error.errcode) & 0xff) ?? []
  if (!code) return error
  // What SQLite always says of a code is said already: “the disk is full: database or disk is full”.
  const isMore = !('errstr' in error) || error.message !== error.errstr
  return new StoreError(code, isMore ? `${message}: ${error.message}` : message!, { cause: error })
}

/** A question to the database as the store's callers ask it: they wait for the answer, and know only the store's errors. */
export const answering =
  <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Answer) =>
  async (...asked: Asked): Promise<Answer> => {
    try {
      return ask(...asked)
    } catch (error) {
      throw failure(error)
    }
  }
