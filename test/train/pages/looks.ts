import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Parts, withThoughts } from '#/src/load/page/looks.ts'
import { grow, type Table } from './grow.ts'
import type { CorpusPage } from './pages.ts'

/** A page whose parts are labelled: its segments, or its lines as it is copied. */
export type Labelled = Pick<CorpusPage, 'gold' | 'labels' | 'weights' | 'fold'> & { parts: Parts }

/** One of the two looks: how long and how finely its trees are grown, and how much a part of a page counts in it. */
export type Look<Page> = { rounds: number; num_leaves: number; weightOf: (page: Page, i: number) => number }

/** Trees for both looks, and the log-odds by page of each and of both, from trees that never saw the page’s fold. */
export function growLooks<Page extends Labelled>(
  pages: readonly Page[],
  looks: { first: Look<Page>; second: Look<Page>; weightOfSecond: number },
  settings: Record<string, number>,
): { heldOut: [name: string, odds: Float32Array[]][]; trees: [first: Uint8Array, second: Uint8Array] } {
  const { first, second, weightOfSecond } = looks
  const grown = ({ rounds, num_leaves, weightOf }: Look<Page>, rowsOf: (page: Page, at: number) => Float32Array) => {
    const { trees, heldOut } = grow(tableOf(pages, rowsOf, weightOf), rounds, { ...settings, num_leaves })
    return { trees, odds: byPage(pages, heldOut) }
  }
  const once = grown(first, ({ parts }) => parts.rows)
  const again = grown(second, ({ parts }, at) => withThoughts(parts, once.odds[at]!))
  const both = once.odds.map((odds, at) =>
    odds.map((value, i) => value * (1 - weightOfSecond) + again.odds[at]![i]! * weightOfSecond),
  )
  return {
    heldOut: [
      ['first pass', once.odds],
      ['second pass', again.odds],
      ['both', both],
    ],
    trees: [once.trees, again.trees],
  }
}

function tableOf<Page extends Labelled>(
  pages: readonly Page[],
  rowsOf: (page: Page, at: number) => Float32Array,
  weightOf: (page: Page, i: number) => number,
): Table {
  const count = pages.reduce((sum, { parts }) => sum + parts.lengths.length, 0)
  const rows = pages.map(rowsOf)
  const table: Table = {
    rows: new Float32Array(rows.reduce((sum, { length }) => sum + length, 0)),
    labels: new Float32Array(count),
    weights: new Float32Array(count),
    folds: new Int32Array(count),
    sure: new Uint8Array(count),
  }
  let [from, number] = [0, 0]
  for (const [at, page] of pages.entries()) {
    table.rows.set(rows[at]!, number)
    for (let i = 0; i < page.parts.lengths.length; i++) {
      table.labels[from + i] = page.labels[i]!
      table.weights[from + i] = weightOf(page, i)
      table.folds[from + i] = page.fold
      table.sure[from + i] = 'body' in page.gold ? 1 : 0
    }
    from += page.parts.lengths.length
    number += rows[at]!.length
  }
  return table
}

/** Log-odds of all rows, by page. */
function byPage(pages: readonly Labelled[], odds: Float32Array): Float32Array[] {
  let from = 0
  return pages.map(({ parts }) => {
    from += parts.lengths.length
    return odds.slice(from - parts.lengths.length, from)
  })
}

/** Writes the trees of both looks into data/models, as `readLooks` reads them. */
export function writeLooks(name: string, [first, second]: readonly [Uint8Array, Uint8Array]): void {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(first.length)
  const packed = gzipSync(Buffer.concat([length, first, second]), { level: 9 })
  writeFileSync(fileURLToPath(new URL(`../../../data/models/${name}`, import.meta.url)), packed)
  console.log(`data/models/${name}: ${packed.length} bytes`)
}
