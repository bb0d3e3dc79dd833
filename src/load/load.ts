import type { Draft } from './draft.ts'
import { LoadError } from './load-error.ts'
import type { Loader, Saved } from './saved.ts'
import { type Look, sniff } from './sniff.ts'
import { loadText } from './text/text.ts'

/** A format without a loader is refused by its name: half a page read as plain text would be full of markup. */
const loaders: Partial<Record<Look['format'], Loader>> = { text: loadText }

/** The articles of one saved file, by what it holds, whatever its name. */
export function load(saved: Saved): Draft[] {
  if (saved.bytes.length === 0) throw new LoadError('EMPTY', 'The file is empty.', saved.path)
  const { format, what } = sniff(saved.bytes)
  const loader = loaders[format]
  if (!loader) throw refused(format, what, saved.path)
  return loader(saved)
}

function refused(format: Look['format'], what: string, path: string): LoadError {
  if (format === 'binary') return new LoadError('NOT_TEXT', `It looks like ${what}.`, path)
  if (format === 'utf-16') return new LoadError('ENCODING', `It looks like ${what}; save it as UTF-8.`, path)
  return new LoadError('UNSUPPORTED_FORMAT', `It looks like ${what}; only plain text is loaded so far.`, path)
}
