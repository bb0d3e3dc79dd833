import type { Span } from '#/src/text/spans.ts'
import { weekday } from './clock.ts'
import { datesIn, month } from './dates.ts'
import { isAgo } from './relative.ts'
import { zone } from './zones.ts'

/** A day in a line that says when the article was published or changed, in ISO 8601. */
export type Stamp = { at: Span; value: string | null; says: 'published' | 'modified' }

const changed = /\b(?:updated|modified|edited|changed|revised|last\supdate|upd)\b\W{0,3}(?:on|at)?\W{0,3}$/iu
const first = /\b(?:published|posted|created|issued|released|first\s\w+)\b/iu

/** The days of a stamp line: each belongs to the last word before it that says what it is. */
export function stampsIn(line: string): Stamp[] {
  let from = 0
  let says: Stamp['says'] = 'published'
  return datesIn(line).map(({ at, value }) => {
    const before = line.slice(from, at.start).replace(new RegExp(String.raw`${weekday},?\s*$`, 'iu'), '')
    if (changed.test(before)) says = 'modified'
    else if (first.test(before)) says = 'published'
    from = at.end
    return { at, value, says }
  })
}

/** What a stamp line is made of besides days: labels, weekdays, times, zones, reading times, separators. */
const filler = new RegExp(
  String.raw`\b(?:first|last|originally|date|time|published|posted|updated?|modified|edited|created|issued|released|print(?:ed)?|on|at|of|by|in|and|the|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|ago|read(?:ing)?|time|local|yesterday|today|just|now|am|pm|a\.m\.?|p\.m\.?|uk|us|comments?|views?|shares?|[ap]m)\b|${weekday}|${month}|\b${zone}|[\d\s\p{P}\p{S}]+`,
  'giu',
)

/**
 * A line that gives a day, or a time ago, and nothing else but what goes with it; at most an author or agency before it:
 *
 *     Published May 15, 2024 at 2:30 p.m. ET   ·   18 minutes ago   ·   Mara Lindqvist - May 15, 2024, 8:15 pm
 */
export function isStamp(line: string): boolean {
  if (line.length > 160 || !/\d|yesterday|today|now/iu.test(line)) return false
  const dates = datesIn(line)
  if (dates.length === 0 && !isAgo(line)) return false
  const rest = line.replaceAll(filler, ' ').trim()
  if (rest === '') return true
  const words = rest.split(/\s+/u)
  return dates.length > 0 && words.length <= 5 && words.every((each) => /^\p{Lu}/u.test(each)) && !/[.!?]$/u.test(line)
}
