import type { Key } from '../../store.ts'
import { pageOf, type Rows } from './pages.ts'
import type { Selection } from './selection.ts'
import type { Ask } from './statements.ts'

/** So many of the newest are judged: to judge all that hold a common word would take seconds. */
const newest = 1_000

/** What each column of the words counts for; facts are no words. */
const weights = { quote: '1, 0.5, 0', article: '4, 1, 0' }

/** The best by BM25 of the newest that are found; of equal ones the newer first. */
export function judged(
  ask: Ask,
  table: 'quote' | 'article',
  { from, where, place, params }: Selection,
  page: { after: Key | null; limit: number },
): Rows<{ place: number }> {
  const best = `(
    select ${place} as place, bm25(${table}_words, ${weights[table]}) as score
    from ${from} where ${where} order by ${place} desc limit ${newest})`
  return pageOf(ask, { from: best, where: 'true', params }, 'place', { keys: ['score', '-place'], falls: false }, page)
}
