import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Models } from '#/src/learned.ts'
import { LoadError } from '#/src/load/load-error.ts'
import type { Outcome } from './outcome.ts'
import type { Ask } from './worker.ts'

/** What one article may cost, in milliseconds of CPU and in megabytes. Ordinary ones take a hundredth of it. */
export type Budget = { time: number; memory: number }

/** A thread that reads. One question at a time; after it has thrown it is no more. */
export type Thread = { ask(question: Ask): Promise<Outcome>; isAlive(): boolean; end(): void }

/** How often a thread is looked at, in milliseconds. */
const pause = 100

/** A thread has a cache of compiled modules of its own, and must be told of it before it loads any: this takes 40 ms less. */
const first = `
  const { workerData: { cache, entry } } = require('node:worker_threads')
  const { enableCompileCache, flushCompileCache } = require('node:module')
  if (cache) enableCompileCache(cache)
  import(entry).then(() => flushCompileCache())`

/** Starts a thread that ends itself with a `TOO_COSTLY` when an answer costs more than the budget. */
export function startThread({ time, memory }: Budget, models: Promise<Models>): Thread {
  const cache = getCompileCacheDir()
  const worker = new Worker(first, {
    eval: true,
    workerData: { cache: cache && dirname(cache), entry: import.meta.resolve('./worker.ts') },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 6 },
  })
  const isReady = models.then((shared) => worker.postMessage(shared))
  let waiting: PromiseWithResolvers<Outcome> | null = null
  let isAlive = true
  const fail = (error: unknown): void => {
    isAlive = false
    void worker.terminate()
    waiting?.reject(isOutOfMemory(error) ? tooCostly(`more than ${memory} MB of memory`) : error)
  }
  worker.on('message', (outcome: Outcome) => waiting?.resolve(outcome))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread has ended')))
  worker.unref()

  return {
    async ask(question) {
      if (!isAlive) throw new Error('the thread has ended')
      waiting = Promise.withResolvers<Outcome>()
      const watch = watched(worker, time, () => fail(tooCostly(`more than ${time / 1000} s`)))
      worker.ref()
      try {
        const asked = isReady.then(() => worker.postMessage(question))
        const [outcome] = await Promise.all([waiting.promise, asked])
        return outcome
      } finally {
        clearInterval(watch)
        waiting = null
        worker.unref()
      }
    },
    isAlive: () => isAlive,
    end: () => fail(new Error('the thread was ended')),
  }
}

/** Calls once a thread has used more CPU than it may; the clock on the wall would blame it for a busy machine. */
function watched(worker: Worker, time: number, tell: () => void): NodeJS.Timeout {
  let start: number | null = null
  return setInterval(async () => {
    const usage = await worker.cpuUsage().catch(() => null)
    if (!usage) return
    const used = (usage.user + usage.system) / 1000
    start ??= used
    if (used - start > time) tell()
  }, pause)
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooCostly = (what: string): LoadError =>
  new LoadError('TOO_COSTLY', `To read it takes ${what}; it was given up.`, '')
