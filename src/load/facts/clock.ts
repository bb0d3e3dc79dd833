import type { Span } from '#/src/text/spans.ts'
import { offsetOn, zone } from './zones.ts'

export const weekday = String.raw`(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?`

const minutes = String.raw`(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.\d{1,9})?)?`
const half = String.raw`\s?(?<half>[ap])\.?m\b\.?`
/** “15:30”, “3:30 p.m.”, “3 p.m.”, and “1530 GMT”; “15” alone is no time. */
const clock = String.raw`(?:(?<hour>[01]?\d|2[0-3])[:.]${minutes}(?:${half})?|(?<hour>0?\d|1[0-2])${half}|(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s(?:GMT|UTC)\b))`
const zoned = String.raw`(?:\s{0,2}\(?(?<zone>${zone})\)?)?`
/** “0339 GMT (1139 HKT)”: the same moment again. */
const again = String.raw`(?:\s\([^()]{1,20}\))?`

const after = new RegExp(String.raw`^(?:T|,?\s{1,3}(?:at\s|[-–—|/•·]\s)?|\s?\()${clock}${zoned}`, 'iu')
const before = new RegExp(
  String.raw`(?<![\d:.])${clock}${zoned}${again}(?:,|\s[-–—|/•·]|\son)?\s{1,3}(?:${weekday},?\s{1,3})?$`,
  'iu',
)

/** The time of day that is printed close after a date or before it, as the rest of its ISO form, and where both stand. */
export function timeBeside(line: string, at: Span, day: Temporal.PlainDate): { at: Span; time: string } | null {
  const next = after.exec(line.slice(at.end, at.end + 40))
  if (next) return { at: { start: at.start, end: at.end + next[0].length }, time: timeOf(next.groups, day) }
  const head = line.slice(Math.max(0, at.start - 50), at.start)
  const last = before.exec(head)
  return last && { at: { start: at.start - (head.length - last.index), end: at.end }, time: timeOf(last.groups, day) }
}

function timeOf(groups: Record<string, string | undefined> = {}, day: Temporal.PlainDate): string {
  const { hour = '', minute = '00', second, half, zone } = groups
  const hours = half && Number(hour) <= 12 ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  const offset = zone && offsetOn(zone, day)
  return `T${String(hours).padStart(2, '0')}:${minute}${second ? `:${second}` : ''}${offset || ''}`
}
