import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Dumped, packTrees } from './pack.ts'

export type Job = {
  /** Row by row, the same number of columns each; never NaN. */
  rows: Float32Array
  /** 1 or 0 for each row. */
  labels: Float32Array
  /** How much each row counts; all the same when left out. */
  weights?: Float32Array
  /** The part of the corpus that each row comes from: what is held out together. */
  folds: Int32Array
  rounds: number
  /** LightGBM’s own names: num_leaves, learning_rate, … */
  settings: Record<string, number | string | boolean>
}

export type Grown = {
  /** Grown on all rows: what the product reads. */
  trees: Uint8Array
  /** Grown without the rows of a fold, by its number. */
  withoutFold: Map<number, Uint8Array>
  /** For each row the log-odds from trees that never saw its fold. */
  heldOut: Float32Array
}

/** Grows trees with LightGBM. The same job gives the same bytes. */
export function boost({ rows, labels, weights, folds, rounds, settings }: Job): Grown {
  const folder = mkdtempSync(join(tmpdir(), 'trees-'))
  const file = (name: string): string => join(folder, name)
  const trees = (name: string) => packTrees(JSON.parse(readFileSync(file(name), 'utf8')) as Dumped[])
  try {
    writeFileSync(file('job.json'), JSON.stringify({ rounds, settings }))
    writeFileSync(file('rows.f32'), rows)
    writeFileSync(file('labels.f32'), labels)
    writeFileSync(file('weights.f32'), weights ?? new Float32Array(labels.length).fill(1))
    writeFileSync(file('folds.i32'), folds)
    execFileSync(python(), [fileURLToPath(new URL('boost.py', import.meta.url)), folder], { stdio: 'inherit' })
    return {
      trees: trees('trees.json'),
      withoutFold: new Map([...new Set(folds)].map((fold) => [fold, trees(`trees-${fold}.json`)])),
      heldOut: new Float32Array(new Uint8Array(readFileSync(file('held-out.f32'))).buffer),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The Python of an environment with what requirements.txt pins; made on first use, outside of the project. */
export function python(): string {
  const requirements = fileURLToPath(new URL('../requirements.txt', import.meta.url))
  const folder = join(tmpdir(), 'verbatim-python')
  const command = join(folder, 'bin/python')
  if (!existsSync(command)) execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]
  execFileSync(command, pip, { stdio: 'inherit' })
  return command
}
