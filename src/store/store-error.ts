/** What a store says when it cannot do what it was asked. The code is for programs, the message for people. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

export type StoreErrorCode =
  /** The file is no SQLite database, or an empty file. */
  | 'NOT_A_DATABASE'
  /** A SQLite database that another program made. */
  | 'NOT_AN_ARCHIVE'
  /** A newer Verbatim wrote the archive. */
  | 'SCHEMA_TOO_NEW'
  /** No such folder, a folder in place of a file, no permission. */
  | 'CANNOT_OPEN'
  | 'READ_ONLY'
  | 'DISK_FULL'
  /** Another process has been writing for too long. */
  | 'BUSY'
  /** Another program ingests into the archive. */
  | 'ALREADY_RUNNING'
  | 'STORE_CORRUPT'
  /** Somebody has written to an archive that was read as one that nobody changes. */
  | 'REPLACED'
  /** The system could not read or write the disk. */
  | 'DISK_ERROR'
  /** The record holds half of a surrogate pair: no text can. */
  | 'ILL_FORMED'
  /** The answer took longer than it may. Whoever asks for less gets it sooner. */
  | 'TIMEOUT'
  /** As many exports are read as can be at once. */
  | 'OVERLOADED'
  | 'CLOSED'
