import { parentPort } from 'node:worker_threads'
import { openLexicon } from '#/src/lexicon.ts'
import type { Input, Outcome } from './outcome.ts'
import { outcomesOf } from './read.ts'

/** What a thread is asked: to open an input, then for one outcome after the other, up to `read`. */
export type Ask = Input | 'next'

let outcomes: AsyncGenerator<Outcome>

/** Asked for only when the reader is ready for it, so that an archive of a thousand pages is never in memory whole. */
parentPort?.on('message', async (ask: Ask) => {
  if (ask !== 'next') outcomes = outcomesOf(ask, openLexicon)
  parentPort?.postMessage((await outcomes.next()).value)
})
