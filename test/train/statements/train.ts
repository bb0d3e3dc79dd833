import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { speakerTraits } from '#/src/extract/statements/speakers.ts'
import { traitCount } from '#/src/extract/statements/traits.ts'
import { readTrees } from '#/src/models/trees.ts'
import { boost, type Job } from '../trees/boost.ts'
import { trained } from './chain.ts'
import { readDocument } from './documents.ts'
import { foldCount, foldOf, tuneArticles } from './polnear.ts'
import { recipe } from './recipe.ts'
import { type Rows, rowsOf, speakerRows } from './rows.ts'
import { heldOut } from './write.ts'

/**
 * Makes roles.bin.gz, statements.bin.gz and statement-speaker.bin.gz in data/models again from the corpus:
 * `npm run train:folds`, then `npm run train:statements`. The trees learn from what chains say of articles that they
 * have not seen.
 */
const write = (name: string, bytes: Uint8Array): void => {
  const packed = gzipSync(bytes, { level: 9 })
  writeFileSync(new URL(`../../../data/models/${name}.bin.gz`, import.meta.url), packed)
  console.error(`${name}: ${packed.length} bytes`)
}

const documents = tuneArticles().map(readDocument)
if (!process.argv.includes('--detector')) write('roles', trained(documents))

const folds = documents.map(({ article }) => foldOf(article.id))
const models = Array.from({ length: foldCount }, (_, fold) => heldOut(fold))

/** Trees that learn from the rows of all documents, each held out with its fold. */
function grown(parts: readonly Rows[], columns: number, settings: Pick<Job, 'rounds' | 'settings'>): Uint8Array {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0)
  const rows = new Float32Array(count * columns)
  const labels = new Float32Array(count)
  const held = new Int32Array(count)
  let at = 0
  parts.forEach((part, d) => {
    rows.set(part.traits, at * columns)
    labels.set(part.labels, at)
    held.fill(folds[d]!, at, at + part.labels.length)
    at += part.labels.length
  })
  return boost({ rows, labels, folds: held, ...settings }).trees
}

const candidates = documents.map((document, d) => rowsOf(document, models[folds[d]!]!))
const detector = grown(candidates, traitCount, recipe.detector)
write('statements', detector)
const speakers = documents.map((document, d) => speakerRows(document, models[folds[d]!]!, readTrees(detector)))
write('statement-speaker', grown(speakers, speakerTraits, recipe.speaker))
