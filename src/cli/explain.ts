import { readAll } from '../load/files.ts'
import { load } from '../load/load.ts'
import { LoadError } from '../load/load-error.ts'
import type { Saved } from '../load/saved.ts'
import { sniff } from '../load/sniff.ts'

/** Shows to a person what became of every line of the files: kept or dropped, as what, and why. Gives the exit code. */
export async function explain(paths: readonly string[], format?: string): Promise<number> {
  let exitCode = 0
  for await (const file of readAll(paths)) {
    process.stdout.write(`${file.path}\n`)
    try {
      if ('error' in file) throw file.error
      for await (const line of linesOf(file, format)) process.stdout.write(`  ${line}\n`)
    } catch (error) {
      if (!(error instanceof LoadError)) throw error
      exitCode = 2
      process.stdout.write(`  ${error.code}: ${error.detail}\n`)
    }
  }
  return exitCode
}

async function* linesOf(file: Saved, format?: string): AsyncGenerator<string> {
  if ((format ?? sniff(file.bytes).format) === 'html') {
    const { explainPage } = await import('../load/page/explain.ts')
    yield* explainPage(file)
    return
  }
  for await (const draft of load(file, format)) {
    if (draft instanceof LoadError) yield `${draft.code}: ${draft.detail}`
    else
      for (const { kind, span } of draft.blocks)
        yield `${kind.padEnd(13)} ${draft.text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, 100)}`
  }
}
