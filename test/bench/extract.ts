import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract, readBody } from '#/src/extract/extract.ts'
import type { Document } from '#/src/extract/extraction.ts'
import { findQuotes } from '#/src/extract/quotes/quotes.ts'
import { withReports } from '#/src/extract/statements/reports.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { withShortBlocks } from '#/src/load/long-blocks.ts'
import { loadText } from '#/src/load/text/text.ts'
import { wordsIn } from '#/src/text/words.ts'
import { cpuOf } from '../helpers/cpu.ts'
import { corpora, tuneArticles } from '../train/statements/polnear.ts'

/**
 * `npm run bench:extract`: words that are read in a second of CPU, warm, as a whole and by stage.
 *
 * Every round reads every article once with each stage in turn, and beside it counts its words as Unicode does
 * (`Intl.Segmenter`). The machine slows both alike, so their ratio is the figure to compare; the median of the rounds counts.
 */
const rounds = 9
const everyNth = 10

const loaded = (path: string, bytes: Uint8Array): Document => withShortBlocks([...loadText({ path, bytes })][0]!)

function articles(): Document[] {
  if (existsSync(corpora))
    return tuneArticles()
      .filter((_, i) => i % everyNth === 0)
      .map(({ id, text }) => loaded(`${id}.txt`, Buffer.from(text)))
  const folder = join(import.meta.dirname, '../../data/articles')
  return globSync('*.txt', { cwd: folder }).map((name) => loaded(name, readFileSync(join(folder, name))))
}

const lexicon = openLexicon()

/** What is timed; a stage takes what the ones before it made. */
function timesOf(document: Document): Record<string, number> {
  const { text } = document
  let body: ReturnType<typeof readBody> | undefined
  let quotes: ReturnType<typeof findQuotes> = []
  const peer = cpuOf(() => wordsIn(text, { start: 0, end: text.length }))
  const all = cpuOf(() => extract(document, lexicon))
  const reading = cpuOf(() => {
    body = readBody(document, lexicon)
  })
  const { read, paragraphs, roles } = body!
  const names = cpuOf(() => lexicon.findNames(text, read))
  const quoted = cpuOf(() => {
    quotes = findQuotes(text, paragraphs, roles, lexicon, () => false)
  })
  const reported = cpuOf(() => withReports(paragraphs, roles, quotes, lexicon.statements))
  return {
    'words as Unicode counts them': peer,
    'everything (extract)': all,
    '  names': names,
    '  paragraphs and roles': reading - names,
    '  quotes and speakers': quoted,
    '  reports': reported,
    '  people and entities': all - reading - quoted - reported,
  }
}

const documents = articles()
const words = documents.reduce(
  (sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []).length,
  0,
)

const sums: Record<string, number>[] = []
for (let round = 0; round < rounds; round++) {
  const sum: Record<string, number> = {}
  for (const document of documents)
    for (const [stage, ms] of Object.entries(timesOf(document))) sum[stage] = (sum[stage] ?? 0) + ms
  sums.push(sum)
}
const warm = sums.slice(2) // the first two rounds compile
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const [peer] = Object.keys(warm[0]!) as [string]

console.log(`${documents.length} articles, ${words} words, median of ${warm.length} rounds`)
console.table(
  Object.fromEntries(
    Object.keys(warm[0]!).map((stage) => [
      stage,
      {
        'k words/s': Math.round(words / median(warm.map((sum) => sum[stage]!)) / 0.1) / 10,
        'share of extract': `${Math.round(100 * median(warm.map((sum) => sum[stage]! / sum['everything (extract)']!)))} %`,
        'times the peer': median(warm.map((sum) => sum[stage]! / sum[peer]!)).toFixed(2),
      },
    ]),
  ),
)
