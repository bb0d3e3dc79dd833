import { type Span, slice, trimmed } from '#/src/text/spans.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { authorsIn, namesIn } from '../facts/byline.ts'
import { datesIn } from '../facts/dates.ts'
import { found, missing } from './found.ts'
import type { Parts } from './parts.ts'

/**
 * The byline: above the story, else the credit below it; where there is none, the name before a date.
 *
 *     By Mara Lindqvist   ·   (Reporting by Mara Lindqvist)   ·   Mara Lindqvist - May 15, 2024
 */
export function bylineOf({ text, head, foot }: Parts): Draft['byline'] {
  const blocks = [...head, ...foot]
  for (const { kind, span } of blocks) {
    const printed = slice(text, span)
    const authors = kind === 'byline' ? (authorsIn(printed) ?? namesIn(printed)) : null
    if (authors) return found({ text: printed, authors }, span)
  }
  return stamped(text, head) ?? missing('not-in-source')
}

function stamped(text: string, head: readonly DraftBlock[]): Draft['byline'] | null {
  for (const { kind, span } of head) {
    const date = kind === 'timestamp' ? datesIn(slice(text, span))[0] : undefined
    if (!date) continue
    const at = nameBefore(text, { start: span.start, end: span.start + date.at.start })
    const authors = namesIn(slice(text, at))
    if (authors) return found({ text: slice(text, at), authors }, at)
  }
  return null
}

/** What stands before a date, without the dash or bar between. */
function nameBefore(text: string, span: Span): Span {
  const printed = slice(text, span).replace(/[\s,|•·/–—-]+(?:on\s)?$/u, '')
  return trimmed(text, { start: span.start, end: span.start + printed.length })
}
