import { readFileSync } from 'node:fs'
import { articleFile, recordOfText } from './app.ts'
import { cpuOf } from './cpu.ts'

const article = readFileSync(articleFile, 'utf8')
const reading = (): number => cpuOf(() => recordOfText(article))
const least = (times: number): number => Math.min(...Array.from({ length: times }, reading))
let isWarm = false

/**
 * What something costs, in readings of the article that the project ships: from its bytes to its record, 900 words. The
 * machine and the test runner slow both alike.
 */
export function readingsOf(work: () => unknown): number {
  if (!isWarm) least(12)
  isWarm = true
  const one = least(3)
  return cpuOf(work) / one
}
