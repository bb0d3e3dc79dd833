import { once } from 'node:events'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { CannotRun } from '../cannot-run.ts'
import { formats } from '../load/load.ts'
import { openReaders, readPaths } from '../reading/readers.ts'
import { progressOf } from './progress.ts'

/** Prints one line of JSON for each article as soon as it is ready. Gives the exit code: 2 when some were rejected. */
export async function extract(paths: readonly string[], format?: string): Promise<number> {
  if (format && !formats.includes(format)) throw new CannotRun(`--as takes ${formats.join(' or ')}, not '${format}'`)
  endQuietlyWithReader()
  const progress = progressOf(paths)
  let exitCode = 0
  using readers = openReaders()
  for await (const { path, outcomes } of readPaths(readers, paths, { as: format })) {
    for await (const outcome of outcomes) {
      if ('record' in outcome) await print(printed(outcome.record))
      else if ('fault' in outcome) {
        exitCode = 2
        const { code, detail } = outcome.fault
        await print({ source: { path }, error: { code, detail } })
      }
    }
    progress.step()
  }
  progress.end()
  return exitCode
}

/** What is printed of a record: where a value was read, and the speakers that were not chosen, stay inside. */
function printed({ source, article, text, blocks, quotes, entities }: ArticleRecord) {
  return { source, article, text, blocks, quotes: quotes.map(withoutAlternatives), entities }
}

function withoutAlternatives(quote: QuoteRecord) {
  const { alternatives, ...attribution } = quote.attribution
  return { ...quote, attribution }
}

async function print(line: object) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}

/** `verbatim extract … | head -1`: a reader that has seen enough is no error. */
function endQuietlyWithReader() {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
