import { momentOf } from './order.ts'

/**
 * Where an article stands among all of them, the latest last: 29 bits of minutes, then 24 bits that say nothing but keep
 * articles of one minute apart. They come from the id, so the order does not depend on when an article was stored. An
 * article takes as many places as it has quotes: quotes in the order of their places are in that of their articles.
 *
 * Below the first minute stand those that have no date.
 */
const perMinute = 2 ** 24
const firstMinute = 2 ** 16
const lastMinute = 2 ** 29 - 2
const firstMoment = Date.UTC(1500, 0, 1)

/** The first place of what was published at a moment, in milliseconds since 1970. */
const placeOf = (moment: number): number => {
  const minute = firstMinute + Math.floor((moment - firstMoment) / 60_000)
  return Math.min(Math.max(minute, firstMinute), lastMinute) * perMinute
}

/** The place that an article asks for; it gets the next free one. `digits` is a hash of its id, in hex. */
export function wishedPlace(publishedAt: string | null, digits: string, quotes: number): number {
  const moment = publishedAt === null ? Number.NaN : momentOf(publishedAt)
  const [from, room] = Number.isNaN(moment) ? [0, firstMinute * perMinute] : [placeOf(moment), perMinute]
  const spread = Number(BigInt(`0x${digits.slice(0, 12)}`) % BigInt(room))
  return from + Math.max(0, Math.min(spread, room - quotes))
}

/** Days that are asked for, both included, in UTC: `2024-05-14`. */
export type Days = { from?: string | undefined; to?: string | undefined }

/** The places of what was published on these days; null when no day is named. What has no date is in no range. */
export function placesBetween({ from, to }: Days): { first: number; end: number } | null {
  if (from === undefined && to === undefined) return null
  return {
    first: from === undefined ? firstMinute * perMinute : placeOf(Date.parse(from)),
    end: to === undefined ? Number.MAX_SAFE_INTEGER : placeOf(Date.parse(to) + 86_400_000),
  }
}
