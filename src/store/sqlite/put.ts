import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { dateOrder, titleOrder } from '../order.ts'
import type { Stored } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { transaction } from './transaction.ts'

const isKnown = 'select id, version, digest from newest where source = ?'
const isCopy = 'select id from newest where bytes = ?'
const isTaken = 'select 1 from article where id = ?'

const putArticle = `
  insert into article (id, source, version, title_order, date_order, summary)
  values (:id, :source, :version, :titleOrder, :dateOrder, :summary)
  on conflict (id) do update set version = excluded.version, title_order = excluded.title_order,
    date_order = excluded.date_order, summary = excluded.summary`

const putVersion = `
  insert into version (number, article, version, sha256, bytes, extractor, ingested_at, digest, record)
  values ((select coalesce(max(number), 0) + 1 from version),
    :id, :version, :sha256, :bytes, :extractor, :ingestedAt, :digest, :record)
  on conflict (article, version) do update set number = excluded.number, bytes = excluded.bytes,
    extractor = excluded.extractor, ingested_at = excluded.ingested_at, digest = excluded.digest,
    record = excluded.record`

type Newest = { id: string; version: string; digest: string }

/** Stores one article in one transaction. */
export function writer(db: DatabaseSync): (record: ArticleRecord) => Stored {
  const known = db.prepare(isKnown)
  const copy = db.prepare(isCopy)
  const taken = db.prepare(isTaken)
  const article = db.prepare(putArticle)
  const version = db.prepare(putVersion)
  const generation = db.prepare('select generation from archive')
  const nextGeneration = db.prepare('update archive set generation = ?')

  return (record) => transaction(db, 'write', () => put(record))

  function put(record: ArticleRecord): Stored {
    const source = record.article.sourceUrl ?? record.source.path
    const before = known.get(source) as Newest | undefined
    if (!before && record.article.sourceUrl === null) {
      const sameFile = copy.get(record.source.sha256)
      if (sameFile) return { id: sameFile.id as string, status: 'unchanged' }
    }
    const id = before?.id ?? freeId(record.article.id, source)
    const row = rowOf({ ...record, article: { ...record.article, id } })
    if (before?.digest === row.digest) return { id, status: 'unchanged' }
    write(row, source)
    turn(before?.digest, row.digest)
    return { id, status: before ? 'replaced' : 'created' }
  }

  function write({ id, titleOrder, dateOrder, summary, ...row }: Row, source: string) {
    article.run({ id, source, version: row.version, titleOrder, dateOrder, summary })
    version.run({ id, ...row })
  }

  /** The plain slug for the first who asks; for any other source always the same id, whatever came in between. */
  function freeId(slug: string, source: string): string {
    const digits = hash('sha256', source)
    let id = slug
    for (let length = 4; taken.get(id); length += 4) id = `${slug}-${digits.slice(0, length)}`
    return id
  }

  /** Takes one digest out of the generation and puts one in. The same articles give the same generation, in any order. */
  function turn(out: string | undefined, into: string) {
    const now = bits(generation.get()!.generation as string) ^ bits(out ?? '0') ^ bits(into)
    nextGeneration.run(now.toString(16).padStart(16, '0'))
  }
}

const bits = (digest: string) => BigInt(`0x${digest.slice(0, 16)}`)

type Row = ReturnType<typeof rowOf>

function rowOf(record: ArticleRecord) {
  const { article, source } = record
  const json = JSON.stringify(record)
  if (halfPair.test(json)) throw new StoreError('ILL_FORMED', `${source.path} holds half of a surrogate pair`)
  return {
    id: article.id,
    titleOrder: titleOrder(article.title),
    dateOrder: dateOrder(article.publishedAt),
    summary: JSON.stringify(article),
    version: article.version,
    sha256: article.text.sha256,
    bytes: source.sha256,
    extractor: extractorOf(record),
    ingestedAt: new Date().toISOString(),
    digest: hash('sha256', json),
    record: json,
  }
}

/** Half of a surrogate pair, as JSON writes it: `\ud83d` behind an even number of backslashes. */
const halfPair = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

const extractorOf = ({ quotes }: ArticleRecord) => quotes[0]?.attribution.extractor ?? 'none'
