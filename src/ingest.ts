import { type Fault, faultOf } from './reading/outcome.ts'
import { type Readers, readPaths } from './reading/readers.ts'
import type { Store, Stored } from './store/store.ts'
import { StoreError } from './store/store-error.ts'

/** What became of an article, or of an input that gave none. */
export type Ingested = { path: string } & ({ stored: Stored } | { fault: Fault })

/** Stores every article of the files that the paths name. The rejected ones do not keep the others out. */
export async function* ingest(store: Store, readers: Readers, paths: Iterable<string>): AsyncGenerator<Ingested> {
  for await (const { path, outcomes } of readPaths(readers, paths)) {
    for await (const outcome of outcomes) {
      if ('fault' in outcome) yield { path, fault: outcome.fault }
      if ('record' in outcome) yield { path, ...(await put(store, outcome.record)) }
    }
  }
}

/** A record that no store can keep costs itself; a store that can keep none ends the run. */
async function put(store: Store, record: Parameters<Store['put']>[0]): Promise<{ stored: Stored } | { fault: Fault }> {
  try {
    return { stored: await store.put(record) }
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'ILL_FORMED') throw error
    return { fault: faultOf(error) }
  }
}
