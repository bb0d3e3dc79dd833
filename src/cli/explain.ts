import { readAll } from '../load/files.ts'
import { load } from '../load/load.ts'
import { LoadError } from '../load/load-error.ts'
import type { Saved } from '../load/saved.ts'
import { sniff } from '../load/sniff.ts'
import { exitCode } from './exit-code.ts'
import { shown } from './shown.ts'

/**
 * Shows to a person what became of every line of the files: kept or dropped, as what, and why. Gives the exit code, as
 * extract does.
 */
export async function explain(paths: readonly string[], format?: string): Promise<number> {
  const tally = { refused: 0, explained: 0 }
  for await (const file of readAll(paths)) {
    say(file.path)
    try {
      if ('error' in file) throw file.error
      for await (const lines of linesOf(file, format)) {
        if (lines instanceof LoadError) refuse(lines)
        else {
          tally.explained++
          for (const line of lines) say(`  ${line}`)
        }
      }
    } catch (error) {
      if (!(error instanceof LoadError)) throw error
      refuse(error)
    }
  }
  return exitCode(tally.refused, tally.explained)

  function refuse({ code, detail, outcome }: LoadError): void {
    if (outcome !== 'skipped') tally.refused++
    say(`  ${code}: ${detail}`)
  }
}

const say = (line: string): void => void process.stdout.write(`${shown(line)}\n`)

/** The lines of each article that a file holds, or why one cannot be loaded. */
async function* linesOf(file: Saved, format?: string): AsyncGenerator<Iterable<string> | LoadError> {
  if ((format ?? sniff(file.bytes).format) === 'html') {
    const { explainPage } = await import('../load/page/explain.ts')
    yield explainPage(file)
    return
  }
  for await (const draft of load(file, format))
    yield draft instanceof LoadError
      ? draft
      : draft.blocks.map(
          ({ kind, span }) =>
            `${kind.padEnd(13)} ${draft.text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, 100)}`,
        )
}
