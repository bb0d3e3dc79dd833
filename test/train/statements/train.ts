import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { traitCount } from '#/src/extract/statements/traits.ts'
import { boost } from '../trees/boost.ts'
import { trained } from './chain.ts'
import { readDocument } from './documents.ts'
import { foldOf, tuneArticles } from './polnear.ts'
import { recipe } from './recipe.ts'
import { rowsOf } from './rows.ts'
import { heldOut } from './write.ts'

/**
 * Makes data/models/roles.bin.gz and data/models/statements.bin.gz again from the corpus: `npm run train:folds`, then
 * `npm run train:statements`. The detector learns from what chains say of articles that they have not seen.
 */
const write = (name: string, bytes: Uint8Array): void => {
  const packed = gzipSync(bytes, { level: 9 })
  writeFileSync(new URL(`../../../data/models/${name}.bin.gz`, import.meta.url), packed)
  console.error(`${name}: ${packed.length} bytes`)
}

const documents = tuneArticles().map(readDocument)
if (!process.argv.includes('--detector')) write('roles', trained(documents))

const parts = documents.map((document) => rowsOf(document, heldOut(foldOf(document.article.id))))
const count = parts.reduce((sum, { labels }) => sum + labels.length, 0)
const job = {
  rows: new Float32Array(count * traitCount),
  labels: new Float32Array(count),
  folds: new Int32Array(count),
  ...recipe.detector,
}
let at = 0
parts.forEach(({ traits, labels }, d) => {
  job.rows.set(traits, at * traitCount)
  job.labels.set(labels, at)
  job.folds.fill(foldOf(documents[d]!.article.id), at, at + labels.length)
  at += labels.length
})
write('statements', boost(job).trees)
