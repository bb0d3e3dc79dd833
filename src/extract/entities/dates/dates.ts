import { overlaps, type Span, slice } from '#/src/text/spans.ts'
import type { DescribedEntity, ExtractedMention } from '../../extraction.ts'
import { cleanName } from '../names.ts'
import type { Resolved } from './calendar.ts'
import { resolveDate } from './resolve.ts'

/**
 * Expressions that name nothing of the calendar: dates only where the article states its day. Where it does not, they
 * are told with the reason why it has none (`unknown.publishedAt`).
 */
const fromToday =
  /\b(?:[Tt]he day (?:before yesterday|after tomorrow)|[Yy]esterday|[Tt]omorrow|[Ll]ast night|(?<![Tt]he )(?:[Ll]ast|[Nn]ext) (?:week(?:end)?|month|quarter|year|decade|spring|summer|autumn|winter)|(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3}) (?:day|week|month|year|decade)s? ago)\b/gu

/** The dates of an article, each once: what was tagged as one, and what leans on the day it was published. */
export function datesOf(
  text: string,
  stretches: readonly Span[],
  tagged: readonly Span[],
  publishedAt: string | null,
): DescribedEntity[] {
  const stated = /^\d{4}-\d\d-\d\d/u.exec(publishedAt ?? '')?.[0]
  const today = stated ? Temporal.PlainDate.from(stated) : null
  const dates = new Map<string, { date: Resolved; spans: Span[] }>()
  const leaning = today ? stretches.flatMap((stretch) => relativeIn(text, stretch)) : []
  for (const span of merged(tagged, leaning)) {
    const date = resolveDate(text, span, today)
    const key = date.value ?? cleanName(slice(text, span)).replaceAll('.', '').toLowerCase()
    const same = dates.get(key)
    if (same) same.spans.push(span)
    else dates.set(key, { date, spans: [span] })
  }
  return [...dates.values()].map(({ date, spans }): DescribedEntity => {
    const forms = [...new Set(spans.map((span) => cleanName(slice(text, span))))]
    const name = forms.reduce((best, form) => (weight(form) > weight(best) ? form : best))
    return {
      type: 'date',
      name,
      aliases: forms.filter((form) => form !== name),
      mentions: spans.map((span): ExtractedMention => ({ span, form: 'name' })),
      title: null,
      role: null,
      link: { confidence: null, reason: 'not-applicable' },
      date,
    }
  })
}

/** “May 14” says more than “yesterday”. */
const weight = (form: string): number => form.length + (/\d/u.test(form) ? 100 : 0)

const relativeIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(fromToday)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  }))

/** Both in order, those first that were tagged. */
function merged(tagged: readonly Span[], relative: readonly Span[]): Span[] {
  let next = 0
  const free = relative.filter((span) => {
    while (next < tagged.length && tagged[next]!.end <= span.start) next++
    return !(next < tagged.length && overlaps(tagged[next]!, span))
  })
  return [...tagged, ...free].sort((a, b) => a.start - b.start)
}
