import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file to read, or a folder that could not be read and why. */
export type Found = { path: string; error?: unknown }

/**
 * The files that the paths name, in their order: a folder gives all that is in it, sorted by name, the folders in it too.
 * Hidden files of a folder are left out (`.DS_Store`, `.git`). Links in a folder are not followed: they come as files,
 * and whoever reads them refuses them.
 */
export function* filesAt(paths: readonly string[]): Generator<Found> {
  for (const path of paths) {
    if (isFolder(path)) yield* filesIn(path)
    else yield { path }
  }
}

function* filesIn(folder: string): Generator<Found> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder, error }
    return
  }
  for (const entry of entries.filter(isShown).sort(byName)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield { path }
  }
}

/** What cannot be looked at is taken for a file: reading it says what is wrong. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

const isShown = ({ name }: Dirent) => !name.startsWith('.')

/** By code unit: the same order on every machine. */
const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1)
