import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { CannotRun } from './cannot-run.ts'
import type { Config } from './config.ts'
import { drain } from './drain.ts'
import { ingest } from './ingest.ts'
import { expectFree, listen } from './listen.ts'
import { openLog } from './log.ts'
import { openReaders } from './reading/readers.ts'
import { openSqlite } from './store/sqlite/sqlite.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'

/** A container is killed ten seconds after it was told to end: be done before that. */
const limit = 8_000
/** A balancer looks at the readiness about once a second; a person who presses Ctrl-C does not. */
const graces = { SIGTERM: 1_000, SIGINT: 0 }

/** An event loop that is this late answers nobody in time, in milliseconds. */
const lateness = 1_000

/** Serves articles until it is told to end. */
export async function serve(config: Config): Promise<void> {
  const log = await openLog(config)
  endOnBugs(log)
  await expectFree(config.host, config.port)
  const store = openArchive(config.archive)
  let ending = false
  try {
    // Loaded before it listens: whoever gets an answer gets it from the whole archive.
    const articles = await loadArticles(store, config.articles, log)
    const limits = { lateness, perMinute: config.rateLimit }
    const app = await buildApp({ store, isReady: () => !ending }, { logger: log, publicUrl: config.publicUrl, limits })
    await app.ready()
    const told = toldToEnd()
    const url = await listen(app.server, config.host, config.port)
    log.info({ url, articles }, 'listening')

    const signal = await told
    ending = true
    log.info({ signal }, 'ending')
    const cut = await drain(app.server, { grace: graces[signal], limit })
    await app.close()
    log[cut ? 'warn' : 'info']({ cut }, 'ended')
  } finally {
    await store.close()
  }
}

function openArchive(file: string): Store {
  try {
    return openSqlite(file)
  } catch (error) {
    throw error instanceof StoreError ? new CannotRun(`ARCHIVE ${file}: ${error.message} (${error.code})`) : error
  }
}

/** Gives how many articles there are to serve. A file that gives none is named in the log, and the rest is served. */
async function loadArticles(store: Store, folder: string, log: Logger): Promise<number> {
  using readers = openReaders()
  for await (const ingested of ingest(store, readers, [resolve(folder)])) {
    if (!('fault' in ingested)) continue
    const { code, detail } = ingested.fault
    log.warn({ path: ingested.path, code, detail }, 'rejected')
  }
  return (await store.size()).articles
}

/** A terminal that goes away (SIGHUP) does not end the service. */
function toldToEnd(): Promise<keyof typeof graces> {
  process.on('SIGHUP', () => {})
  return new Promise((end) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
  })
}

/** After a bug that nothing has caught nobody knows what state the service is in: it ends, and its log says why. */
function endOnBugs(log: Logger) {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'bug')
    process.exit(1)
  })
}
