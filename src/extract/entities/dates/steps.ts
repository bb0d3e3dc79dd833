import { type Day, ofDay, ofMonth, ofQuarter, ofWeek, ofYear, ofYears, type Resolved, unsolved } from './calendar.ts'
import type { When } from './forms.ts'
import type { Leaning } from './leaning.ts'

/** “Last Monday”, said on a Wednesday, is this week’s for some and last week’s for others. */
export function weekdayFrom(today: Day, wanted: number, { leans, hint }: When): Resolved {
  const back = (today.dayOfWeek - wanted + 7) % 7
  const ahead = (wanted - today.dayOfWeek + 7) % 7
  if (hint === 'last')
    return back === 0 || back >= today.dayOfWeek ? ofDay(today.subtract({ days: back || 7 })) : unsolved('ambiguous')
  if (hint === 'next')
    return ahead === 0 || wanted < today.dayOfWeek ? ofDay(today.add({ days: ahead || 7 })) : unsolved('ambiguous')
  if (leans === 'past') return ofDay(today.subtract({ days: back }))
  return leans === 'future' || hint === 'this' ? ofDay(today.add({ days: ahead })) : unsolved('ambiguous')
}

export function unitFrom(today: Day, step: number, unit: string): Resolved {
  switch (unit) {
    case 'week':
      return ofWeek(today.add({ weeks: step }))
    case 'month': {
      const then = today.with({ day: 1 }).add({ months: step })
      return ofMonth(then.year, then.month)
    }
    case 'quarter': {
      const then = today.with({ day: 1 }).add({ months: 3 * step })
      return ofQuarter(then.year, Math.ceil(then.month / 3))
    }
    case 'year':
      return ofYear(today.year + step)
    default: {
      const from = 10 * (Math.floor(today.year / 10) + step)
      return ofYears(from, from + 9, 'decade')
    }
  }
}

export function weekendFrom(today: Day, hint: string | undefined, leans: Leaning): Resolved {
  const saturday = today.add({ days: 6 - today.dayOfWeek })
  const weekend = (start: Day): Resolved => ({ value: `${start}/${start.add({ days: 1 })}`, precision: 'day' })
  if (hint === 'next') return unsolved('ambiguous')
  if (hint === 'last' || hint === 'past') return weekend(saturday.subtract({ days: 7 }))
  if (leans === 'open') return unsolved('ambiguous')
  return weekend(leans === 'past' && today.dayOfWeek < 6 ? saturday.subtract({ days: 7 }) : saturday)
}
