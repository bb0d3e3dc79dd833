import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { newsroom } from '../../helpers/newsroom.ts'
import { chart } from './chart.ts'
import { questionsAbout } from './questions.ts'
import { asked, started } from './service.ts'

/**
 * `npm run bench:archive [-- SIZES…]`: how long a search takes, how soon the service answers and how much memory it has,
 * with so many articles (1,000, 10,000 and 100,000 unless told otherwise), ten quotes each. One archive grows, and is
 * asked the same questions at each size by a client of its own process. Writes docs/archive/search.svg and prints a table.
 */
const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(1_000, 10_000, 100_000)
const world = { seed: 8, people: 20_000, places: 5_000, words: 50_000, quotes: 10, paragraphWords: 45 }
const together = 100
const questionsOfEachKind = 100

const folder = join(tmpdir(), 'verbatim-bench')
rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'none'), { recursive: true })
const file = join(folder, 'archive.sqlite')

/** Stores articles up to a number; gives how many a second. */
async function grow(from: number, to: number): Promise<number> {
  const store = openSqlite(file)
  const since = performance.now()
  for (let n = from; n < to; n += together) {
    const records = Array.from({ length: Math.min(together, to - n) }, (_, at) => write(n + at))
    await Promise.all(records.map((record) => store.put(record)))
  }
  await store.close()
  return (to - from) / ((performance.now() - since) / 1000)
}

type Measured = {
  size: number
  perSecond: number
  startMs: number
  memory: number
  bytes: number
  times: Record<string, number[]>
}

const write = newsroom(world)
const measured: Measured[] = []
let before = 0
for (const size of sizes) {
  const perSecond = await grow(before, size)
  before = size
  const service = await started(file, join(folder, 'none'))
  const kinds = questionsAbout(world, questionsOfEachKind)
  await asked(
    service.url,
    Object.values(kinds).flatMap((paths) => paths.slice(0, 5)),
  )
  const times: Record<string, number[]> = {}
  for (const [kind, paths] of Object.entries(kinds)) times[kind] = await asked(service.url, paths)
  const memory = service.memory()
  await service.end()
  measured.push({ size, perSecond, startMs: service.startMs, memory, bytes: statSync(file).size, times })
  report(measured.at(-1)!)
}

function report({ size, perSecond, startMs, memory, bytes, times }: Measured) {
  console.log(
    `\n${size} articles: ${perSecond.toFixed(0)} stored a second, ${(bytes / 2 ** 20).toFixed(0)} MB in the file, ` +
      `answers ${startMs.toFixed(0)} ms after it was started, ${memory.toFixed(0)} MB of memory at most`,
  )
  for (const [kind, all] of Object.entries({ ...times, search: searches(times) }))
    console.log(
      `${kind.padEnd(34)} p50 ${at(all, 0.5).toFixed(1).padStart(7)} ms   p99 ${at(all, 0.99).toFixed(1).padStart(7)} ms`,
    )
}

/** Counting every match of a field is asked for by itself; it is not part of a search. */
function searches(times: Record<string, number[]>): number[] {
  return Object.entries(times).flatMap(([kind, all]) => (kind.startsWith('facets') ? [] : all))
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!
}

const docs = new URL('../../../docs/archive/', import.meta.url)
if (!existsSync(docs)) mkdirSync(docs)
const lines = { p99: 0.99, p50: 0.5 }
const points = (share: number) => measured.map(({ size, times }) => ({ x: size, y: at(searches(times), share) }))
writeFileSync(
  new URL('search.svg', docs),
  chart({
    title: 'Time of a search by the number of articles (ten quotes each)',
    x: 'articles',
    y: 'milliseconds',
    limit: { y: 50, label: 'at most 50 ms' },
    series: Object.entries(lines).map(([name, share]) => ({ name, points: points(share) })),
  }),
)
rmSync(folder, { recursive: true })
