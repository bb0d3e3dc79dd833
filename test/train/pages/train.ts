import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chosen } from '#/src/load/page/body.ts'
import { columns, featuresOf } from '#/src/load/page/features/features.ts'
import { secondWidth, weightOfSecond, withNeighbours } from '#/src/load/page/model.ts'
import type { View } from '#/src/load/page/view.ts'
import { figuresOf, type Judged } from './figures.ts'
import { grow, type Table } from './grow.ts'
import { type CorpusPage, pagesOf } from './pages.ts'

/**
 * `npm run train:pages`: data/models/pages.bin.gz from the pages of ../shared/corpora, and the figures of its card.
 * Pages are looked at once more for the second pass, since only their numbers fit into memory.
 */
type Seen = Pick<CorpusPage, 'gold' | 'labels' | 'weights' | 'fold'> &
  Pick<View, 'kept' | 'title'> & { texts: Judged['texts']; segments: View['segments']; rows: Float32Array }

const pages: Seen[] = []
for (const corpus of ['scrapinghub', 'trafilatura'] as const) {
  for (const { view, gold, labels, weights, fold } of pagesOf(corpus)) {
    const { kept, title, segments } = view
    pages.push({
      gold,
      labels,
      weights,
      fold,
      kept,
      title,
      segments,
      texts: segments.map(({ text }) => text),
      rows: featuresOf(view),
    })
  }
  console.log(`${corpus}: ${pages.length} pages`)
}

const tableOf = (
  width: number,
  rowsOf: (page: Seen, at: number) => Float32Array,
  weightOf: (page: Seen, i: number) => number,
): Table => {
  const count = pages.reduce((sum, { rows }) => sum + rows.length / columns, 0)
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
    for (let i = 0; i < page.segments.length; i++) {
      table.labels[from + i] = page.labels[i]!
      table.weights[from + i] = weightOf(page, i)
      table.folds[from + i] = page.fold
      table.sure[from + i] = 'body' in page.gold ? 1 : 0
    }
    from += page.segments.length
  }
  return table
}

/** Log-odds of all rows, by page. */
function byPage(odds: Float32Array): Float32Array[] {
  let from = 0
  return pages.map(({ segments }) => {
    from += segments.length
    return odds.slice(from - segments.length, from)
  })
}

const settings = { learning_rate: 0.07, feature_fraction: 0.3, lambda_l2: 5, min_data_in_leaf: 20, max_bin: 63 }
const first = grow(
  tableOf(
    columns,
    ({ rows }) => rows,
    ({ weights }, i) => weights[i]!,
  ),
  160,
  { ...settings, num_leaves: 31 },
)
const firstOdds = byPage(first.heldOut)
/** Pieces tell too little of where an article begins and ends: the second look learns from whole bodies alone. */
const known = ({ weights, gold }: Seen, i: number): number => ('body' in gold ? weights[i]! : 0)
const second = grow(
  tableOf(secondWidth, (page, at) => withNeighbours(page.rows, firstOdds[at]!, page as unknown as View), known),
  100,
  { ...settings, num_leaves: 15 },
)
const secondOdds = byPage(second.heldOut)

const mixed = firstOdds.map((odds, at) =>
  odds.map((value, i) => value * (1 - weightOfSecond) + secondOdds[at]![i]! * weightOfSecond),
)
for (const [name, odds] of [
  ['Readability alone', null],
  ['first pass', firstOdds],
  ['second pass', secondOdds],
  ['both', mixed],
] as const) {
  const judged = pages.map(
    (page, at): Judged => ({
      gold: page.gold,
      texts: page.texts,
      kept: odds ? chosen(page as unknown as View, odds[at]!).kept : page.kept,
    }),
  )
  console.log(name.padEnd(18), figuresOf(judged))
}

const length = Buffer.alloc(4)
length.writeUInt32LE(first.trees.length)
const packed = gzipSync(Buffer.concat([length, first.trees, second.trees]), { level: 9 })
writeFileSync(fileURLToPath(new URL('../../../data/models/pages.bin.gz', import.meta.url)), packed)
console.log(`data/models/pages.bin.gz: ${packed.length} bytes`)
