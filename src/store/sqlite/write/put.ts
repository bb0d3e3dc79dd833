import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { momentOf, titleOrder } from '../../order.ts'
import { wishedPlace } from '../../place.ts'
import { precedence } from '../../precedence.ts'
import type { Stored } from '../../store.ts'
import { StoreError } from '../../store-error.ts'
import { across, type Placed } from './across.ts'
import { writing } from './transaction.ts'

const newest = 'select id, source, version, digest, record, place, quotes from newest'
const isKnown = `${newest} where source = ?`
const isCopy = `${newest} where bytes = ? and version = ?`
const isTaken = 'select 1 from article where id = ?'

const putArticle = `
  insert into article (place, id, source, version, title_order, publisher, language, year, quotes, summary)
  values (:place, :id, :source, :version, :titleOrder, :publisher, :language, :year, :quotes, :summary)
  on conflict (id) do update set place = excluded.place, version = excluded.version,
    title_order = excluded.title_order, publisher = excluded.publisher, language = excluded.language,
    year = excluded.year, quotes = excluded.quotes, summary = excluded.summary`

const putVersion = `
  insert into version (number, article, version, sha256, bytes, extractor, ingested_at, digest, record)
  values ((select coalesce(max(number), 0) + 1 from version),
    :id, :version, :sha256, :bytes, :extractor, :ingestedAt, :digest, :record)
  on conflict (article, version) do update set number = excluded.number, bytes = excluded.bytes,
    extractor = excluded.extractor, ingested_at = excluded.ingested_at, digest = excluded.digest,
    record = excluded.record`

type Newest = Placed & { id: string; source: string; version: string; digest: string; record: string }

/** Stores one article, or writes anew one that is there, inside of a transaction of its caller. */
export function writer(db: DatabaseSync) {
  const known = db.prepare(isKnown)
  const copy = db.prepare(isCopy)
  const taken = db.prepare(isTaken)
  const article = writing(db, putArticle)
  const version = writing(db, putVersion)
  const hasVersion = db.prepare('select 1 from version where article = ? and version = ?')
  const last = writing(
    db,
    'update version set number = (select max(number) + 1 from version) where article = ? and version = ?',
  )
  const generation = db.prepare('select generation from archive')
  const nextGeneration = writing(db, 'update archive set generation = ?')
  const spans = across(db)
  const free = freePlace(db)

  return { put, restore }

  /** Writes an article whose id is settled. */
  function restore(record: ArticleRecord, source: string): void {
    const row = rowOf(record)
    write(record, row, source)
    turn(undefined, row.digest)
  }

  function put(record: ArticleRecord, index = 0): Stored {
    const source = sourceOf(record, index)
    const own = known.get(source) as Newest | undefined
    const copied = own ? undefined : copyOf(record)
    // Two articles of one file with the same words: the first of them is stored.
    if (copied && pathOf(copied) === record.source.path) return { id: copied.id, status: 'unchanged' }
    const before = own ?? copied
    const id = before?.id ?? freeId(record.article.id, source)
    const asked = { ...record, article: { ...record.article, id } }
    if (!before) {
      const row = rowOf(asked)
      write(asked, row, source)
      turn(undefined, row.digest)
      return { id, status: 'created' }
    }
    const old = JSON.parse(before.record) as ArticleRecord
    const kept = isSameFile(record, old) ? { ...asked, source: { ...record.source, path: old.source.path } } : asked
    const row = rowOf(kept)
    if (before.digest === row.digest) return { id, status: 'unchanged' }
    const { status, conflict } = settle(kept, old)
    if (status === 'older') keep(row, before)
    if (status === 'replaced') {
      spans.remove(old, before)
      write(kept, row, before.source, before)
      turn(before.digest, row.digest)
    }
    return { id, status, ...(conflict && { conflict }) }
  }

  function copyOf({ article, source }: ArticleRecord): Newest | undefined {
    return article.sourceUrl === null ? (copy.get(source.sha256, article.version) as Newest | undefined) : undefined
  }

  /** An older text is a version beside the newest, which stays the last that was written. */
  function keep({ titleOrder, publisher, language, year, quotes, summary, ...row }: Row, newest: Newest) {
    if (hasVersion.get(row.id, row.version)) return
    version.run(row)
    last.run(row.id, newest.version)
  }

  function write(record: ArticleRecord, row: Row, source: string, before?: Placed) {
    const { id, titleOrder, publisher, language, year, quotes, summary, ...own } = row
    const place = free(wishedPlace(record.article.publishedAt, hash('sha256', id), quotes), quotes, before?.place)
    article.run({ id, source, version: own.version, place, titleOrder, publisher, language, year, quotes, summary })
    version.run({ id, ...own })
    spans.add(record, { place, quotes })
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

const pathOf = ({ record }: Newest): string => (JSON.parse(record) as ArticleRecord).source.path

/** What an article is known by, whatever it says. */
function sourceOf({ article, source }: ArticleRecord, index: number): string {
  return article.sourceUrl ?? (index === 0 ? source.path : `${source.path}#${article.id}`)
}

/** The same bytes under another name are the same file: it keeps the name that it came with, and what is found in it may be more. */
const isSameFile = ({ source, article }: ArticleRecord, old: ArticleRecord): boolean =>
  source.sha256 === old.source.sha256 && article.version === old.article.version

/** What becomes of a record whose source has another one: a changed file replaces itself, of two files one wins. */
function settle(record: ArticleRecord, old: ArticleRecord): Pick<Stored, 'status' | 'conflict'> {
  const [path, other] = [record.source.path, old.source.path]
  if (path === other) return { status: 'replaced' }
  const { winner, isTie } = precedence(record, old)
  const [kept, lost] = winner === 'a' ? [path, other] : [other, path]
  return { status: winner === 'a' ? 'replaced' : 'older', ...(isTie && { conflict: { kept, lost } }) }
}

/** The first places from the wished one on that no other article and none of its quotes has. */
function freePlace(db: DatabaseSync): (wished: number, quotes: number, own?: number) => number {
  const last = db.prepare(`
    select max(place) as place from (
      select place from quote where place between :from and :to
      union all select place from article where place between :from and :to and place is not :own)`)
  return (wished, quotes, own) => {
    for (let from = wished; ; ) {
      const key = { from: BigInt(from), to: BigInt(from + Math.max(quotes, 1) - 1), own: own ?? null }
      const taken = last.get(key)!.place as number | null
      if (taken === null) return from
      from = taken + 1
    }
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
    publisher: article.publisher?.name ?? null,
    language: article.language,
    year: yearOf(article.publishedAt),
    quotes: record.quotes.length,
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

function yearOf(publishedAt: string | null): number | null {
  const moment = publishedAt === null ? Number.NaN : momentOf(publishedAt)
  return Number.isNaN(moment) ? null : new Date(moment).getUTCFullYear()
}

/** Half of a surrogate pair, as JSON writes it: `\ud83d` behind an even number of backslashes. */
const halfPair = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

const extractorOf = ({ quotes }: ArticleRecord) => quotes[0]?.attribution.extractor ?? 'none'
