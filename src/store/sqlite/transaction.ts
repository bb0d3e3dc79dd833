import type { DatabaseSync } from 'node:sqlite'

/** All of it or nothing. `read` sees one state of the archive; `write` waits for other writers first. */
export function transaction<T>(db: DatabaseSync, kind: 'read' | 'write', work: () => T): T {
  db.exec(kind === 'write' ? 'begin immediate' : 'begin')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    // A full disk has rolled back by itself.
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}
