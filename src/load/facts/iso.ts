import { datesIn } from './dates.ts'
import { offsets } from './zones.ts'

const form =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?\s*$/iu
const mail =
  /^\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d\d):(\d\d)(?::(\d\d))?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[ECMP][SD]T)?/iu
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date that data states, in ISO 8601 with the precision and the zone that it has; null when it is none, or could be two:
 *
 *     20190802T1015Z → 2019-08-02T10:15Z   ·   Fri, 02 Aug 2019 10:15:00 +0200 → 2019-08-02T10:15:00+02:00
 */
export function isoDate(value: string): string | null {
  if (value.length > 100) return null
  const iso = form.exec(value)
  if (iso) return joined(iso[1]!, iso[2]!, iso[3]!, iso.slice(4))
  const post = mail.exec(value)
  const month = post ? months.indexOf(post[2]!.toLowerCase()) + 1 : 0
  if (post && month > 0) return joined(post[3]!, String(month), post[1]!, post.slice(4))
  return datesIn(value)[0]?.value ?? null
}

function joined(
  year: string,
  month: string,
  day: string,
  [hour, minute, second, zone]: (string | undefined)[],
): string | null {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  if (!isDay(date)) return null
  if (!hour || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return date
  return `${date}T${hour}:${minute}${second ? `:${second}` : ''}${zone ? offset(zone.toUpperCase()) : ''}`
}

const offset = (zone: string): string => offsets[zone] ?? `${zone.slice(0, 3)}:${zone.slice(-2)}`

/** A day of the calendar since there are newspapers, and not one that no article can have yet. */
function isDay(date: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(date, { overflow: 'reject' })
    return year >= 1600 && year <= 2199
  } catch {
    return false
  }
}
