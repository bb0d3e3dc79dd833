import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { python } from '../trees/boost.ts'
import { type Dumped, packTrees } from '../trees/pack.ts'

/** Rows of numbers, and for each a label (−1: not known), a weight (0: left out), a fold, and whether its corpus tells all. */
export type Table = {
  rows: Float32Array
  labels: Float32Array
  weights: Float32Array
  folds: Int32Array
  sure: Uint8Array
}

/** Trees of a table: their bytes, and the log-odds of each row from trees that never saw its fold. */
export function grow(
  table: Table,
  rounds: number,
  settings: Record<string, number>,
): { trees: Uint8Array; heldOut: Float32Array } {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const file = (name: string): string => join(folder, name)
  try {
    writeFileSync(file('job.json'), JSON.stringify({ rounds, settings }))
    writeFileSync(file('rows.f32'), table.rows)
    writeFileSync(file('labels.f32'), table.labels)
    writeFileSync(file('weights.f32'), table.weights)
    writeFileSync(file('folds.i32'), table.folds)
    writeFileSync(file('sure.u8'), table.sure)
    execFileSync(python(), [fileURLToPath(new URL('grow.py', import.meta.url)), folder], { stdio: 'inherit' })
    const heldOut = new Float32Array(new Uint8Array(readFileSync(file('held-out.f32'))).buffer)
    return { trees: packTrees(JSON.parse(readFileSync(file('trees.json'), 'utf8')) as Dumped[]), heldOut }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
