import { chosen } from '#/src/load/page/body.ts'
import { featuresOf } from '#/src/load/page/features/features.ts'
import { partsOf, weightOfSecond } from '#/src/load/page/model.ts'
import type { View } from '#/src/load/page/view.ts'
import { figuresOf, type Judged } from './figures.ts'
import { growLooks, type Labelled, writeLooks } from './looks.ts'
import { pagesOf } from './pages.ts'

/**
 * `npm run train:pages`: data/models/pages.bin.gz from the pages of ../shared/corpora, and the figures of its card.
 * Pages are looked at once more for the second pass, since only their numbers fit into memory.
 */
type Seen = Labelled & Pick<View, 'kept' | 'title' | 'segments'> & { texts: Judged['texts'] }

const pages: Seen[] = []
for (const corpus of ['scrapinghub', 'trafilatura'] as const) {
  for (const { view, gold, labels, weights, fold } of pagesOf(corpus)) {
    const { kept, title, segments } = view
    const texts = segments.map(({ text }) => text)
    pages.push({ gold, labels, weights, fold, kept, title, segments, texts, parts: partsOf(view, featuresOf(view)) })
  }
  console.log(`${corpus}: ${pages.length} pages`)
}

const weightOf = ({ weights }: Seen, i: number): number => weights[i]!
/** Pieces tell little of where an article begins and ends: the second look learns from whole bodies, and from pieces a little. */
const known = ({ weights, gold, labels }: Seen, i: number): number =>
  'body' in gold ? weights[i]! : labels[i]! >= 0 ? 0.2 : 0

const { heldOut, trees } = growLooks(
  pages,
  {
    first: { rounds: 300, num_leaves: 31, weightOf },
    second: { rounds: 160, num_leaves: 15, weightOf: known },
    weightOfSecond,
  },
  { learning_rate: 0.04, feature_fraction: 0.2, lambda_l2: 5, min_data_in_leaf: 20, max_bin: 63 },
)

for (const [name, odds] of [['Readability alone', null] as const, ...heldOut]) {
  const judged = pages.map(
    (page, at): Judged => ({
      gold: page.gold,
      texts: page.texts,
      kept: odds ? chosen(page, odds[at]!).kept : page.kept,
    }),
  )
  console.log(name.padEnd(18), figuresOf(judged))
}

writeLooks('pages.bin.gz', trees)
