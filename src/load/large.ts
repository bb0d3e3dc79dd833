import { hash } from 'node:crypto'
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { loadArchive } from './load.ts'
import { LoadError } from './load-error.ts'
import { type FileName, printed, unreadable } from './names.ts'
import { largest } from './read.ts'
import type { Loaded } from './saved.ts'
import { sniff } from './sniff.ts'

/** Bytes that are in memory at once beside a page. */
const piece = 256 * 1024

/**
 * What is in a file that is larger than an article may be, when it is a web archive: read page by page. Null for any
 * other file. To hash gigabytes takes seconds, so `digest` is that of its size and the time of its last change.
 */
export async function largeArchive(
  name: FileName,
  as = 'warc',
  from = 0,
): Promise<{ digest: string; loaded: AsyncIterable<Loaded> } | null> {
  try {
    const stats = await lstat(name, { bigint: true })
    if (!stats.isFile() || stats.size <= largest || as !== 'warc') return null
    const { format } = sniff(await headOf(name))
    return format === 'warc' ? { digest: hash('sha256', stateOf(stats)), loaded: pagesIn(name, stats, from) } : null
  } catch (error) {
    throw unreadable(error, name)
  }
}

/** Never follows a link, and never waits for a pipe. */
const opened = (name: FileName): Promise<FileHandle> =>
  open(name, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)

async function headOf(name: FileName): Promise<Uint8Array> {
  await using file = await opened(name)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
  return buffer.subarray(0, bytesRead)
}

const stateOf = ({ size, mtimeNs }: BigIntStats): string => `${size} ${mtimeNs}`

/** The pages of a file; when somebody changed it meanwhile, that is the reason for whatever else is wrong. */
async function* pagesIn(name: FileName, before: BigIntStats, from: number): AsyncGenerator<Loaded> {
  await using file = await opened(name)
  let fault: unknown = null
  try {
    yield* loadArchive(printed(name), file.createReadStream({ highWaterMark: piece, autoClose: false }), from)
  } catch (error) {
    fault = error instanceof LoadError ? error : unreadable(error, name)
  }
  if (stateOf(await file.stat({ bigint: true })) !== stateOf(before))
    throw new LoadError('UNSTABLE', 'It changed while it was read.', printed(name))
  if (fault !== null) throw fault
}
