import { once } from 'node:events'
import { setInterval } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { load } from './load.ts'
import { LoadError } from './load-error.ts'
import type { Loaded, Saved } from './saved.ts'
import { sniff } from './sniff.ts'
import type { Answer, Ask } from './worker.ts'

/** What the loading of one article may cost, in milliseconds of CPU and in megabytes. Real pages take a hundredth of it. */
export type Budget = { time: number; memory: number }
const ordinary: Budget = { time: 5000, memory: 512 }

/** How often the thread is looked at, in milliseconds. */
const pause = 100

let worker: Promise<Worker> | null = null

/**
 * The articles of a saved file, loaded in a thread of its own: an input that takes too long, or all the memory, costs
 * itself and no other. Plain text is read here: it costs what its length is, and needs no thread to start.
 */
export async function* loadApart(saved: Saved, as?: string, budget = ordinary): AsyncGenerator<Loaded> {
  if ((as ?? sniff(saved.bytes).format) === 'text') return yield* load(saved, as)
  for (let ask: Ask = { open: saved, as }; ; ask = 'next') {
    const answer = await asked(ask, saved.path, budget)
    if (answer === 'end') return
    if ('bug' in answer) throw answer.bug
    if ('draft' in answer) yield answer.draft
    else {
      const { code, detail, file } = answer.fault
      if (answer.isLast) throw new LoadError(code, detail, file)
      yield new LoadError(code, detail, file)
    }
  }
}

/** One question to the thread; a thread that has spent its budget is ended, and the next question starts another. */
async function asked(ask: Ask, file: string, { time, memory }: Budget): Promise<Answer> {
  worker ??= started(memory)
  const own = await worker
  own.ref()
  const over = new AbortController()
  try {
    own.postMessage(ask)
    const answer = once(own, 'message', { signal: over.signal }).then(([message]) => message as Answer)
    return await Promise.race([answer, spent(own, time, over.signal)])
  } catch (error) {
    worker = null
    void own.terminate()
    if (error instanceof LoadError) throw new LoadError(error.code, error.detail, file)
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    throw isMemory ? tooCostly(`more than ${memory} MB of memory`, file) : error
  } finally {
    over.abort()
    own.unref()
  }
}

/** Fails once the thread has used more CPU than it may; the clock on the wall would blame it for a busy machine. */
async function spent(own: Worker, time: number, signal: AbortSignal): Promise<never> {
  const used = async (): Promise<number> => {
    const { user, system } = await own.cpuUsage()
    return (user + system) / 1000
  }
  let start: number | null = null
  for await (const _ of setInterval(pause, null, { signal })) {
    const now = await used()
    start ??= now
    if (now - start > time) throw tooCostly(`more than ${time / 1000} s`, '')
  }
  throw new Error('ended')
}

async function started(memory: number): Promise<Worker> {
  const own = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
  })
  // What fails between two questions has nobody who waits for it, and an error that nobody hears would end the process.
  own.on('error', () => {})
  await once(own, 'online')
  return own
}

const tooCostly = (what: string, file: string): LoadError =>
  new LoadError('TOO_COSTLY', `To load it takes ${what}; it was given up.`, file)
