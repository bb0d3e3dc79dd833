import { lstat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Refused } from '../store/inputs.ts'
import type { Store } from '../store/store.ts'

const batch = 1_000

/**
 * Forgets what was refused of files that are no more. `paths` are those that a run has walked to their end, `refused`
 * the inputs that it could not take. Such an input may be a folder that could not be read, or one that is empty because
 * a disk is not there today: what was in it stays remembered.
 */
export async function forgetGone(store: Store, paths: Iterable<string>, refused: ReadonlySet<string>): Promise<void> {
  for (const path of paths) {
    if (refused.has(path)) continue
    if (await isGone(path)) await store.forget(path)
    await forgetUnder(path.endsWith('/') ? path : `${path}/`)
  }

  async function forgetUnder(folder: string): Promise<void> {
    let last: Pick<Refused, 'path' | 'code' | 'detail'> | undefined = { path: folder, code: '', detail: '' }
    while (last) {
      const some: Refused[] = await store.refused(last, batch)
      const inside = some.filter(({ path }) => path.startsWith(folder))
      for (const path of new Set(inside.map((each) => each.path)))
        if (!isRefused(path, folder) && (await isGone(path))) await store.forget(path)
      last = inside.length === batch ? inside.at(-1) : undefined
    }
  }

  /** Whether it, or a folder that it lies in, was refused in this run. */
  function isRefused(path: string, folder: string): boolean {
    return refused.has(path) || (dirname(path).length > folder.length && isRefused(dirname(path), folder))
  }
}

/** A folder that was refused, and is not refused now, has files by now. */
const isGone = (path: string): Promise<boolean> =>
  lstat(path).then(
    (stats) => stats.isDirectory(),
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  )
