import { renameSync, rmSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { failure } from './failure.ts'
import { syncFile, syncFolder } from './sync.ts'
import { openWatched } from './watched.ts'

/** All pages in one step: a copy in several would begin anew whenever another program writes. */
const allPages = 2_147_483_647

/**
 * Copies an archive while others read it and write into it: as it is at one moment, checked, and in its place only when
 * it is whole. Gives how many articles the copy has.
 */
export async function backUp(file: string, copy: string): Promise<number> {
  const part = `${copy}-part`
  const { db, expectUnchanged } = openWatched(file, { mayCreate: false, mayMigrate: false })
  try {
    await backup(db, part, { rate: allPages })
    expectUnchanged()
    const articles = checked(part)
    syncFile(part)
    renameSync(part, copy)
    syncFolder(copy)
    return articles
  } catch (error) {
    throw ofCopy(failure(error))
  } finally {
    db.close()
    rmSync(part, { force: true })
  }
}

/** The archive is open by then: what cannot be written is the copy. */
function ofCopy(error: unknown): unknown {
  const isCopy = error instanceof StoreError && ['DISK_FULL', 'READ_ONLY', 'CANNOT_OPEN'].includes(error.code)
  return isCopy ? new StoreError(error.code, `its copy cannot be written: ${error.message}`, { cause: error }) : error
}

/** A copy that nobody has read is no copy. */
function checked(part: string): number {
  // Without a log beside it, so that the copy is one file.
  const db = new DatabaseSync(part)
  try {
    db.exec('pragma journal_mode = delete')
    const [found] = db.prepare('pragma quick_check(1)').all()
    if (found?.quick_check !== 'ok') throw new StoreError('STORE_CORRUPT', `the copy is damaged: ${found?.quick_check}`)
    return db.prepare('select count(*) as count from article').get()!.count as number
  } finally {
    db.close()
  }
}
