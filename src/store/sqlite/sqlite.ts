import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { frozen } from '../frozen.ts'
import type { Inputs } from '../inputs.ts'
import { recentlyRead } from '../recent.ts'
import type { Head, ListQuery, Store } from '../store.ts'
import { answering } from './failure.ts'
import { inputs } from './inputs.ts'
import { openArchive } from './open.ts'
import { writer } from './put.ts'
import { together } from './together.ts'
import { transaction } from './transaction.ts'

/** An archive in a file, or in memory. Every method is one transaction: it sees one state of the archive. */
export function openSqlite(file = ':memory:'): Store {
  const db = openArchive(file)
  const { write, flush } = together(db)
  const put = writer(db)
  const { finished, finish, refuse, refused } = inputs(db)
  return {
    put: (record) => write(() => put(record)),
    finished: answering(finished),
    finish: (input) => write(() => finish(input)),
    refuse: (path, refusal) => write(() => refuse(path, refusal)),
    refused: answering(refused),
    ...reader(db),
    async close() {
      flush()
      if (db.isOpen) db.close()
    },
  }
}

/** Characters of JSON whose parsed records are kept: some 200 articles. */
const keptCharacters = 16_000_000

const selectHead = `
  select article as id, version, sha256, extractor, ingested_at as ingestedAt from version where article = :id`
const asked = 'and version = coalesce(:version, (select version from article where id = :id))'

const byTitle = `
  select id, title_order as value, summary from article where (title_order, id) > (?, ?) order by title_order, id limit ?`
const byPlace = `
  select id, cast(place as text) as value, summary from article where place < cast(? as integer) and ? is not null
  order by place desc limit ?`

/** Sorts before every article: no key is empty, and no place is so high. */
const start = { title: '', '-publishedAt': `${Number.MAX_SAFE_INTEGER}` }

function reader(db: DatabaseSync): Omit<Store, 'put' | 'close' | keyof Inputs> {
  const head = db.prepare(`${selectHead} ${asked}`)
  const versions = db.prepare(`${selectHead} order by number desc`)
  const digest = db.prepare(`select digest from version where article = :id ${asked}`)
  const record = db.prepare(`select digest, record from version where article = :id ${asked}`)
  const pages = { title: db.prepare(byTitle), '-publishedAt': db.prepare(byPlace) }
  const total = db.prepare('select count(*) as total from article')
  const ids = db.prepare('select id from article order by id limit ?')
  const generation = db.prepare('select generation from archive')
  const recent = recentlyRead<ArticleRecord>(keptCharacters)

  return {
    head: answering(
      (id: string, version?: string) => (head.get({ id, version: version ?? null }) as Head | undefined) ?? null,
    ),
    versions: answering((id: string) => versions.all({ id }) as Head[]),
    get: answering(get),
    list: answering((query: ListQuery) => transaction(db, 'read', () => list(query))),
    ids: answering((limit: number) => ids.all(limit).map(({ id }) => id as string)),
    generation: answering(() => generation.get()!.generation as string),
  }

  /** To parse a record takes a hundred times as long as to find it, so the last ones are kept, by what they hold. */
  function get(id: string, version?: string): ArticleRecord | null {
    const key = { id, version: version ?? null }
    const found = digest.get(key)?.digest as string | undefined
    if (found === undefined) return null
    return recent.get(found) ?? parsed(record.get(key) as RecordRow)
  }

  function parsed({ digest, record }: RecordRow): ArticleRecord {
    const value = frozen<ArticleRecord>(JSON.parse(record))
    recent.keep(digest, value, record.length)
    return value
  }

  function list({ sort, after, limit }: ListQuery) {
    const { value, id } = after ?? { value: start[sort], id: '' }
    const rows = pages[sort].all(value, id, limit + 1) as PageRow[]
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      articles: page.map(({ summary }) => JSON.parse(summary) as ArticleRecord['article']),
      total: total.get()!.total as number,
      next: last && rows.length > limit ? { value: last.value, id: last.id } : null,
    }
  }
}

type RecordRow = { digest: string; record: string }
type PageRow = { id: string; value: string; summary: string }
