import { readFileSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { schemaVersion } from './header.ts'
import { lockForIngest } from './lock.ts'
import { fromFirst } from './migrations/from-1.ts'
import { fromSecond } from './migrations/from-2.ts'
import { syncFile, syncFolder } from './sync.ts'
import { transaction } from './write/transaction.ts'

export const tables = (): string => readFileSync(new URL('tables.sql', import.meta.url), 'utf8')

/** What leads from each older schema to this one. */
const steps: Readonly<Record<number, (db: DatabaseSync) => void>> = {
  1: (db) => fromFirst(db, tables()),
  2: fromSecond,
}

/**
 * Leads an archive of an older schema to this one, in one transaction: a crash leaves the old one or the new one. A copy
 * of the old one is kept beside it, as `news.sqlite-schema-2`.
 */
export function migrate(db: DatabaseSync, file: string): void {
  const from = versionOf(db)
  if (from === schemaVersion) return
  if (from > schemaVersion) throw new StoreError('SCHEMA_TOO_NEW', 'a newer Verbatim is writing it')
  // Whoever writes articles into it writes them as the old schema wants them.
  using _ = lockForIngest(file)
  copyTo(db, `${file}-schema-${from}`)
  transaction(db, 'write', () => {
    // Another program may have led it there meanwhile.
    steps[versionOf(db)]?.(db)
    db.exec(`pragma user_version = ${schemaVersion}`)
  })
}

const versionOf = (db: DatabaseSync): number => db.prepare('pragma user_version').get()!.user_version as number

function copyTo(db: DatabaseSync, copy: string): void {
  const part = `${copy}-part`
  rmSync(part, { force: true })
  try {
    db.prepare('vacuum into ?').run(part)
    syncFile(part)
    renameSync(part, copy)
    syncFolder(copy)
  } finally {
    // Where the disk is full, half of a copy would keep it so.
    rmSync(part, { force: true })
  }
}
