import type { Span } from '#/src/text/spans.ts'
import { timeBeside } from './clock.ts'

/** A day that a text names in full, in ISO 8601 with the precision that is printed; null when it is no day, or could be two. */
export type PrintedDate = { at: Span; value: string | null }

export const month = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** How a day is printed. In `7/8/2024` nobody can tell the day from the month. */
export const dateForms = [
  { id: 'iso', example: '2024-05-15', form: String.raw`(?<year>\d{4})[-/](?<month>\d\d?)[-/](?<day>\d\d?)(?!\d)` },
  {
    id: 'month-day',
    example: 'May 15th, 2024',
    form: String.raw`(?<month>${month})\s{1,3}(?<day>\d\d?)(?:st|nd|rd|th)?,?\s{1,3}(?<year>\d{4})\b`,
  },
  {
    id: 'day-month',
    example: '15 May 2024',
    form: String.raw`(?<day>\d\d?)(?:st|nd|rd|th)?(?:\s{1,3}of)?[\s-]{1,3}(?<month>${month}),?[\s-]{1,3}(?<year>\d{4})\b`,
  },
  { id: 'dots', example: '15.5.2024', form: String.raw`(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})(?![\d:])` },
  { id: 'slashes', example: '5/15/2024', form: String.raw`(?<either>\d\d?)/(?<other>\d\d?)/(?<year>\d{4})\b` },
  { id: 'month', example: 'May 2024', form: String.raw`(?<month>${month})\s{1,3}(?<year>\d{4})\b` },
] as const

const anyForm = dateForms.map(({ form }) => new RegExp(String.raw`(?<![\d/.-])${form}`, 'giu'))

/** The days that a line names in full, in order, each with the time of day that stands beside it. */
export function datesIn(line: string): PrintedDate[] {
  const found: PrintedDate[] = []
  for (const form of anyForm) {
    for (const match of line.matchAll(form)) {
      const at = { start: match.index, end: match.index + match[0].length }
      if (found.every((other) => at.end <= other.at.start || other.at.end <= at.start))
        found.push(dated(line, at, match.groups))
    }
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}

type Parts = { year: string; month: string; day?: string }

function dated(line: string, at: Span, groups: Record<string, string | undefined> = {}): PrintedDate {
  const parts = partsOf(groups)
  const day = parts && calendarDay(parts)
  if (!day) return { at, value: null }
  if (!parts.day) return { at, value: day.toString().slice(0, 7) }
  const beside = timeBeside(line, at, day)
  return beside ? { at: beside.at, value: `${day}${beside.time}` } : { at, value: day.toString() }
}

function partsOf({ year, month, day, either, other }: Record<string, string | undefined>): Parts | null {
  if (!year) return null
  if (month) return { year, month, ...(day && { day }) }
  if (!either || !other) return null
  if (Number(either) > 12) return { year, month: other, day: either }
  return Number(other) > 12 || either === other ? { year, month: either, day: other } : null
}

/** A day of the calendar since there are newspapers: never 30 February, year 0 or 9999. */
function calendarDay({ year, month, day = '1' }: Parts): Temporal.PlainDate | null {
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const date = { year: Number(year), month: named || Number(month), day: Number(day) }
  if (date.year < 1600 || date.year > 2199) return null
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return null
  }
}
