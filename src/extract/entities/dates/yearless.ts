import { type Day, dayOf, ofDay, ofMonth, type Resolved, unsolved } from './calendar.ts'
import type { When } from './forms.ts'

/** Without a verb to lean on, a day this near is meant, and no other. */
const near = 45

/** A day whose year is not printed: the last one that was, or the next one to come, as the sentence leans. */
export function nearestDay(today: Day, month: number, day: number, { leans, hint, years }: When): Resolved {
  if (years !== null) return ofDay(dayOf(today.year + years, month, day))
  const days = [-1, 0, 1].flatMap((step) => dayOf(today.year + step, month, day) ?? [])
  const last = days.findLast((each) => Temporal.PlainDate.compare(each, today) <= 0)
  const next = days.find((each) => Temporal.PlainDate.compare(each, today) >= 0)
  if (hint === 'last' || (leans === 'past' && hint === null)) return ofDay(last ?? null)
  if (hint === 'next' || leans === 'future') return ofDay(next ?? null)
  const close = [last, next].find((each) => each && Math.abs(each.until(today).days) <= near)
  return ofDay(close ?? null)
}

/** A month whose year is not printed. “May” said in May, and “last April”, are one year’s for some and another’s for others. */
export function nearestMonth(today: Day, month: number, { leans, hint, years }: When): Resolved {
  if (years !== null) return ofMonth(today.year + years, month)
  if (hint === 'this') return ofMonth(today.year, month)
  const isOpen =
    month === today.month || (hint === 'last' ? month < today.month : hint === 'next' && month > today.month)
  if (isOpen || (hint === null && leans === 'open')) return unsolved('ambiguous')
  const step = hint === 'last' || (hint === null && leans === 'past') ? -1 : 1
  return ofMonth(
    step < 0 ? today.year - (month > today.month ? 1 : 0) : today.year + (month < today.month ? 1 : 0),
    month,
  )
}
