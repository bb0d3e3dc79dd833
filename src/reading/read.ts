import { hash } from 'node:crypto'
import { z } from 'zod'
import { ArticleRecord } from '#/schemas/record.ts'
import { extract, extractor } from '#/src/extract/extract.ts'
import type { Lexicon } from '#/src/extract/lexicon.ts'
import { largeArchive } from '#/src/load/large.ts'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'
import { type FileName, printed } from '#/src/load/names.ts'
import { read } from '#/src/load/read.ts'
import type { Loaded } from '#/src/load/saved.ts'
import { assemble } from '#/src/record/record.ts'
import { faultOf, type Input, type Outcome } from './outcome.ts'

/** Every article of an input, each as soon as it is read, and a fault in place of one that cannot be. */
export async function* outcomesOf(
  { name, as, known, from = 0 }: Input,
  lexicon: () => Lexicon,
): AsyncGenerator<Outcome> {
  let digest: string | null = null
  try {
    const file = Buffer.from(name)
    const found = (await largeArchive(file, as, from)) ?? (await whole(file, as, from))
    digest = found.digest
    if (digest === known) return yield { read: { digest, isKnown: true } }
    for await (const loaded of found.loaded) yield outcomeOf(loaded, lexicon)
  } catch (error) {
    yield { fault: faultOf(error) }
  }
  yield { read: { digest, isKnown: false } }
}

async function whole(file: FileName, as: string | undefined, from: number) {
  const bytes = await read(file)
  return { digest: hash('sha256', bytes), loaded: load({ path: printed(file), bytes }, as, from) }
}

/**
 * A fault of the extractor costs its article: one that was kept without what it says would answer that nobody said
 * anything. What does not fit its schema is no answer either, so that answers made of what is stored need no more checks.
 */
function outcomeOf(loaded: Loaded, lexicon: () => Lexicon): Outcome {
  if (loaded instanceof LoadError) return { fault: faultOf(loaded) }
  try {
    const record = assemble(loaded, extract(loaded, lexicon()), extractor)
    const { success, error } = ArticleRecord.safeParse(record)
    return success ? { record } : { fault: faultOf(new Error(z.prettifyError(error))) }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}
