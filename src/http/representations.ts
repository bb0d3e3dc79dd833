import { notAcceptable } from '#/src/errors.ts'
import { type Wanted, weighted } from './weighted.ts'

/** The words of `format`, of the suffixes of paths, and what each is on the wire. */
export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  text: 'text/plain; charset=utf-8',
} as const

export type Format = keyof typeof mediaTypes

/** All words that `format` understands somewhere. */
export const formats = ['json', 'jsonld', 'csv', 'ndjson', 'text', 'html', 'csl', 'ninjs'] as const

const bare = (format: Format): string => mediaTypes[format].split(';')[0]!

/**
 * The representation that a request wants, of those that a path has.
 *
 * `format` decides, else `Accept` (RFC 9110 §12.5.1); the first of the path wins where all are equal. A path with one
 * representation does not look at `Accept`, and problem+json alone means JSON: generated clients send odd headers.
 *
 * @throws not-acceptable when nothing fits
 */
export function chosen(
  available: readonly [Format, ...Format[]],
  format: string | undefined,
  accept: string | undefined,
): Format {
  const types = available.map(bare)
  if (format !== undefined) {
    const found = available.find((each) => each === format)
    if (!found) throw notAcceptable(types)
    return found
  }
  if (available.length === 1 || accept === undefined || accept.trim() === 'application/problem+json')
    return available[0]
  const wishes = weighted(accept)
  const qualities = types.map((type) => quality(type, wishes))
  const best = Math.max(...qualities)
  if (best === 0) throw notAcceptable(types)
  return available[qualities.indexOf(best)]!
}

/** How much a media type is wanted: the most specific wish that it fits decides. */
function quality(type: string, wishes: readonly Wanted[]): number {
  const names = [type, ...(type === mediaTypes.ndjson ? ['application/jsonl'] : []), `${type.split('/')[0]}/*`, '*/*']
  for (const name of names) {
    const wish = wishes.find((each) => each.name === name)
    if (wish) return wish.q
  }
  return 0
}
