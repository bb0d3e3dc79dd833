/**
 * Keys that sort by code unit the way a list is to be read, on every machine and in every store. The first character
 * puts what has no value behind everything that has one.
 */
const known = '0'
const unknown = '1'

/** `Élan` beside `elan`, whatever the locale; untitled articles last. */
export const titleOrder = (title: string | null): string => (title === null ? unknown : known + folded(title))

const accents = /[\u0300-\u036f]/g

const folded = (title: string) =>
  title.normalize('NFKD').replace(accents, '').toUpperCase().toLowerCase().normalize('NFKC')

const isoDate = /^\d{4}(-\d\d){0,2}(T|$)/
const withoutZone = /T[\d:.,]+$/

/**
 * A date as milliseconds since 1970; NaN for what is none. A time without a zone is read as UTC: the machine's own zone
 * must not change the order.
 */
export function momentOf(publishedAt: string): number {
  if (!isoDate.test(publishedAt)) return Number.NaN
  return Date.parse(withoutZone.test(publishedAt) ? `${publishedAt}Z` : publishedAt)
}
