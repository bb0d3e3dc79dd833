import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, open as openFile } from 'node:fs/promises'
import { LoadError } from './load-error.ts'
import { type FileName, printed, unreadable } from './names.ts'

/** No article is larger; a file that is would only cost memory. */
export const largest = 16 * 1024 * 1024

export type ReadOptions = { limit?: number; open?: (name: FileName, flags: number) => Promise<FileHandle> }

const attempts = 3

/**
 * The bytes of one file, as it was at one moment: a regular file, no larger than the limit, that nobody changed while
 * it was read. Never follows a link, and never waits for a pipe.
 */
export async function read(
  name: FileName,
  { limit = largest, open = openFile }: ReadOptions = {},
): Promise<Uint8Array> {
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const bytes = await readOnce(name, limit, open)
      if (bytes) return bytes
    }
  } catch (error) {
    throw error instanceof LoadError ? error : unreadable(error, name)
  }
  throw new LoadError('UNSTABLE', `It changed each of the ${attempts} times that it was read.`, printed(name))
}

/** Null when the file changed between the first look and the last. */
async function readOnce(
  name: FileName,
  limit: number,
  open: NonNullable<ReadOptions['open']>,
): Promise<Uint8Array | null> {
  assertReadable(await lstat(name), name, limit)
  const file = await open(name, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const before = await file.stat()
    assertReadable(before, name, limit)
    const bytes = await readUpTo(file, before.size, limit)
    if (!bytes) throw tooLarge(name, limit)
    const still = isSame(before, await file.stat()) && isSame(before, await lstat(name))
    return still && bytes.length === before.size ? bytes : null
  } finally {
    await file.close()
  }
}

function assertReadable(stats: Stats, name: FileName, limit: number): void {
  if (stats.isSymbolicLink())
    throw new LoadError('SYMLINK', 'It is a symbolic link; links are not followed.', printed(name))
  if (!stats.isFile()) throw new LoadError('NOT_REGULAR', `It is ${kindOf(stats)}, not a file.`, printed(name))
  if (stats.size > limit) throw tooLarge(name, limit)
}

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

const tooLarge = (name: FileName, limit: number): LoadError =>
  new LoadError('TOO_LARGE', `It is larger than ${limit.toLocaleString('en')} bytes: no article is.`, printed(name))

const isSame = (before: Stats, after: Stats): boolean =>
  before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs

/** All bytes of a file that should have `size` of them; null when it goes on beyond the limit. */
async function readUpTo(file: FileHandle, size: number, limit: number): Promise<Uint8Array | null> {
  let bytes = Buffer.allocUnsafe(size + 1)
  let length = 0
  while (true) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
    if (length > limit) return null
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(length * 2, limit + 1))
  }
}
