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

/** Grows trees with LightGBM: their bytes, and for each row the log-odds from trees that never saw its fold. */
export function boost({ rows, labels, weights, folds, rounds, settings }: Job): {
  trees: Uint8Array
  heldOut: Float32Array
} {
  const folder = mkdtempSync(join(tmpdir(), 'trees-'))
  const file = (name: string): string => join(folder, name)
  try {
    writeFileSync(file('job.json'), JSON.stringify({ rounds, settings }))
    writeFileSync(file('rows.f32'), rows)
    writeFileSync(file('labels.f32'), labels)
    writeFileSync(file('weights.f32'), weights ?? new Float32Array(labels.length).fill(1))
    writeFileSync(file('folds.i32'), folds)
    execFileSync(python(), [fileURLToPath(new URL('boost.py', import.meta.url)), folder], { stdio: 'inherit' })
    const heldOut = new Float32Array(new Uint8Array(readFileSync(file('held-out.f32'))).buffer)
    return { trees: packTrees(JSON.parse(readFileSync(file('trees.json'), 'utf8')) as Dumped[]), heldOut }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The Python of an environment with what requirements.txt pins; made on first use, outside of the project. */
function python(): string {
  const requirements = fileURLToPath(new URL('../requirements.txt', import.meta.url))
  const folder = join(tmpdir(), 'verbatim-python')
  const command = join(folder, 'bin/python')
  if (!existsSync(command)) execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]
  execFileSync(command, pip, { stdio: 'inherit' })
  return command
}
