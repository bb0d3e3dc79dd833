import { stat } from 'node:fs/promises'
import { read } from '#/src/load/read.ts'
import { sniff } from '#/src/load/sniff.ts'
import type { Outcome } from './outcome.ts'

/** A text of so many bytes costs a second at most, in time and memory that grow with its length alone. */
const small = 64 * 1024

/**
 * The outcomes of one small text, read in this thread: there is no other input that it could harm, and no thread has to
 * start. Null for anything else.
 */
export async function readHere(paths: readonly string[], as?: string): Promise<AsyncIterable<Outcome> | null> {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0 || (as !== undefined && as !== 'text')) return null
  const isSmall = await stat(path).then(
    (stats) => stats.isFile() && stats.size <= small,
    () => false,
  )
  if (!isSmall) return null
  const name = Buffer.from(path)
  const isText = await read(name).then(
    (bytes) => as === 'text' || sniff(bytes).format === 'text',
    () => false,
  )
  if (!isText) return null
  const [{ outcomesOf }, { openLexicon }] = await Promise.all([import('./read.ts'), import('#/src/lexicon.ts')])
  return outcomesOf({ name, as }, openLexicon)
}
