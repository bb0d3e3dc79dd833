import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { frozen } from '../frozen.ts'
import type { Inputs } from '../inputs.ts'
import { recentlyRead } from '../recent.ts'
import type { Head, Hits, Key, Kind, Selected, Store } from '../store.ts'
import { answering } from './failure.ts'
import { type Reader, reader } from './read/reader.ts'
import type { Question, Reading } from './read/thread.ts'
import { threads } from './read/threads.ts'
import { openWatched } from './watched.ts'
import { inputs } from './write/inputs.ts'
import { writer } from './write/put.ts'
import { together } from './write/together.ts'

export type SqliteOptions = {
  /** How long a question over all articles may take, in milliseconds. */
  deadline?: number
  /** Whether an archive is made when there is none. */
  mayCreate?: boolean
  /** Whether it will be searched: then a thread for that starts at once, beside what else has to be loaded. */
  isSearched?: boolean
}

/**
 * An archive in a file, or in memory. Every method sees one state of it. Questions that may be slow are answered by
 * threads of their own; no other thread can see an archive in memory, so there they are answered in place.
 */
export function openSqlite(
  file = ':memory:',
  { deadline = 3_000, mayCreate = true, isSearched = false }: SqliteOptions = {},
): Store {
  const { db, isFixed, isReplaced, expectUnchanged } = openWatched(file, { mayCreate })
  const across =
    file === ':memory:' ? here(db, deadline) : apart({ file, deadline, isFixed }, isSearched, expectUnchanged)
  /** Every answer is looked at again where somebody else may write: it could be made of two states. */
  const answers: typeof answering = (ask) => {
    const answer = answering(ask)
    return isFixed ? (...asked) => answer(...asked).finally(expectUnchanged) : answer
  }
  const { write, flush } = together(db)
  const { put } = writer(db)
  const { finished, finish, refuse, forget, refused } = inputs(db)
  return {
    put: (record, index) => write(() => put(record, index)),
    finished: answers(finished),
    finish: (input) => write(() => finish(input)),
    refuse: (path, refusal) => write(() => refuse(path, refusal)),
    forget: (path) => write(() => forget(path)),
    refused: answers(refused),
    ...byId(db, answers),
    list: across.list as Store['list'],
    facets: across.facets,
    stream: across.stream as Store['stream'],
    isReplaced: async () => isReplaced(),
    async close() {
      flush()
      await across.close()
      if (db.isOpen) db.close()
    },
  }
}

type Across = {
  list: (...asked: Parameters<Reader['list']>) => Promise<unknown>
  facets: (...asked: Parameters<Reader['facets']>) => Promise<ReturnType<Reader['facets']>>
  stream: (...asked: [Kind, Selected<Kind>]) => AsyncIterable<unknown[]>
  close: () => Promise<void>
}

function here(db: DatabaseSync, deadline: number): Across {
  const { list, facets, batch } = reader(db, deadline)
  const nextOf = answering(batch)
  return {
    list: answering(list),
    facets: answering(facets),
    stream: (kind, query) => batches((after) => nextOf(kind, { ...query, after })),
    close: async () => {},
  }
}

function apart(reading: Omit<Reading, 'isSnapshot'>, isSearched: boolean, expectUnchanged: () => void): Across {
  const readers = threads(reading)
  if (isSearched) readers.start()
  const ask = (question: Question, asked: Pick<typeof readers, 'ask'> = readers): Promise<unknown> =>
    asked.ask(question).finally(expectUnchanged)
  return {
    list: (...asked) => ask({ name: 'list', asked }),
    facets: (...asked) => ask({ name: 'facets', asked }) as ReturnType<Across['facets']>,
    async *stream(kind, query) {
      const snapshot = readers.snapshot()
      try {
        yield* batches(
          (after) => ask({ name: 'batch', asked: [kind, { ...query, after }] }, snapshot) as Promise<Batch>,
        )
      } finally {
        await snapshot.close()
      }
    },
    close: () => readers.close(),
  }
}

type Batch = { items: Hits[Kind][]; next: Key | null }

/** One batch after another; the next one is asked for when somebody wants it. */
async function* batches(nextOf: (after: Key | null) => Promise<Batch>): AsyncGenerator<unknown[]> {
  let after: Key | null = null
  do {
    const { items, next } = await nextOf(after)
    if (items.length > 0) yield items
    after = next
  } while (after)
}

/** Characters of JSON whose parsed records are kept: some 200 articles. */
const keptCharacters = 16_000_000

const selectHead = `
  select article as id, version, sha256, digest, extractor, ingested_at as ingestedAt from version where article = :id`
const asked = 'and version = coalesce(:version, (select version from article where id = :id))'

/** No more versions than these are looked at for a quote that is gone. */
const selectLastSeen = `
  select version from (select version, number, record from version where article = :id order by number desc limit 20)
  where exists (select 1 from json_each(record, '$.quotes') quote where quote.value ->> 'id' = :quoteId)
  order by number desc limit 1`

/** What is found by an id. */
function byId(
  db: DatabaseSync,
  answers: typeof answering,
): Omit<Store, 'put' | 'list' | 'facets' | 'stream' | 'isReplaced' | 'close' | keyof Inputs> {
  const head = db.prepare(`${selectHead} ${asked}`)
  const versions = db.prepare(`${selectHead} order by number desc`)
  const digest = db.prepare(`select digest from version where article = :id ${asked}`)
  const record = db.prepare(`select digest, record from version where article = :id ${asked}`)
  const lastSeen = db.prepare(selectLastSeen)
  const ids = db.prepare(`
    select id from (select id from article where id < :near order by id desc limit :limit)
    union all select id from (select id from article where id >= :near order by id limit :limit)
    order by id`)
  const size = db.prepare('select articles, quotes from archive')
  const generation = db.prepare('select generation from archive')
  const recent = recentlyRead<ArticleRecord>(keptCharacters)

  return {
    head: answers(
      (id: string, version?: string) => (head.get({ id, version: version ?? null }) as Head | undefined) ?? null,
    ),
    versions: answers((id: string) => versions.all({ id }) as Head[]),
    get: answers(get),
    lastSeen: answers(
      (id: string, quoteId: string) => (lastSeen.get({ id, quoteId })?.version as string | undefined) ?? null,
    ),
    ids: answers((limit: number, near = '') => ids.all({ limit, near }).map(({ id }) => id as string)),
    size: answers(() => size.get() as { articles: number; quotes: number }),
    generation: answers(() => generation.get()!.generation as string),
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
}

type RecordRow = { digest: string; record: string }
