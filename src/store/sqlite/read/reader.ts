import type { DatabaseSync } from 'node:sqlite'
import type { FacetCount, FacetField, Filter, Found, Hits, Key, Kind, Query } from '../../store.ts'
import { transaction } from '../write/transaction.ts'
import { listArticles } from './articles.ts'
import { deadlines } from './deadline.ts'
import { listEntities, listSpeakers } from './entities.ts'
import { facets } from './facets.ts'
import { listQuotes } from './quotes.ts'
import { statements } from './statements.ts'

/** The questions that may be slow. Each is answered of one state of the archive, in time or not at all. */
export type Reader = {
  list<K extends Kind>(kind: K, query: Query<K>): Found<Hits[K]>
  facets(
    kind: 'articles' | 'quotes',
    filter: Filter,
    fields: readonly FacetField[],
    limit: number,
  ): Partial<Record<FacetField, FacetCount[]>>
  /** The batch of an export that begins after a key. It is not counted, and has longer. */
  batch<K extends Kind>(kind: K, query: Omit<Query<K>, 'limit'>): { items: Hits[K][]; next: Key | null }
}

const lists = { articles: listArticles, quotes: listQuotes, entities: listEntities, speakers: listSpeakers }

/** So many items are less than 128 kB as text: V8 keeps larger strings until it cleans up everything. */
const batchSize = 25
/** To sort a whole archive by something that has no index is allowed to an export. */
const batchDeadline = 30_000

/** Answers questions from one connection. `deadline` is in milliseconds. */
export function reader(db: DatabaseSync, deadline: number): Reader {
  const ask = statements(db)
  const within = deadlines(db)
  const answered = <T>(milliseconds: number, work: () => T): T =>
    within(milliseconds, () => (db.isTransaction ? work() : transaction(db, 'read', work)))
  const listed = <K extends Kind>(kind: K, query: Query<K>, isCounted: boolean) =>
    (lists[kind] as (...asked: unknown[]) => Found<Hits[K]>)(ask, query, isCounted)

  return {
    list: (kind, query) => answered(deadline, () => listed(kind, query, true)),
    facets: (kind, filter, fields, limit) => answered(deadline, () => facets(ask, kind, filter, fields, limit)),
    batch: (kind, query) => answered(batchDeadline, () => listed(kind, { ...query, limit: batchSize } as never, false)),
  }
}
