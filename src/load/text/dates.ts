import { type Span, slice } from '#/src/text/spans.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { datesIn } from '../facts/dates.ts'
import { relativeDates } from '../facts/relative.ts'
import { type Stamp, stampsIn } from '../facts/stamps.ts'
import { found, missing, within } from './found.ts'
import type { Parts } from './parts.ts'

/** When the article was published and changed: only what it says of itself, never a day that the story tells of. */
export function datesOf({ text, head, body, foot }: Parts): Pick<Draft, 'publishedAt' | 'modifiedAt'> {
  const above = stampsOf(text, head)
  const dateline = body.slice(0, 3).flatMap(({ span }) => datelineDate(text, span) ?? [])
  const stamps = [...above, ...dateline, ...stampsOf(text, foot)]
  return {
    publishedAt:
      stated(stamps, 'published') ??
      missing(
        'no-absolute-date',
        relativeDates(
          text,
          body.map(({ span }) => span),
        ),
      ),
    modifiedAt: stated(stamps, 'modified') ?? missing('not-in-source'),
  }
}

function stampsOf(text: string, blocks: readonly DraftBlock[]): Stamp[] {
  const dated = blocks.filter(({ kind }) => kind === 'timestamp' || kind === 'byline')
  return dated.flatMap(({ span }, at) => {
    const label = dated[at - 1]
    const says = label && slice(text, label.span).length < 30 ? `${slice(text, label.span)} ` : ''
    return stampsIn(says + slice(text, span)).flatMap(({ at: place, ...stamp }) => {
      const inner = { start: place.start - says.length, end: place.end - says.length }
      return inner.start < 0 ? [] : [{ ...stamp, at: within(span, inner) }]
    })
  })
}

/** The first day that can be read; one that could be two days is told as such. */
function stated(stamps: readonly Stamp[], what: Stamp['says']): Draft['publishedAt'] | null {
  const meant = stamps.filter(({ says }) => says === what)
  const read = meant.find(({ value }) => value !== null)
  if (read?.value) return found(read.value, read.at)
  return meant[0] ? missing('ambiguous', [meant[0].at]) : null
}

const place = String.raw`(?=\p{Lu}[\p{Lu}.’'-]{2,}|[^\d]{0,60}\()\p{Lu}[\p{L}\s.,/’'()-]{1,70}[,–—\s-]{1,4}`
const beforeDay = new RegExp(`^(?:${place})?$`, 'u')
const afterDay = /^\s?(?:\([^()]{2,40}\)\s?)?(?:[-–—:]|--)\s?\S/u
const runIn = /^\s\p{Lu}/u

/**
 * The day in a dateline, or in front of the story:
 *
 *     PORT ELLA, May 15, 2024 (Harbour News) – The ferry …   ·   Wednesday, May 15, 2024 On Monday the ferry …
 */
function datelineDate(text: string, span: Span): Stamp | null {
  const start = text.slice(span.start, Math.min(span.end, span.start + 160))
  const date = datesIn(start)[0]
  if (!date || date.value === null) return null
  const before = start.slice(0, date.at.start)
  const after = start.slice(date.at.end)
  const isDateline = beforeDay.test(before) && afterDay.test(after)
  const isRunIn = /^(?:\p{Lu}\p{Ll}+day,\s)$/u.test(before) && runIn.test(after)
  return isDateline || isRunIn ? { ...date, at: within(span, date.at), says: 'published' } : null
}
