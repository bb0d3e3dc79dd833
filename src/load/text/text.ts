import { decode } from '../charset.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { type Saved, sourceOf } from '../saved.ts'
import { classify } from './classify.ts'
import { factsOf } from './facts.ts'
import { linesOf } from './lines.ts'
import { unwrap } from './unwrap.ts'

/** A book has fewer; a file with more is a log or a table, and would only cost memory. */
const mostLines = 200_000

/** Plain text: an article as it was typed, or as it was copied from a page with all that stood around it. */
export function loadText(saved: Saved): Draft[] {
  const { text, charset } = decode(saved.bytes, saved.path)
  if (text.includes('\0')) throw new LoadError('CONTROL_CHARS', 'It holds NUL characters, as no text does.', saved.path)
  const printed = linesOf(text, mostLines)
  if (printed.length === 0) throw new LoadError('EMPTY', 'It holds nothing but white space.', saved.path)
  if (printed.length > mostLines)
    throw new LoadError('TOO_LARGE', `It has more than ${mostLines.toLocaleString('en')} lines.`, saved.path)
  const lines = unwrap(text, printed)
  const kinds = classify(lines)
  const blocks = lines.map(({ span }, at) => ({ kind: kinds[at]!, span }))
  return [{ source: sourceOf(saved, 'text/plain', charset), text, blocks, ...factsOf(text, blocks) }]
}
