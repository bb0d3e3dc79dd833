import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { inMemory } from '../config.ts'
import { ingest } from '../ingest/ingest.ts'
import { openReaders } from '../reading/readers.ts'
import { lockForIngest } from '../store/sqlite/lock.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'

/** Loads a folder into the archive that is about to be served. What is not taken is named in the log. */
export async function fill(store: Store, archive: string, articles: string, log: Logger): Promise<void> {
  using lock = archive === inMemory ? null : lockUnlessRunning(archive)
  if (lock === undefined)
    return log.warn({ articles }, 'not loaded: another program is writing articles into the archive')
  using readers = openReaders()
  for await (const { path, refusals } of ingest(store, readers, [resolve(articles)]))
    for (const { code, detail, outcome } of refusals)
      log[outcome === 'skipped' ? 'info' : 'warn']({ path, code, detail }, outcome)
}

/** Undefined when another program ingests: that is no reason not to serve. */
function lockUnlessRunning(archive: string): Disposable | undefined {
  try {
    return lockForIngest(archive)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'ALREADY_RUNNING') return undefined
    throw error
  }
}
