import { parentPort } from 'node:worker_threads'
import type { Lexicon } from '#/src/extract/lexicon.ts'
import type { Models } from '#/src/learned.ts'
import { lexiconOf } from '#/src/lexicon.ts'
import type { Input, Outcome } from './outcome.ts'
import { outcomesOf } from './read.ts'

/** What a thread is asked: to open an input, then for one outcome after the other, up to `read`. */
export type Ask = Input | 'next'

let models: Models
let opened: Lexicon | undefined
let outcomes: AsyncGenerator<Outcome>

const lexicon = (): Lexicon => {
  opened ??= lexiconOf(models)
  return opened
}

/** Asked for only when the reader is ready for it, so that an archive of a thousand pages is never in memory whole. */
async function answer(ask: Ask): Promise<void> {
  if (ask !== 'next') outcomes = outcomesOf(ask, lexicon)
  parentPort?.postMessage((await outcomes.next()).value)
}

/** Before anything is asked the models come, which stand in memory that all threads share. */
parentPort?.once('message', (shared: Models) => {
  models = shared
  parentPort?.on('message', answer)
})
