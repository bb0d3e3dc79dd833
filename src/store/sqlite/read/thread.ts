import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { StoreError } from '../../store-error.ts'
import { failure } from '../failure.ts'
import { locationOf } from '../open.ts'
import { type Reader, reader } from './reader.ts'

/** What a thread reads, and how long a question may take. `isSnapshot`: it sees the archive as it is when it starts. */
export type Reading = { file: string; deadline: number; isFixed: boolean; isSnapshot: boolean }
export type Question = { name: keyof Reader; asked: unknown[] }
/** An answer is JSON: to copy it as a value from thread to thread costs twice as much. */
export type Reply = { answer: string } | { error: { code: string | undefined; message: string } }

const { file, deadline, isFixed, isSnapshot } = workerData as Reading

let opened: Reader | undefined

/** One that cannot be opened now may be the next time: it must not cost the thread. */
function answers(): Reader {
  if (!opened) {
    const db = new DatabaseSync(locationOf(file, isFixed), { readOnly: true, timeout: 5_000 })
    db.exec(`
      pragma query_only = on;
      pragma trusted_schema = off;
      pragma cell_size_check = on;
      pragma cache_size = ${isSnapshot ? -2000 : -8000};
      ${isSnapshot ? 'begin; select generation from archive;' : ''}
    `)
    opened = reader(db, deadline)
  }
  return opened
}

function replyTo({ name, asked }: Question): Reply {
  try {
    return { answer: JSON.stringify((answers()[name] as (...asked: unknown[]) => unknown)(...asked)) }
  } catch (thrown) {
    const error = failure(thrown) as Error
    return { error: { code: error instanceof StoreError ? error.code : undefined, message: error.message } }
  }
}

try {
  answers()
} catch {
  // Whoever asks first tries again, and hears of it.
}
parentPort!.on('message', (question: Question) => parentPort!.postMessage(replyTo(question)))
