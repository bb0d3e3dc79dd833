import type { DatabaseSync, StatementSync } from 'node:sqlite'

export type Params = Record<string, string | number | bigint>

/** Asks a question; its statement is prepared once. A whole number is sent as one: FTS5 takes no other for a row. */
export type Ask = <Row>(sql: string, params?: Params) => Row[]

/** More statements than there are questions to ask. */
const most = 500

export function statements(db: DatabaseSync): Ask {
  const prepared = new Map<string, StatementSync>()
  return <Row>(sql: string, params: Params = {}) => {
    let statement = prepared.get(sql)
    if (!statement) {
      if (prepared.size >= most) prepared.clear()
      statement = db.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement.all(params) as Row[]
  }
}
