import { resolve } from 'node:path'
import { usingArchive } from '../archive.ts'
import { type Ingested, ingest as ingestInto } from '../ingest/ingest.ts'
import { openReaders } from '../reading/readers.ts'
import { lockForIngest } from '../store/sqlite/lock.ts'
import { openSqlite } from '../store/sqlite/sqlite.ts'
import type { Store } from '../store/store.ts'
import { exitCode } from './exit-code.ts'
import { endQuietlyWithReader, printLine } from './output.ts'
import { progressOf, type Tally } from './progress.ts'
import { counted, duration, several, shown } from './shown.ts'

/** What a shell gives for a program that Ctrl-C has ended. */
const interrupted = 130

/**
 * Stores the articles that the paths hold in an archive. Gives the exit code: 0 when all were taken, 2 when some were
 * refused or none was an article, 130 when Ctrl-C ended it. The same command goes on where it was ended: what is stored is not read again.
 */
export async function ingest(paths: readonly string[], archive: string, json: boolean): Promise<number> {
  endQuietlyWithReader()
  return usingArchive(archive, async () => {
    const store = openSqlite(archive)
    try {
      using _ = lockForIngest(archive)
      return await run(
        store,
        paths.map((path) => resolve(path)),
        archive,
        json,
      )
    } finally {
      await store.close()
    }
  })
}

async function run(store: Store, paths: string[], archive: string, json: boolean): Promise<number> {
  using readers = openReaders()
  const isNone = ownFiles(archive)
  const progress = progressOf(paths, 'lines', { isNone })
  const told = toldToEnd()
  const tally = { inputs: 0, articles: 0, refused: 0, skipped: 0, created: 0, replaced: 0, older: 0, unchanged: 0 }
  const since = performance.now()
  const outcomes = ingestInto(store, readers, paths, isNone)
  let isWhole = false
  try {
    while (!isWhole) {
      const next = await Promise.race([outcomes.next(), told])
      if (next === 'ended') break
      isWhole = Boolean(next.done)
      if (next.done) continue
      add(tally, next.value)
      await report(next.value)
      progress.step(tally)
    }
  } finally {
    // Where the archive fails, too: what was said until then is stored.
    progress.end()
    process.stderr.write(`${summary(tally, (performance.now() - since) / 1000)}\n`)
  }
  if (tally.refused > 0)
    process.stderr.write(`What was refused: verbatim doctor --rejected --archive ${shown(archive)}\n`)
  if (!isWhole)
    process.stderr.write('Ended before all was read. What is stored is safe; the same command goes on from here.\n')
  return isWhole ? exitCode(tally.refused, tally.articles + tally.unchanged) : interrupted

  async function report(ingested: Ingested): Promise<void> {
    if (json) for (const line of linesOf(ingested)) await printLine(line)
    else for (const { code, detail } of ingested.refusals) progress.say(shown(`${ingested.path}: ${code}: ${detail}`))
  }
}

/** An archive may lie in the folder that it is filled from, with what SQLite keeps beside it. */
function ownFiles(archive: string): (path: string) => boolean {
  const own = resolve(archive)
  return (path) => path === own || path.startsWith(`${own}-`)
}

type Counts = Tally & { skipped: number; created: number; replaced: number; older: number; unchanged: number }

function add(tally: Counts, { isKnown, articles, refusals }: Ingested): void {
  tally.inputs++
  tally.articles += articles.length
  for (const { outcome } of refusals) tally[outcome === 'skipped' ? 'skipped' : 'refused']++
  if (isKnown && refusals.length === 0) tally.unchanged++
  for (const { status } of articles) tally[status]++
}

/** One line for each article and each refusal. An input that was not read again has one, whatever it holds. */
function* linesOf({ path, isKnown, articles, refusals }: Ingested): Generator<object> {
  if (isKnown && refusals.length === 0) yield { file: path, status: 'unchanged' }
  for (const { id, status } of articles)
    yield status === 'unchanged' ? { file: path, status, id } : { file: path, status: 'loaded', id, change: status }
  for (const { code, detail, outcome } of refusals) yield { file: path, status: outcome, code, detail }
}

function summary(tally: Counts, seconds: number): string {
  const { inputs, articles, created, replaced, older, unchanged, skipped, refused } = tally
  const parts = [`${counted(created)} new`]
  if (replaced > 0) parts.push(`${counted(replaced)} changed`)
  if (older > 0) parts.push(`${counted(older)} older than what was there`)
  if (unchanged > 0) parts.push(`${counted(unchanged)} unchanged`)
  if (skipped > 0) parts.push(`${counted(skipped)} skipped`)
  if (refused > 0) parts.push(`${counted(refused)} rejected`)
  const speed = articles > 0 ? `, ${several(Math.round(articles / seconds), 'article')}/s` : ''
  return `${several(inputs, 'input')}: ${parts.join(', ')} (${duration(seconds)}${speed})`
}

/** Once Ctrl-C is pressed, or the system wants the program to end. Who presses it again does not wait. */
function toldToEnd(): Promise<'ended'> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end('ended'))
  })
}
