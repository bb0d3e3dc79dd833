import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { newsroom } from '../../helpers/newsroom.ts'
import { chart } from './chart.ts'
import { isSum, questionsAbout } from './questions.ts'
import { asked, bare, started, type Times } from './service.ts'

/**
 * `npm run bench:archive [-- SIZES…]`: how long a search takes, how soon the service answers and how much memory it has,
 * with so many articles (1,000, 10,000 and 100,000 unless told otherwise), ten quotes each. Each archive is asked the
 * same questions by a client of another process. Writes docs/archive/search.svg and prints a table.
 */
const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(1_000, 10_000, 100_000)
const world = { seed: 8, people: 20_000, places: 5_000, words: 50_000, quotes: 10, paragraphWords: 45 }
const together = 100
const questionsOfEachKind = 100

/** Archives are made once and kept: the largest takes a quarter of an hour. */
const folder = join(tmpdir(), 'verbatim-bench')
mkdirSync(join(folder, 'none'), { recursive: true })

/** An archive of so many articles, and how many of them were stored in a second; null where it was there. */
async function archiveOf(size: number): Promise<{ file: string; perSecond: number | null }> {
  const file = join(folder, `${size}.sqlite`)
  const store = openSqlite(file)
  const { articles } = await store.size()
  const since = performance.now()
  for (let n = articles; n < size; n += together) {
    const records = Array.from({ length: Math.min(together, size - n) }, (_, at) => write(n + at))
    await Promise.all(records.map((record) => store.put(record)))
  }
  await store.close()
  return { file, perSecond: articles === size ? null : (size - articles) / ((performance.now() - since) / 1000) }
}

type Kind = Times & { cpu: number }
type Measured = {
  size: number
  perSecond: number | null
  startMs: number
  memory: number
  bytes: number
  kinds: Record<string, Kind>
}

const write = newsroom(world)
const measured: Measured[] = []
const peer = await bare()
for (const size of sizes) {
  const { file, perSecond } = await archiveOf(size)
  const service = await started(file, join(folder, 'none'))
  const questions = questionsAbout(world, questionsOfEachKind)
  const kinds: Record<string, Kind> = {}
  await asked(
    service.url,
    Object.values(questions).flatMap((paths) => paths.slice(0, 5)),
    peer.url,
  )
  for (const [kind, paths] of Object.entries(questions)) {
    const since = service.cpu()
    const times = await asked(service.url, paths, peer.url)
    kinds[kind] = { ...times, cpu: (service.cpu() - since) / paths.length }
  }
  const memory = service.memory()
  await service.end()
  measured.push({ size, perSecond, startMs: service.startMs, memory, bytes: statSync(file).size, kinds })
  report(measured.at(-1)!)
}
peer.end()

function report({ size, perSecond, startMs, memory, bytes, kinds }: Measured) {
  console.log(
    `\n${size} articles: ${perSecond?.toFixed(0) ?? 'not'} stored a second, ${(bytes / 2 ** 20).toFixed(0)} MB in the file, ` +
      `answers ${startMs.toFixed(0)} ms after it was started, ${memory.toFixed(0)} MB of memory at most`,
  )
  for (const [kind, { search, cpu }] of Object.entries(kinds))
    line(kind, search, `CPU ${cpu.toFixed(1).padStart(7)} ms`)
  line('all searches', searches(kinds, 'search'))
  line('bare node:http beside them', searches(kinds, 'bare'))
}

function line(name: string, times: readonly number[], more = '') {
  const [p50, p99] = [0.5, 0.99].map((share) => at(times, share).toFixed(1).padStart(7))
  console.log(`${name.padEnd(34)} p50 ${p50} ms   p99 ${p99} ms   ${more}`)
}

function searches(kinds: Record<string, Kind>, whose: 'search' | 'bare'): number[] {
  return Object.entries(kinds).flatMap(([kind, times]) => (isSum(kind) ? [] : times[whose]))
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!
}

const docs = new URL('../../../docs/archive/', import.meta.url)
mkdirSync(docs, { recursive: true })
const lineOf = (whose: 'search' | 'bare', share: number) =>
  measured.map(({ size, kinds }) => ({ x: size, y: at(searches(kinds, whose), share) }))
writeFileSync(
  new URL('search.svg', docs),
  chart({
    title: 'Time of a search by the number of articles (ten quotes each)',
    x: 'articles',
    y: 'milliseconds',
    limit: { y: 50, label: 'at most 50 ms' },
    series: [
      { name: 'p99', points: lineOf('search', 0.99) },
      { name: 'p50', points: lineOf('search', 0.5) },
      { name: 'bare p99', points: lineOf('bare', 0.99) },
    ],
  }),
)
