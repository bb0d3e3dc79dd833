import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, readSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { failure } from './failure.ts'

/** `Vbtm`: tells an archive from any other SQLite database. */
export const applicationId = 0x5662746d
const schemaVersion = 2

const pragmas = `
  pragma synchronous = full;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
`

/** Opens an archive, and makes it when there is none. What is not an archive of ours is refused and left as it is. */
export function openArchive(file: string): DatabaseSync {
  if (file === ':memory:') return withTables(new DatabaseSync(file))
  try {
    if (!existsSync(file)) createArchive(file)
    refuseForeign(file)
    const db = new DatabaseSync(file, { timeout: 5_000 })
    db.exec(pragmas)
    return db
  } catch (error) {
    throw named(error, file)
  }
}

/**
 * A crash while an archive is made must not leave half of one, nor two programs that start at once a mixture of two.
 * So it is made beside its place and then linked to it: it is whole there, or not there at all.
 */
function createArchive(file: string) {
  const draft = `${file}-new-${process.pid}`
  try {
    const db = withTables(new DatabaseSync(draft))
    db.exec('pragma journal_mode = wal')
    db.close()
    linkSync(draft, file)
    syncFolder(dirname(file))
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error
  } finally {
    if (existsSync(draft)) unlinkSync(draft)
  }
}

function withTables(db: DatabaseSync): DatabaseSync {
  const tables = readFileSync(new URL('tables.sql', import.meta.url), 'utf8')
  db.exec(`
    ${pragmas}
    begin;
    ${tables}
    pragma application_id = ${applicationId};
    pragma user_version = ${schemaVersion};
    commit;
  `)
  return db
}

const headerLength = 100

/** Reads the header by itself (https://sqlite.org/fileformat.html): SQLite would change a file by opening it. */
function refuseForeign(file: string) {
  const header = headerOf(file)
  if (header.length === 0) throw new StoreError('NOT_A_DATABASE', `${file} is empty`)
  if (header.length < headerLength || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new StoreError('NOT_A_DATABASE', `${file} is not a SQLite database`)
  if (header.readUInt32BE(68) !== applicationId)
    throw new StoreError('NOT_AN_ARCHIVE', `${file} is a database of another program`)
  const version = header.readUInt32BE(60)
  if (version > schemaVersion)
    throw new StoreError(
      'SCHEMA_TOO_NEW',
      `${file} was written by a newer Verbatim (its schema is ${version}, ours ${schemaVersion})`,
    )
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

function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error

function named(error: unknown, file: string): unknown {
  if (isSystemError(error))
    return new StoreError('CANNOT_OPEN', `${file} cannot be opened: ${error.code}`, { cause: error })
  return failure(error)
}
