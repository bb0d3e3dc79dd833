import { lstat, readdir } from 'node:fs/promises'
import { LoadError } from './load-error.ts'
import { type FileName, inFolder, printed, unreadable } from './names.ts'
import { type ReadOptions, read } from './read.ts'
import type { Saved } from './saved.ts'

/** A file that was read, or why it was not. */
export type Read = Saved | { path: string; error: LoadError }

/**
 * Every file that the paths name, one at a time: files as they are, folders walked in sorted order. What cannot be read
 * is answered like any other, so that nothing is dropped in silence; only hidden files in a folder are left out.
 */
export async function* filesUnder(paths: Iterable<string>): AsyncGenerator<FileName | LoadError> {
  for (const path of paths) yield* filesAt(Buffer.from(path))
}

/** The same files with what they hold. */
export async function* readAll(paths: Iterable<string>, options: ReadOptions = {}): AsyncGenerator<Read> {
  for await (const found of filesUnder(paths))
    yield found instanceof LoadError ? { path: found.file, error: found } : await readOne(found, options)
}

const readOne = (name: FileName, options: ReadOptions): Promise<Read> =>
  read(name, options).then((bytes) => ({ path: printed(name), bytes }), answered)

/** A fault of one file is its answer; anything else is a bug. */
function answered(error: unknown): { path: string; error: LoadError } {
  if (error instanceof LoadError) return { path: error.file, error }
  throw error
}

/** The files below a path. The stack holds names, of one folder a level, never what a file holds. */
async function* filesAt(path: FileName): AsyncGenerator<FileName | LoadError> {
  const stack = [{ name: path, isFolder: await isFolder(path) }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!next.isFolder) yield next.name
    else {
      const entries = await entriesOf(next.name)
      if (entries instanceof LoadError) yield entries
      else for (const entry of entries) stack.push(entry)
    }
  }
}

/** A path that is not there is a file that cannot be read: `read` says why. */
const isFolder = (name: FileName): Promise<boolean> =>
  lstat(name).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

const dot = 0x2e

/** What a folder holds, without what is hidden, the first name last: as a stack wants it. */
async function entriesOf(folder: FileName): Promise<{ name: FileName; isFolder: boolean }[] | LoadError> {
  try {
    const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true })
    if (entries.length === 0) return new LoadError('NOT_REGULAR', 'It is a folder without files.', printed(folder))
    return entries
      .filter(({ name }) => name[0] !== dot)
      .sort((a, b) => Buffer.compare(b.name, a.name))
      .map((entry) => ({ name: inFolder(folder, entry.name), isFolder: entry.isDirectory() }))
  } catch (error) {
    return answered(unreadable(error, folder)).error
  }
}
