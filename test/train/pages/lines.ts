import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bodyAmong } from '#/src/load/text/classify.ts'
import { columns, featuresOf } from '#/src/load/text/copied/features.ts'
import { secondWidth, weightOfSecond, withNeighbours } from '#/src/load/text/copied/model.ts'
import { type Copied, copiedOf } from './copied.ts'
import { figuresOf } from './figures.ts'
import { grow, type Table } from './grow.ts'

/** `npm run train:lines`: data/models/lines.bin.gz from the pages of ../shared/corpora as they are copied, and its figures. */
const pages: (Copied & { rows: Float32Array })[] = []
for (const corpus of ['scrapinghub', 'trafilatura'] as const) {
  for (const page of copiedOf(corpus)) pages.push({ ...page, rows: featuresOf(page.lines, page.signs) })
  console.log(`${corpus}: ${pages.length} pages`)
}

/** A page that the model of pages labelled counts half; of its lines outside the body, every third stands for three. */
function weightOf({ gold, labels, weights }: Copied, i: number): number {
  if ('body' in gold) return weights[i]!
  if (labels[i] === 1) return weights[i]! / 2
  return i % 3 === 0 ? weights[i]! * 1.5 : 0
}

const tableOf = (width: number, rowsOf: (page: (typeof pages)[number], at: number) => Float32Array): Table => {
  const count = pages.reduce((sum, { lines }) => sum + lines.length, 0)
  const table: Table = {
    rows: new Float32Array(count * width),
    labels: new Float32Array(count),
    weights: new Float32Array(count),
    folds: new Int32Array(count),
    sure: new Uint8Array(count),
  }
  let from = 0
  for (const [at, page] of pages.entries()) {
    table.rows.set(rowsOf(page, at), from * width)
    for (let i = 0; i < page.lines.length; i++) {
      table.labels[from + i] = page.labels[i]!
      table.weights[from + i] = weightOf(page, i)
      table.folds[from + i] = page.fold
      table.sure[from + i] = 'body' in page.gold ? 1 : 0
    }
    from += page.lines.length
  }
  return table
}

/** Log-odds of all rows, by page. */
function byPage(odds: Float32Array): Float32Array[] {
  let from = 0
  return pages.map(({ lines }) => {
    from += lines.length
    return odds.slice(from - lines.length, from)
  })
}

const settings = { learning_rate: 0.07, feature_fraction: 0.35, lambda_l2: 5, min_data_in_leaf: 20, max_bin: 63 }
const first = grow(
  tableOf(columns, ({ rows }) => rows),
  130,
  { ...settings, num_leaves: 31 },
)
const firstOdds = byPage(first.heldOut)
const second = grow(
  tableOf(secondWidth, ({ rows, lines }, at) => withNeighbours(rows, firstOdds[at]!, lines)),
  60,
  { ...settings, num_leaves: 15 },
)
const secondOdds = byPage(second.heldOut)
const mixed = firstOdds.map((odds, at) =>
  odds.map((value, i) => value * (1 - weightOfSecond) + secondOdds[at]![i]! * weightOfSecond),
)

for (const [name, odds] of [
  ['first pass', firstOdds],
  ['second pass', secondOdds],
  ['both', mixed],
] as const) {
  const judged = pages.flatMap(({ gold, lines, signs }, at) => ({
    gold,
    texts: lines.map(({ text }) => text),
    kept: bodyAmong(signs, odds[at]!),
  }))
  console.log(name.padEnd(18), figuresOf(judged))
}

const length = Buffer.alloc(4)
length.writeUInt32LE(first.trees.length)
const packed = gzipSync(Buffer.concat([length, first.trees, second.trees]), { level: 9 })
writeFileSync(fileURLToPath(new URL('../../../data/models/lines.bin.gz', import.meta.url)), packed)
console.log(`data/models/lines.bin.gz: ${packed.length} bytes`)
