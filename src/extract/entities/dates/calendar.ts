import type { DatePrecision, EntityDate } from '#/schemas/entity.ts'
import type { Reason } from '#/schemas/unknown.ts'

export type Day = Temporal.PlainDate

/** What an expression means, or why that is not said. */
export type Resolved = EntityDate | { value: null; reason: Reason }

export const unsolved = (reason: Reason): Resolved => ({ value: null, reason })

/** Two ends, both included, in the form that the precision has: `2023-10-07/2023-10-09`, `1990/1999`. */
export const between = (from: string, to: string, precision: DatePrecision): Resolved =>
  from < to ? { value: `${from}/${to}`, precision } : unsolved('ambiguous')

export const ofDay = (day: Day | null): Resolved =>
  day ? { value: day.toString(), precision: 'day' } : unsolved('ambiguous')

export const ofMonth = (year: number, month: number): Resolved => ({
  value: `${digits(year, 4)}-${digits(month, 2)}`,
  precision: 'month',
})

export const ofYear = (year: number): Resolved => ({ value: digits(year, 4), precision: 'year' })

/** The ISO week, Monday to Sunday, that holds a day. */
export const ofWeek = (day: Day): Resolved => ({
  value: `${day.yearOfWeek}-W${digits(day.weekOfYear!, 2)}`,
  precision: 'week',
})

/** ISO 8601-2: 21 spring … 24 winter, wherever on the globe. */
export const ofSeason = (year: number, season: number): Resolved => ({
  value: `${digits(year, 4)}-${21 + season}`,
  precision: 'season',
})

export const ofQuarter = (year: number, quarter: number): Resolved =>
  between(`${digits(year, 4)}-${digits(3 * quarter - 2, 2)}`, `${digits(year, 4)}-${digits(3 * quarter, 2)}`, 'quarter')

/** The years from one to another: the 1990s, the 19th century. */
export const ofYears = (from: number, to: number, precision: DatePrecision): Resolved =>
  between(digits(from, 4), digits(to, 4), precision)

export const digits = (number: number, length: number): string => String(number).padStart(length, '0')

/** A day of the calendar; null for 30 February. */
export function dayOf(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}
