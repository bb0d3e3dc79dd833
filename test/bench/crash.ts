import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { check } from '#/src/store/sqlite/check.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'

/**
 * `npm run crash -- --rounds N [--minutes M] [--seed S] [--count FILE]`: kills `verbatim ingest` with signal 9 at a random moment, opens
 * the archive again, and looks whether every article that was reported is there, whole, and the archive in order. The same
 * command then goes on in the next round. Fails when one is missing.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
  },
})
const rounds = Number(values.rounds)

/** An archive is filled to so many articles, then the next one begins. */
const inputs = 400
/**
 * The latest moment of a kill, in milliseconds after the first new article was reported; in each fifth round after the start,
 * when there may be no archive yet.
 */
const latest = 1_500

const folder = mkdtempSync(join(tmpdir(), 'verbatim-crash-'))
const wire = join(folder, 'wire')
mkdirSync(wire)
for (let at = 0; at < inputs; at++)
  writeFileSync(
    join(wire, `${at}.txt`),
    `The harbour of Ystad, day ${at}\n\n“We are open for the ${at}th day,” said Ana Cruz, who leads the union.\n`,
  )

const totals = { acknowledged: 0, lost: 0, damaged: 0, beforeIt: 0, withLog: 0, finished: 0, reopenMs: 0 }
const random = drawnFrom(Number(values.seed))
let archive = join(folder, '0.sqlite')
const known = new Set<string>()
const end = performance.now() + Number(values.minutes) * 60_000
let round = 0
while (round < rounds && performance.now() < end) {
  round++
  const { ids, isWhole } = await killedAfter(random() * latest, round % 5 === 0 ? 'start' : 'first article')
  for (const id of ids) known.add(id)
  totals.acknowledged += ids.length
  if (!existsSync(archive)) totals.beforeIt++
  else await inspect(round)
  if (!isWhole) continue
  totals.finished++
  known.clear()
  archive = join(folder, `${round}.sqlite`)
}
rmSync(folder, { recursive: true })

const { acknowledged, lost, damaged, beforeIt, withLog, finished, reopenMs } = totals
console.log(
  `${round} kills: ${acknowledged} articles acknowledged, ${lost} lost, ${damaged} times an archive out of order. ` +
    `${withLog} kills left a log to recover, ${beforeIt} came before there was an archive, ${finished} after the end. ` +
    `Opening it again took ${reopenMs.toFixed(0)} ms at most.`,
)
if (values.count)
  writeFileSync(values.count, JSON.stringify({ passed: round - damaged - lost, failed: damaged + lost }))
process.exitCode = lost + damaged === 0 ? 0 : 1

/** The articles that an ingest has reported before it was killed. A line that was cut off was not reported. */
async function killedAfter(
  patience: number,
  since: 'start' | 'first article',
): Promise<{ ids: string[]; isWhole: boolean }> {
  const child = spawn(process.execPath, ['src/verbatim.js', 'ingest', '--json', '--archive', archive, wire], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  let timer = since === 'start' ? setTimeout(() => child.kill('SIGKILL'), patience) : undefined
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
    if (output.includes('"loaded"')) timer ??= setTimeout(() => child.kill('SIGKILL'), patience)
  })
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  const lines = output.split('\n').slice(0, -1)
  return { ids: lines.flatMap((line) => JSON.parse(line).id ?? []), isWhole: code === 0 }
}

async function inspect(round: number): Promise<void> {
  const log = `${archive}-wal`
  if (existsSync(log) && statSync(log).size > 0) totals.withLog++
  const since = performance.now()
  const store = openSqlite(archive)
  await store.size()
  totals.reopenMs = Math.max(totals.reopenMs, performance.now() - since)
  for (const id of known) if (!(await store.get(id))) lose(round, id)
  await store.close()
  for (const finding of check(archive))
    if ('about' in finding && finding.wrong !== null && finding.kind === 'damage') {
      totals.damaged++
      console.log(`round ${round}: ${finding.about}: ${finding.wrong}`)
    }
}

function lose(round: number, id: string): void {
  totals.lost++
  console.log(`round ${round}: ${id} is lost`)
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawnFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
