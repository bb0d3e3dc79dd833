import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { CannotRun } from '../cannot-run.ts'
import { formats } from '../load/load.ts'
import { readHere } from '../reading/here.ts'
import { openReaders, type Readers, readPaths } from '../reading/readers.ts'
import { exitCode } from './exit-code.ts'
import { endQuietlyWithReader, printLine } from './output.ts'
import { progressOf, type Tally } from './progress.ts'
import { counted, several, shown } from './shown.ts'

/**
 * Prints one line of JSON for each article as soon as it is ready. Gives the exit code: 2 when some were rejected or none
 * was an article. Who sends the lines elsewhere sees on the terminal what was rejected, and how many there were.
 */
export async function extract(paths: readonly string[], format?: string): Promise<number> {
  if (format && !formats.includes(format)) throw new CannotRun(`--as takes ${formats.join(' or ')}, not '${format}'`)
  endQuietlyWithReader()
  const progress = progressOf(paths, 'nothing')
  const tally = { inputs: 0, articles: 0, refused: 0, skipped: 0 }
  const isWatched = process.stderr.isTTY && !process.stdout.isTTY
  using readers = openReaders()
  try {
    for await (const { path, outcomes } of await readingsOf(readers, paths, format)) {
      for await (const outcome of outcomes) {
        if ('record' in outcome) {
          tally.articles++
          await printLine(printed(outcome.record))
        } else if ('fault' in outcome) {
          const { code, detail, outcome: fate } = outcome.fault
          tally[fate === 'skipped' ? 'skipped' : 'refused']++
          await printLine({ source: { path }, error: { code, detail } })
          if (isWatched) progress.say(shown(`${path}: ${code}: ${detail}`))
        }
      }
      tally.inputs++
      progress.step(tally)
    }
  } finally {
    progress.end()
  }
  if (isWatched && tally.inputs > 1) process.stderr.write(`${summary(tally)}\n`)
  return exitCode(tally.refused, tally.articles)
}

function summary({ inputs, articles, skipped, refused }: Tally & { skipped: number }): string {
  const parts = [several(articles, 'article')]
  if (skipped > 0) parts.push(`${counted(skipped)} skipped`)
  if (refused > 0) parts.push(`${counted(refused)} rejected`)
  return `${several(inputs, 'input')}: ${parts.join(', ')}`
}

async function readingsOf(readers: Readers, paths: readonly string[], as?: string) {
  const outcomes = await readHere(paths, as)
  return outcomes ? [{ path: paths[0]!, outcomes }] : readPaths(readers, paths, { as })
}

/** What is printed of a record: where a value was read, and the speakers that were not chosen, stay inside. */
function printed({ source, article, text, blocks, quotes, entities }: ArticleRecord) {
  return { source, article, text, blocks, quotes: quotes.map(withoutAlternatives), entities }
}

function withoutAlternatives(quote: QuoteRecord) {
  const { alternatives, ...attribution } = quote.attribution
  return { ...quote, attribution }
}
