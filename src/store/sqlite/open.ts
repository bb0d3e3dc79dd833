import { accessSync, constants, existsSync, linkSync, statSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../store-error.ts'
import { failure, isSystemError } from './failure.ts'
import { applicationId, schemaOf, schemaVersion } from './header.ts'
import { migrate, tables } from './migrate.ts'
import { syncFolder } from './sync.ts'

const pragmas = `
  pragma synchronous = full;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
`

/** Whether an archive is made when there is none, led to this schema when it has an older one, and read as fixed. */
export type Opening = { mayCreate?: boolean; mayMigrate?: boolean; isFixed?: boolean }

/**
 * Opens an archive, and makes it when there is none. What is not an archive of ours is refused and left as it is; one of
 * an older schema is led to this one. Where it cannot be written to, it is read.
 */
export function openArchive(
  file: string,
  { mayCreate = true, mayMigrate = true, isFixed = isReadAsFixed(file) }: Opening = {},
): DatabaseSync {
  if (file === ':memory:') return withTables(new DatabaseSync(file))
  try {
    if (!isThere(file)) create(file, mayCreate)
    schemaOf(file)
    return opened(file, mayMigrate, isFixed)
  } catch (error) {
    const known = failure(error)
    throw isAboutLog(known, file)
      ? new StoreError('READ_ONLY', 'its log cannot be read where its folder cannot be written to', { cause: error })
      : known
  }
}

/** After a crash, or in a copy of the two files, what was written last stands in the log alone, which SQLite must index. */
const isAboutLog = (error: unknown, file: string): boolean =>
  error instanceof StoreError &&
  error.code === 'CANNOT_OPEN' &&
  existsSync(`${file}-wal`) &&
  !canBeWrittenTo(dirname(file))

function opened(file: string, mayMigrate: boolean, isFixed: boolean): DatabaseSync {
  const db = new DatabaseSync(locationOf(file, isFixed), { timeout: 5_000 })
  try {
    db.exec(pragmas)
    if (mayMigrate) migrate(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * A log that readers share lies beside an archive. In a folder that cannot be written to there is no place for it, and
 * an archive that was closed is read as one that nobody changes. Should somebody else change it all the same, those who
 * read it so must stop: what they have read and what they will read are of two states.
 */
export const isReadAsFixed = (file: string): boolean =>
  file !== ':memory:' && !canBeWrittenTo(dirname(file)) && !existsSync(`${file}-wal`)

/** Where SQLite finds an archive. */
export function locationOf(file: string, isFixed: boolean): string | URL {
  if (!isFixed) return file
  const url = pathToFileURL(file)
  url.searchParams.set('immutable', '1')
  return url
}

/** What may not be looked at is no file that is missing. */
function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false
    throw error
  }
}

export function canBeWrittenTo(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A crash while an archive is made must not leave half of one, nor two programs that start at once a mixture of two.
 * So it is made beside its place and then linked to it: it is whole there, or not there at all.
 */
function create(file: string, mayCreate: boolean): void {
  if (!mayCreate) throw new StoreError('CANNOT_OPEN', 'there is no such file; verbatim ingest makes one')
  const folder = dirname(file)
  if (!isThere(folder)) throw new StoreError('CANNOT_OPEN', `there is no folder ${folder}; make it first`)
  if (!canBeWrittenTo(folder)) throw new StoreError('READ_ONLY', 'its folder cannot be written to')
  const draft = `${file}-new-${process.pid}`
  try {
    const db = withTables(new DatabaseSync(draft))
    db.exec('pragma journal_mode = wal')
    db.close()
    linkSync(draft, file)
    syncFolder(file)
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error
  } finally {
    if (existsSync(draft)) unlinkSync(draft)
  }
}

function withTables(db: DatabaseSync): DatabaseSync {
  db.exec(`
    ${pragmas}
    begin;
    ${tables()}
    pragma application_id = ${applicationId};
    pragma user_version = ${schemaVersion};
    commit;
  `)
  return db
}
