import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { usingArchive } from '../archive.ts'
import { CannotRun } from '../cannot-run.ts'
import { backUp } from '../store/sqlite/backup.ts'
import { canBeWrittenTo } from '../store/sqlite/open.ts'
import { several, shown } from './shown.ts'

/** Copies an archive, and says that the copy is whole. Gives the exit code. */
export async function backup(archive: string, copy: string): Promise<number> {
  if (existsSync(copy)) throw new CannotRun(`${copy} is there already; name a file that is not`)
  if (!existsSync(dirname(resolve(copy)))) throw new CannotRun(`${dirname(copy)} is no folder that is there`)
  if (!canBeWrittenTo(dirname(resolve(copy))))
    throw new CannotRun(
      `${dirname(copy)} cannot be written to; let whoever runs this write there, or name another place for the copy`,
    )
  const articles = await usingArchive(archive, () => backUp(archive, copy))
  process.stdout.write(`${shown(copy)}: ${several(articles, 'article')}, checked\n`)
  return 0
}
