import { Worker } from 'node:worker_threads'
import { StoreError, type StoreErrorCode } from '../../store-error.ts'
import type { Question, Reading, Reply } from './thread.ts'

type Thread = { ask: (question: Question) => Promise<unknown>; isLost: () => boolean; close: () => Promise<unknown> }

/** What a thread makes it hands over and forgets: left alone, it would keep 50 MB for that. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 }

/** How long a thread may be silent beyond its deadline: then it does not look at the clock any more. */
const grace = 1_000

const late = () => new StoreError('TIMEOUT', 'the question took longer than it may')
const closed = () => new StoreError('CLOSED', 'the archive is closed')

/** A thread that answers one question after another. One that has not answered in time is lost, and ends when it can. */
function startThread(reading: Reading, patience: number): Thread {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: reading, resourceLimits })
  let waiting: { resolve: (answer: unknown) => void; reject: (error: unknown) => void } | null = null
  let isLost = false
  const settle = (reply: Reply | { error: Error }) => {
    const asked = waiting
    waiting = null
    worker.unref()
    if (!asked) return
    if ('answer' in reply) asked.resolve(JSON.parse(reply.answer))
    else asked.reject(reply.error instanceof Error ? reply.error : revived(reply.error))
  }
  const lose = (error: Error) => {
    isLost = true
    settle({ error })
    return worker.terminate()
  }
  worker.on('message', settle)
  worker.on('error', (error) => lose(error as Error))
  worker.on('exit', () => lose(closed()))
  worker.unref()

  return {
    ask(question) {
      const timer = setTimeout(() => lose(late()), patience + grace)
      worker.ref()
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        worker.postMessage(question)
      }).finally(() => clearTimeout(timer))
    },
    isLost: () => isLost,
    close: () => lose(closed()),
  }
}

const revived = ({ code, message }: { code: string | undefined; message: string }): Error =>
  code === undefined ? new Error(message) : new StoreError(code as StoreErrorCode, message)

/** How many questions are answered at once, and how many exports are read. */
const mostThreads = 2
const mostExports = 2
/** An export waits for whoever takes it, and a batch of it may have to be sorted. */
const batchPatience = 30_000

type Job = { question: Question; resolve: (answer: unknown) => void; reject: (error: unknown) => void; since: number }

/**
 * Threads that read a file, so that a slow question keeps nobody waiting but who asks slow questions. They start when
 * there is something to ask. Who gets no turn before the deadline gets no answer.
 */
export function threads(reading: Omit<Reading, 'isSnapshot'>) {
  const { deadline } = reading
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const exports = new Set<Thread>()
  let jobs: Job[] = []
  let isClosed = false

  return {
    /** Starts a thread before anything is asked. */
    start(): void {
      idle.push(started())
    },

    ask(question: Question): Promise<unknown> {
      if (isClosed) return Promise.reject(closed())
      return new Promise((resolve, reject) => {
        jobs.push({ question, resolve, reject, since: performance.now() })
        next()
      })
    },

    /** A thread that sees the archive as it is now; whoever asks for it closes it. */
    snapshot(): Thread {
      if (isClosed) throw closed()
      if (exports.size >= mostExports) throw new StoreError('OVERLOADED', 'as many exports are read as can be')
      const thread = startThread({ ...reading, isSnapshot: true }, batchPatience)
      exports.add(thread)
      return {
        ...thread,
        close: () => {
          exports.delete(thread)
          return thread.close()
        },
      }
    },

    async close(): Promise<void> {
      isClosed = true
      for (const { reject } of jobs.splice(0)) reject(closed())
      await Promise.all([...all, ...exports].map((thread) => thread.close()))
    },
  }

  function next() {
    jobs = jobs.filter(isInTime)
    if (jobs.length === 0) return
    const thread = idle.pop() ?? (all.size < mostThreads ? started() : undefined)
    if (thread) answer(thread, jobs.shift()!)
  }

  function isInTime({ since, reject }: Job): boolean {
    const isLate = performance.now() - since > deadline
    if (isLate) reject(late())
    return !isLate
  }

  function started(): Thread {
    const thread = startThread({ ...reading, isSnapshot: false }, deadline)
    all.add(thread)
    return thread
  }

  async function answer(thread: Thread, { question, resolve, reject }: Job): Promise<void> {
    await thread.ask(question).then(resolve, reject)
    if (thread.isLost()) all.delete(thread)
    else idle.push(thread)
    if (!isClosed) next()
  }
}
