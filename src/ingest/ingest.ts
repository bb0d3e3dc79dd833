import type { ArticleRecord } from '#/schemas/record.ts'
import { extractor } from '../extract/extractor.ts'
import { faultOf, type Outcome } from '../reading/outcome.ts'
import { type Readers, readPaths } from '../reading/readers.ts'
import type { Refusal } from '../store/inputs.ts'
import type { Store, Stored } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { version } from '../version.ts'
import { forgetGone } from './forget.ts'

/** What became of an input: its articles, and what was refused. `isKnown`: it is what it was when it was read before. */
export type Ingested = { path: string; isKnown: boolean; articles: Stored[]; refusals: Refusal[] }

/** Another version may find another article in the same bytes, so it reads every input again. */
const reader = `verbatim ${version}, ${extractor}`

/** Inputs that are being written while the next are read. */
const ahead = 8

/**
 * Stores every article of the files that the paths name, and says what became of each file, in their order; what was
 * said is on the disk. `isNone` tells files that are no inputs, such as the archive's own. What is refused keeps
 * nothing else out. What was refused before and is gone is forgotten at the end. A store that cannot write ends the run.
 */
export async function* ingest(
  store: Store,
  readers: Readers,
  paths: readonly string[],
  isNone?: (path: string) => boolean,
): AsyncGenerator<Ingested> {
  const knownDigest = async (path: string) => (await store.finished(path, reader))?.digest
  const refused = new Set<string>()
  const writing: Promise<Ingested>[] = []
  for await (const { path, outcomes } of readPaths(readers, paths, { knownDigest, ...(isNone && { isNone }) })) {
    const puts: Promise<Put>[] = []
    let read: Read = { digest: null, isKnown: false }
    for await (const outcome of outcomes) {
      if ('read' in outcome) read = outcome.read
      else if ('fault' in outcome) puts.push(Promise.resolve({ refusal: outcome.fault }))
      else puts.push(awaited(put(store, outcome.record, puts.length)))
    }
    writing.push(awaited(finish(store, path, read, puts)))
    if (writing.length > ahead) yield noted(await writing.shift()!)
  }
  for (const written of writing) yield noted(await written)
  await forgetGone(store, paths, refused)

  function noted(ingested: Ingested): Ingested {
    if (ingested.refusals.length > 0) refused.add(ingested.path)
    return ingested
  }
}

type Read = Extract<Outcome, { read: unknown }>['read']
type Put = { stored: Stored } | { refusal: Refusal }

/** Nobody waits for it yet, so a failure must not count as one that nobody hears of. */
function awaited<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {})
  return promise
}

/** A record that no store can keep costs itself. */
async function put(store: Store, record: ArticleRecord, index: number): Promise<Put> {
  try {
    return { stored: await store.put(record, index) }
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'ILL_FORMED') throw error
    return { refusal: faultOf(error) }
  }
}

/** An input is finished when all that it holds is written. One that failed is tried again the next time. */
async function finish(store: Store, path: string, { digest, isKnown }: Read, puts: Promise<Put>[]): Promise<Ingested> {
  if (isKnown) return { path, isKnown, articles: [], refusals: (await store.finished(path, reader))?.refusals ?? [] }
  const all = await Promise.all(puts)
  const articles = all.flatMap((each) => ('stored' in each ? each.stored : []))
  const refusals = all.flatMap((each) => ('refusal' in each ? each.refusal : []))
  for (const { id, conflict } of articles) {
    if (!conflict) continue
    const refusal = conflictOf(id, conflict.kept)
    if (conflict.lost === path) refusals.push(refusal)
    else await store.refuse(conflict.lost, refusal)
  }
  const isFailed = refusals.some(({ outcome }) => outcome === 'failed')
  await store.finish({ path, digest: isFailed ? null : digest, reader, refusals })
  return { path, isKnown, articles, refusals }
}

const conflictOf = (id: string, kept: string): Refusal => ({
  code: 'CONFLICT',
  detail: `${kept} has another text of the same address and date, which is the article ${id}; this one is an older version.`,
  outcome: 'rejected',
})
