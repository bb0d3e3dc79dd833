import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { usingArchive } from './archive.ts'
import { type Config, inMemory } from './config.ts'
import { drain } from './drain.ts'
import { ingest } from './ingest.ts'
import { expectFree, listen } from './listen.ts'
import { openLog } from './log.ts'
import { openReaders } from './reading/readers.ts'
import { lockForIngest } from './store/sqlite/lock.ts'
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
  await usingArchive(config.archive, () => serveFrom(config, log))
}

async function serveFrom(config: Config, log: Logger): Promise<void> {
  if (config.articles === null && !existsSync(config.archive))
    throw new StoreError('CANNOT_OPEN', 'there is no such file; verbatim ingest makes one')
  const store = openSqlite(config.archive)
  let ending = false
  try {
    // Loaded before it listens: whoever gets an answer gets it from the whole archive.
    const articles = await load(store, config, log)
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

/** Loads a folder into the archive; gives how many articles there are to serve. What is refused is named in the log. */
async function load(store: Store, { articles, archive }: Config, log: Logger): Promise<number> {
  if (articles !== null) {
    using _ = archive === inMemory ? null : lockForIngest(archive)
    using readers = openReaders()
    for await (const { path, refusals } of ingest(store, readers, [resolve(articles)]))
      for (const { code, detail } of refusals) log.warn({ path, code, detail }, 'rejected')
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
