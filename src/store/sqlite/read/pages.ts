import type { Key } from '../../store.ts'
import type { Selection } from './selection.ts'
import type { Ask, Params } from './statements.ts'

/** What rows are sorted by: expressions that all rise, or all fall, and leave no ties. */
export type Order = { keys: readonly string[]; falls: boolean }

/** Rows of a page, each with the `key` that the page after it would start at, and whether there are more. */
export type Rows<Row> = { rows: (Row & { key: Key })[]; more: boolean }

/** The rows after a key, and no more than the page holds: the work ends there. */
export function pageOf<Row>(
  ask: Ask,
  { from, where, params }: Pick<Selection, 'from' | 'where' | 'params'>,
  columns: string,
  { keys, falls }: Order,
  { after, limit }: { after: Key | null; limit: number },
): Rows<Row> {
  const names = keys.map((_, at) => `key${at}`)
  const values = names.map((name) => `:${name}`)
  const beyond = `${tuple(keys)} ${falls ? '<' : '>'} ${tuple(values)}`
  const sql = `
    select ${[columns, ...keys.map((key, at) => `${key} as key${at}`)].join(', ')}
    from ${from} where ${where}${after ? ` and ${beyond}` : ''}
    order by ${keys.map((key) => (falls ? `${key} desc` : key)).join(', ')} limit :limit`
  const at = after ? Object.fromEntries(names.map((name, index) => [name, bound(after[index])])) : {}
  const rows = ask<Record<string, string | number>>(sql, { ...params, ...at, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map((row) => ({ ...row, key: names.map((name) => row[name]!) }) as Row & { key: Key }),
    more: rows.length > limit,
  }
}

const tuple = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`)

/** A key that somebody made up may be too short. */
const bound = (value: string | number = ''): Params[string] => (Number.isSafeInteger(value) ? BigInt(value) : value)

/**
 * More are not counted: the answer would take as long as all other work together. What must hold several things at once,
 * a phrase or two words, costs ten times as much to count as a word.
 */
const counted = { simple: 10_000, several: 1_000 }

/** How many a selection has; null where there are more than are counted. */
export function totalOf(
  ask: Ask,
  { from, where, params }: Pick<Selection, 'from' | 'where' | 'params'>,
): number | null {
  const hasSeveral = /"[^ "]+ | AND /.test(String(params.match ?? ''))
  const most = hasSeveral ? counted.several : counted.simple
  const sql = `select count(*) as total from (select 1 from ${from} where ${where} limit :most)`
  const [row] = ask<{ total: number }>(sql, { ...params, most: most + 1 })
  return row!.total > most ? null : row!.total
}
