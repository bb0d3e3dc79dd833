import type { DatabaseSync, StatementSync } from 'node:sqlite'

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

/** A statement that writes. The last row that was written may be one of FTS5's own, whose number no double holds. */
export function writing(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql)
  statement.setReadBigInts(true)
  return statement
}
