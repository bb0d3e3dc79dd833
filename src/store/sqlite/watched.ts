import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { isReadAsFixed, type Opening, openArchive } from './open.ts'

export type Watched = {
  db: DatabaseSync
  isFixed: boolean
  /** Whether another file is in its place; of one that is read as fixed also whether somebody has written to it. */
  isReplaced(): boolean
  /** A file that was replaced stays what it was for who has opened it; one that is read as fixed does not. */
  expectUnchanged(): void
}

/** Opens an archive, and knows it again. */
export function openWatched(file: string, opening: Opening = {}): Watched {
  const isFixed = isReadAsFixed(file)
  // Looked at before it is opened, so that no write comes between; one that is not there yet is made by opening it.
  const before = stateOf(file, isFixed)
  const db = openArchive(file, { ...opening, isFixed })
  const state = before ?? stateOf(file, isFixed)
  const isReplaced = (): boolean => stateOf(file, isFixed) !== state
  return {
    db,
    isFixed,
    isReplaced,
    expectUnchanged() {
      if (isFixed && isReplaced()) throw new StoreError('REPLACED', 'somebody has written to it while it was read')
    },
  }
}

/** Null where there is nothing to look at: an archive in memory, a link that turns round, no rights. */
function stateOf(file: string, isFixed: boolean): string | null {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true })
    return isFixed ? `${dev} ${ino} ${size} ${mtimeNs}` : `${dev} ${ino}`
  } catch {
    return null
  }
}
