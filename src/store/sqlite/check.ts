import { hash } from 'node:crypto'
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { failure } from './failure.ts'
import { schemaVersion } from './header.ts'
import { openArchive } from './open.ts'
import { openWatched } from './watched.ts'

/** One thing that was looked at. `wrong` says what is not as it should be; null when all is well. */
export type Finding = { about: string; wrong: string | null; kind: 'damage' | 'warning' }

/** What an archive holds. */
export type Holdings = {
  articles: number
  versions: number
  quotes: number
  refused: number
  skipped: number
  bytes: number
}

/**
 * Looks at everything that can be wrong with an archive, the quick things first. Changes nothing, and sees one state of it
 * while others write.
 */
export function* check(file: string): Generator<Holdings | Finding> {
  const { db, expectUnchanged } = openWatched(file, { mayCreate: false, mayMigrate: false })
  try {
    db.exec('begin')
    const isOld = unless(db, 'pragma user_version', schemaVersion) !== null
    if (!isOld) yield* holdings(db, file)
    for (const [about, kind, look, reads] of checks)
      if (!isOld || reads !== 'tables') yield { about, kind, ...found(() => look(db, file)) }
    // What then looks like damage is of two states.
    expectUnchanged()
  } finally {
    db.close()
  }
}

function* holdings(db: DatabaseSync, file: string): Generator<Holdings | Finding> {
  let counts: Omit<Holdings, 'bytes'> | undefined
  const { wrong } = found(() => {
    counts = db.prepare(count).get() as typeof counts
    return null
  })
  if (counts) yield { ...counts, bytes: sizeOf(file) + sizeOf(`${file}-wal`) }
  else yield { about: 'its tables can be read', kind: 'damage', wrong }
}

const count = `
  select articles, quotes, (select count(*) from version) as versions,
    (select count(*) from refused where outcome <> 'skipped') as refused,
    (select count(*) from refused where outcome = 'skipped') as skipped
  from archive`

/** What a look has found wrong; a page that cannot be read is what it has found. What it could not look at is no damage. */
function found(look: () => string | null): Pick<Finding, 'wrong'> & Partial<Finding> {
  try {
    return { wrong: look() }
  } catch (error) {
    const known = failure(error)
    if (!(known instanceof StoreError)) throw error
    const isUnseen = known.code === 'BUSY' || known.code === 'READ_ONLY'
    return isUnseen ? { wrong: `not looked at: ${known.message}`, kind: 'warning' } : { wrong: known.message }
  }
}

/** `tables`: it reads those of this schema. */
type Check = [
  about: string,
  kind: Finding['kind'],
  look: (db: DatabaseSync, file: string) => string | null,
  reads?: 'tables',
]

const largeLog = 256 * 1024 * 1024

const checks: readonly Check[] = [
  [`the schema is ${schemaVersion}`, 'warning', schema],
  ['it can be written to', 'warning', (_, file) => (isWritable(file) ? null : 'it can be read and not written to')],
  ['the disk has room', 'warning', roomLeft],
  [
    'the log beside it is small',
    'warning',
    (_, file) => (sizeOf(`${file}-wal`) > largeLog ? `${file}-wal has ${megabytes(sizeOf(`${file}-wal`))}` : null),
  ],
  ['its pages are whole (integrity_check)', 'damage', (db) => unless(db, 'pragma integrity_check(5)', 'ok')],
  ['rows point to rows (foreign_key_check)', 'damage', (db) => unless(db, 'pragma foreign_key_check', undefined)],
  ['the search index is whole', 'damage', searchIndex, 'tables'],
  ['every record is what was written (SHA-256)', 'damage', records, 'tables'],
  ['what is counted is what is there', 'damage', counted, 'tables'],
]

/** Nothing when all rows of an answer are the one value, else what they are. */
function unless(db: DatabaseSync, question: string, expected: string | number | undefined): string | null {
  const rows = db
    .prepare(question)
    .all()
    .map((row) => Object.values(row).join(' ').replaceAll('\n', '; '))
  return rows.length === 0 || (rows.length === 1 && rows[0] === String(expected)) ? null : rows.slice(0, 3).join('; ')
}

function schema(db: DatabaseSync): string | null {
  const older = unless(db, 'pragma user_version', schemaVersion)
  return older && `it is ${older}; verbatim serve or ingest leads it to this one, and keeps a copy of the old one`
}

function isWritable(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A migration needs a copy, and so does a backup. */
function roomLeft(_: DatabaseSync, file: string): string | null {
  const { bavail, bsize } = statfsSync(dirname(file))
  const needed = sizeOf(file) + 64 * 1024 * 1024
  return bavail * bsize < needed
    ? `${megabytes(bavail * bsize)} are free; a copy of the archive needs ${megabytes(needed)}`
    : null
}

const indexes = ['quote_words', 'article_words', 'entity_words']

/** FTS5 checks itself when it is told to by a row, which is not stored: that needs a connection that may write. */
function searchIndex(_: DatabaseSync, file: string): string | null {
  if (!isWritable(file)) throw new StoreError('READ_ONLY', 'it cannot be written to')
  const db = openArchive(file, { mayCreate: false, mayMigrate: false })
  try {
    for (const index of indexes) db.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 0)`)
  } finally {
    db.close()
  }
  return null
}

function records(db: DatabaseSync): string | null {
  const rows = db.prepare('select article, version, sha256, digest, record from version').iterate()
  for (const { article, version, sha256, digest, record } of rows) {
    if (hash('sha256', record as string) !== digest) return `the record of ${article} ${version} has another digest`
    const { text } = JSON.parse(record as string) as { text: string }
    if (hash('sha256', text) !== sha256) return `the text of ${article} ${version} has another digest`
  }
  return null
}

const miscounted = `
  select key || ' is named by ' || articles || ' articles and called something by ' || called from
    (select key, articles, (select coalesce(sum(articles), 0) from called where entity = number) as called from entity)
  where articles <> called limit 3`

function counted(db: DatabaseSync): string | null {
  const { articles, quotes } = db.prepare('select articles, quotes from archive').get() as Pick<
    Holdings,
    'articles' | 'quotes'
  >
  const rows = (table: string) => db.prepare(`select count(*) as count from ${table}`).get()!.count as number
  if (articles !== rows('article')) return `it counts ${articles} articles and has ${rows('article')}`
  if (articles !== rows('newest')) return `${articles - rows('newest')} articles have lost their newest version`
  if (quotes !== rows('quote')) return `it counts ${quotes} quotes and has ${rows('quote')}`
  return unless(db, miscounted, undefined)
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`
