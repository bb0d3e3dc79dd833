import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compare, type Floors, figuresOf, pinned, type Report, type Row } from './floors.ts'

/**
 * `npm run eval`: measures the product on the corpora, and fails when a figure is below its floor.
 *
 *     npm run eval                      measures, prints figure, floor and goal of each
 *     npm run eval -- --from FILE       the same from a report that `run.mjs --json FILE` wrote
 *     npm run eval -- --pin [--lower]   floors rise to what is reached; --lower lets them sink too
 *     npm run eval -- --count FILE      writes {"passed", "failed"} to FILE
 *
 * The corpora are news texts that belong to their publishers and are not part of the project. Where they are not at
 * hand nothing is measured, and nothing fails.
 */
const { values: options } = parseArgs({
  options: {
    from: { type: 'string' },
    pin: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
    count: { type: 'string' },
  },
})

const root = join(import.meta.dirname, '../..')
const shared = join(root, '../shared')
const floorsFile = join(import.meta.dirname, 'floors.json')

const parsed = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** One hash over all corpora, in the order of their names. */
function hashOfCorpora(): string {
  const hash = createHash('sha256')
  for (const file of globSync('{quotes,entities,pages}/*', { cwd: join(shared, 'corpora') }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(shared, 'corpora', file)))
  return hash.digest('hex')
}

/** Null when the measuring itself came to no end. */
function measured(): Report | null {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-floors-'))
  const file = join(folder, 'report.json')
  try {
    spawnSync(process.execPath, [join(shared, 'eval/run.mjs'), 'all', '--json', file], { cwd: root, stdio: 'inherit' })
    return existsSync(file) ? parsed<Report>(file) : null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Goal = { key: string; min?: number; max?: number }

const { goals } = (await import(pathToFileURL(join(shared, 'eval/goals.mjs')).href).catch(() => ({ goals: {} }))) as {
  goals: Record<string, Goal[]>
}

/** The goals for names are those for world news; the other corpora show the trend. */
function goalOf(name: string): string {
  const [measure = '', ...rest] = name.split(' ')
  if (measure === 'entities' && rest[0] !== 'ww-dev') return ''
  const goal = goals[measure]?.find(({ key }) => key === rest.at(-1))
  return goal?.min !== undefined ? `≥ ${goal.min}` : goal?.max !== undefined ? `≤ ${goal.max}` : ''
}

const shown = (figure: number): string => String(Math.round(figure * 1000) / 1000)

function print(rows: readonly Row[]): void {
  const cells = rows.map(({ name, figure, floor, held }) => [
    held ? 'ok' : 'BELOW',
    name,
    figure === undefined ? 'missing' : shown(figure),
    shown(floor),
    goalOf(name),
  ])
  const lines = [['', '', 'figure', 'floor', 'goal'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...lines.map((line) => line[at]!.length)))
  const pad = (cell: string, at: number): string => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))
  for (const line of lines) console.log(line.map(pad).join('  ').trimEnd())
}

function gate(): { passed: number; failed: number } {
  if (!options.from && !existsSync(join(shared, 'eval/run.mjs'))) {
    console.log('The corpora are not here (../shared): nothing was measured, so no floor was held.')
    return { passed: 0, failed: 0 }
  }
  const floors = parsed<Floors>(floorsFile)
  const corpora = hashOfCorpora()
  if (!options.pin && corpora !== floors.corpora) {
    console.log('These are other corpora than the floors were measured on: pin new ones with --pin --lower.')
    return { passed: 0, failed: 1 }
  }
  const report = options.from ? parsed<Report>(options.from) : measured()
  if (!report) {
    console.log('The measuring came to no end: what it printed above says why.')
    return { passed: 0, failed: 1 }
  }
  const figures = figuresOf(report)
  const held = options.pin ? { ...pinned(figures, floors, options.lower), corpora } : floors
  if (options.pin) writeFileSync(floorsFile, `${JSON.stringify(held, null, 2)}\n`)
  const rows = compare(figures, held)
  print(rows)
  const failed = rows.filter((row) => !row.held).length
  return { passed: rows.length - failed, failed }
}

const count = gate()
console.log(`floors: ${count.passed} held, ${count.failed} not`)
if (options.count) writeFileSync(options.count, JSON.stringify(count))
process.exitCode = count.failed ? 1 : 0
