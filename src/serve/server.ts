import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { buildApp } from '../app.ts'
import { usingArchive } from '../archive.ts'
import { CannotRun } from '../cannot-run.ts'
import type { Config } from '../config.ts'
import type { ArchiveState } from '../http/answer/services.ts'
import { openSqlite } from '../store/sqlite/sqlite.ts'
import type { Store } from '../store/store.ts'
import { drain } from './drain.ts'
import { expectFree, listen } from './listen.ts'
import { openLog } from './log.ts'

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
  if (config.articles !== null) await expectArticles(config.articles)
  await expectFree(config.host, config.port)
  await usingArchive(config.archive, () => serveFrom(config, log))
}

/** Without them the service would answer, and have nothing to say. */
async function expectArticles(articles: string): Promise<void> {
  const found = await lstat(resolve(articles)).catch(() => null)
  if (found?.isSymbolicLink()) throw new CannotRun(`ARTICLES ${articles} is a symbolic link; name what it leads to`)
  if (!found?.isDirectory() && !found?.isFile())
    throw new CannotRun(`ARTICLES ${articles} is no file or folder that is there`)
}

async function serveFrom(config: Config, log: Logger): Promise<void> {
  const store = openSqlite(config.archive, { mayCreate: config.articles !== null, isSearched: true })
  let ending = false
  try {
    // Loaded before it listens: whoever gets an answer gets it from the whole archive.
    if (config.articles !== null) {
      const { fill } = await import('./fill.ts')
      await fill(store, config.archive, config.articles, log)
    }
    const { articles } = await store.size()
    const limits = { lateness, perMinute: config.rateLimit }
    const archiveState = watched(store, log)
    const app = await buildApp(
      { store, archiveState, isReady: () => !ending },
      { logger: log, publicUrl: config.publicUrl, limits },
    )
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

/** How often the file of the archive is looked at, in milliseconds. */
const look = 1_000

/** Says when another file is in the place of the archive. Its readers would then answer from one file, then from the other. */
function watched(store: Store, log: Logger): ArchiveState {
  const state: ArchiveState = { fault: null }
  const watch = setInterval(async () => {
    if (state.fault === 'replaced' || !(await store.isReplaced())) return
    state.fault = 'replaced'
    clearInterval(watch)
    log.fatal('the archive was replaced, or changed from outside: start the service again')
  }, look).unref()
  return state
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
