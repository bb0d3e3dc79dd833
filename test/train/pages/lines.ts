import { bodyAmong } from '#/src/load/text/classify.ts'
import { partsOf, weightOfSecond } from '#/src/load/text/copied/model.ts'
import { type Copied, copiedOf } from './copied.ts'
import { figuresOf } from './figures.ts'
import { growLooks, type Labelled, writeLooks } from './looks.ts'

/** `npm run train:lines`: data/models/lines.bin.gz from the pages of ../shared/corpora as they are copied, and its figures. */
const pages: (Copied & Labelled)[] = []
for (const corpus of ['scrapinghub', 'trafilatura'] as const) {
  for (const page of copiedOf(corpus)) pages.push({ ...page, parts: partsOf(page.lines, page.signs) })
  console.log(`${corpus}: ${pages.length} pages`)
}

/** A page that the model of pages labelled counts half; of its lines outside the body, every third stands for three. */
function weightOf({ gold, labels, weights }: Copied, i: number): number {
  if ('body' in gold) return weights[i]!
  if (labels[i] === 1) return weights[i]! / 2
  return i % 3 === 0 ? weights[i]! * 1.5 : 0
}

const { heldOut, trees } = growLooks(
  pages,
  {
    first: { rounds: 130, num_leaves: 31, weightOf },
    second: { rounds: 60, num_leaves: 15, weightOf },
    weightOfSecond,
  },
  { learning_rate: 0.07, feature_fraction: 0.35, lambda_l2: 5, min_data_in_leaf: 20, max_bin: 63 },
)

for (const [name, odds] of heldOut) {
  const judged = pages.flatMap(({ gold, lines, signs }, at) => ({
    gold,
    texts: lines.map(({ text }) => text),
    kept: bodyAmong(signs, odds[at]!),
  }))
  console.log(name.padEnd(18), figuresOf(judged))
}

writeLooks('lines.bin.gz', trees)
