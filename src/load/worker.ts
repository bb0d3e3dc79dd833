import { parentPort } from 'node:worker_threads'
import { load } from './load.ts'
import { LoadError } from './load-error.ts'
import type { Loaded, Saved } from './saved.ts'

/** What a worker is asked: to open a file, then for one article after the other. */
export type Ask = { open: Saved; as: string | undefined } | 'next'
/** What it answers: an article, why one is none, a bug, or that there are no more. */
export type Answer =
  | { draft: Exclude<Loaded, LoadError> }
  | { fault: Pick<LoadError, 'code' | 'detail' | 'file'>; isLast: boolean }
  | { bug: unknown }
  | 'end'

let articles: AsyncGenerator<Loaded>

/** Asked for only when the reader is ready for it, so that an archive of a thousand pages is never in memory whole. */
parentPort?.on('message', async (ask: Ask) => {
  if (ask !== 'next') articles = load(ask.open, ask.as)
  parentPort?.postMessage(await nextAnswer())
})

async function nextAnswer(): Promise<Answer> {
  try {
    const { value, done } = await articles.next()
    if (done) return 'end'
    return value instanceof LoadError ? { fault: { ...value }, isLast: false } : { draft: value }
  } catch (error) {
    return error instanceof LoadError ? { fault: { ...error }, isLast: true } : { bug: error }
  }
}
