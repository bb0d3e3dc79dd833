import { closeSync, openSync, readSync } from 'node:fs'
import { StoreError } from '../store-error.ts'

/** `Vbtm`: tells an archive from any other SQLite database. */
export const applicationId = 0x5662746d
/** The schema of tables.sql; migrate.ts leads to it from every older one. */
export const schemaVersion = 3

const headerLength = 100

/**
 * The schema of an archive; what is none, or of a newer one, is refused. Reads the header by itself
 * (https://sqlite.org/fileformat.html): SQLite would change a file by opening it.
 */
export function schemaOf(file: string): number {
  const header = headerOf(file)
  if (header.length === 0) throw new StoreError('NOT_A_DATABASE', 'the file is empty')
  if (header.length < headerLength || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new StoreError('NOT_A_DATABASE', 'the file is not a SQLite database')
  if (header.readUInt32BE(68) !== applicationId)
    throw new StoreError('NOT_AN_ARCHIVE', 'the file is a database of another program')
  const version = header.readUInt32BE(60)
  if (version > schemaVersion)
    throw new StoreError(
      'SCHEMA_TOO_NEW',
      `a newer Verbatim wrote it (its schema is ${version}, ours ${schemaVersion})`,
    )
  return version
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(headerLength)
  const handle = openSync(file, 'r')
  try {
    return header.subarray(0, readSync(handle, header, 0, headerLength, 0))
  } finally {
    closeSync(handle)
  }
}
