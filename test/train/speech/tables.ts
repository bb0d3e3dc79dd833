import { columns } from '#/src/extract/attribution/features/columns.ts'
import { type Attribution, attributionOf, votes } from '#/src/extract/attribution/vote.ts'
import { besides, extentColumns, writeExtent } from '#/src/extract/quotes/extent.ts'
import { speechColumns, writeSpeech } from '#/src/extract/quotes/features.ts'
import type { Job } from '../trees/boost.ts'
import type { Example } from './examples.ts'

/** What trees are grown on: the rows, their answers, and what is held out together. */
type Table = Pick<Job, 'rows' | 'labels' | 'folds'>

/** One row for each candidate of each quotation that has a source: is it the source? */
export function speakerTable(examples: readonly Example[]): Table {
  const known = examples.flatMap(({ ballot, fold, isSource }) => (isSource ? [{ ballot, fold, isSource }] : []))
  const counts = known.map(({ ballot }) => ballot.candidates.length)
  const rows = new Float32Array(counts.reduce((sum, count) => sum + count * columns, 0))
  let at = 0
  for (const { ballot } of known) {
    rows.set(ballot.rows, at)
    at += ballot.rows.length
  }
  return {
    rows,
    labels: Float32Array.from(known.flatMap(({ isSource }) => isSource.map(Number))),
    folds: Int32Array.from(known.flatMap(({ isSource, fold }) => isSource.map(() => fold))),
  }
}

/** One row for each quotation: does anybody say it? `odds`: of its candidates, from trees that never saw it. */
export function speechTable(examples: readonly Example[], odds: readonly number[][]): Table {
  const rows = new Float32Array(examples.length * speechColumns)
  examples.forEach(({ text, ballot }, i) => {
    writeSpeech(text, ballot, odds[i]!, rows.subarray(i * speechColumns, (i + 1) * speechColumns))
  })
  return {
    rows,
    labels: Float32Array.from(examples, ({ isSpeech }) => Number(isSpeech)),
    folds: Int32Array.from(examples, ({ fold }) => fold),
  }
}

/** One row for each word beside a quotation that somebody says: does it belong to the statement? */
export function extentTable(examples: readonly Example[], odds: readonly number[][]): Table {
  const words = examples.flatMap((example, i) => {
    if (!example.inStatement) return []
    const said = likeliest(example, odds[i]!)
    return [...besides(example.ballot, -1), ...besides(example.ballot, 1)].map((at) => ({ example, said, at }))
  })
  const rows = new Float32Array(words.length * extentColumns)
  words.forEach(({ example: { ballot }, said, at }, i) => {
    writeExtent(ballot, said, at, rows, i * extentColumns)
  })
  return {
    rows,
    labels: Float32Array.from(words, ({ example: { ballot, inStatement }, at }) =>
      Number(inStatement!(ballot.sheet.paragraph.items[at]!.span)),
    ),
    folds: Int32Array.from(words, ({ example: { fold } }) => fold),
  }
}

function likeliest({ ballot, paragraphs }: Example, odds: readonly number[]): Attribution | null {
  const [best] = votes(ballot, odds, { odds: [0], right: [0] })
  return best ? attributionOf(ballot, best, paragraphs) : null
}
