import { availableParallelism } from 'node:os'
import type { Models } from '#/src/learned.ts'
import { filesUnder } from '#/src/load/files.ts'
import { LoadError } from '#/src/load/load-error.ts'
import { printed } from '#/src/load/names.ts'
import { faultOf, type Input, type Outcome } from './outcome.ts'
import { type Budget, startThread, type Thread } from './thread.ts'

/** One input that is being read: its path as it is printed, and what it gives. */
export type Reading = { path: string; outcomes: ReadableStream<Outcome> }

export type Readers = Disposable & {
  /** Reads an input as soon as a thread is free. */
  read(input: Input): Reading
  /** How many inputs are read at once. */
  threads: number
}

/** The models of the extractor, opened while the first thread starts; all threads read the same. */
const openModels = async (): Promise<Models> => (await import('#/src/learned.ts')).openModels()

const ordinary: Budget = { time: 10_000, memory: 512 }

/** Outcomes of one input that may wait for whoever takes them; its thread rests meanwhile. */
const ahead = 4

/**
 * Threads that read, as many as there are cores; each starts when it is needed. An article that takes too long, or all the
 * memory, costs itself and no other: its thread is ended, and another goes on behind it. Where that one comes no further, the
 * input is given up.
 */
export function openReaders({ threads = availableParallelism(), budget = ordinary } = {}): Readers {
  const all = new Set<Thread>()
  const free: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []
  let isOpen = true

  return {
    read: (input) => ({ path: printed(Buffer.from(input.name)), outcomes: outcomesOf(input) }),
    threads,
    [Symbol.dispose]() {
      isOpen = false
      waiting.length = 0
      for (const thread of all) thread.end()
    },
  }

  function outcomesOf(input: Input): ReadableStream<Outcome> {
    let thread: Thread | undefined
    let from = 0
    let isBehindFault = false
    async function next(): Promise<Outcome> {
      if (thread) return thread.ask('next')
      thread = await take()
      return thread.ask(isBehindFault ? { ...input, known: undefined, from } : input)
    }
    return new ReadableStream<Outcome>(
      {
        async pull(controller) {
          try {
            const outcome = await next()
            controller.enqueue(outcome)
            from++
            isBehindFault = false
            if (!('read' in outcome)) return
            give(thread!)
          } catch (error) {
            if (!isOpen) return controller.error(error)
            if (thread) drop(thread)
            thread = undefined
            if (!isBehindFault) {
              controller.enqueue({ fault: faultOf(error) })
              from++
              isBehindFault = true
              return
            }
            controller.enqueue({ read: unread })
          }
          controller.close()
        },
      },
      { highWaterMark: ahead },
    )
  }

  async function take(): Promise<Thread> {
    if (!isOpen) throw new Error('the readers are closed')
    for (let thread = free.pop(); thread; thread = free.pop()) {
      if (thread.isAlive()) return thread
      all.delete(thread)
    }
    return all.size < threads ? start() : new Promise((resolve) => waiting.push(resolve))
  }

  function start(): Thread {
    const thread = startThread(budget, openModels())
    all.add(thread)
    return thread
  }

  function give(thread: Thread): void {
    const next = waiting.shift()
    if (next) next(thread)
    else free.push(thread)
  }

  function drop(thread: Thread): void {
    thread.end()
    all.delete(thread)
    if (waiting.length > 0) give(start())
  }
}

/** How inputs are to be read: as which format, which bytes need not be read again, and which files are no inputs. */
export type Reads = {
  as?: string | undefined
  knownDigest?(path: string): Promise<string | undefined>
  isNone?(path: string): boolean
}

/** Every file that the paths name, in their order, folders in sorted order; those that follow are read meanwhile. */
export async function* readPaths(
  readers: Readers,
  paths: Iterable<string>,
  { as, knownDigest, isNone }: Reads = {},
): AsyncGenerator<Reading> {
  const open: Reading[] = []
  for await (const name of filesUnder(paths)) {
    if (name instanceof LoadError) open.push(unreadable(name))
    else if (!isNone?.(printed(name))) open.push(readers.read({ name, as, known: await knownDigest?.(printed(name)) }))
    if (open.length > readers.threads * ahead) yield open.shift()!
  }
  yield* open
}

const unreadable = (error: LoadError): Reading => ({
  path: error.file,
  outcomes: ReadableStream.from<Outcome>([{ fault: faultOf(error) }, { read: unread }]),
})

/** It is tried again the next time. */
const unread = { digest: null, isKnown: false }
