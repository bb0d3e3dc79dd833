import { notAcceptable } from '#/src/errors.ts'
import { ninjsSchema } from '#/src/present/ninjs.ts'
import { type Wanted, weighted } from './weighted.ts'

/** All words of `format`. Each is the suffix of the paths that have the representation, too. */
export const formats = ['json', 'jsonld', 'csv', 'ndjson', 'text', 'html', 'csl', 'ninjs'] as const

/** A representation: the word of `format`, what is sent as `Content-Type`, and a profile that the type cannot name. */
export type Form = { format: (typeof formats)[number]; type: string; profile?: string }

/** The representations. JSON-LD is schema.org on articles, and Web Annotation on quotes. ninjs has no media type. */
export const forms = {
  json: { format: 'json', type: 'application/json' },
  jsonld: { format: 'jsonld', type: 'application/ld+json' },
  annotation: { format: 'jsonld', type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
  csv: { format: 'csv', type: 'text/csv; charset=utf-8' },
  ndjson: { format: 'ndjson', type: 'application/x-ndjson' },
  text: { format: 'text', type: 'text/plain; charset=utf-8' },
  html: { format: 'html', type: 'text/html; charset=utf-8' },
  csl: { format: 'csl', type: 'application/vnd.citationstyles.csl+json' },
  ninjs: { format: 'ninjs', type: 'application/json', profile: ninjsSchema },
} as const satisfies Record<string, Form>

/** A media type without its parameters. */
export const bare = ({ type }: Pick<Form, 'type'>): string => type.split(';', 1)[0]!

/**
 * The representation that a request wants, of those that a path has.
 *
 * `format` decides, else `Accept` (RFC 9110 §12.5.1); the first of the path wins where all are equal. A path with one
 * representation does not look at `Accept`, and problem+json alone means JSON: generated clients send odd headers.
 *
 * @throws not-acceptable when nothing fits
 */
export function chosen(
  available: readonly [Form, ...Form[]],
  format: string | undefined,
  accept: string | undefined,
): Form {
  if (format !== undefined) {
    const found = available.find((each) => each.format === format)
    if (!found) throw notAcceptable([...new Set(available.map(bare))])
    return found
  }
  if (available.length === 1 || accept === undefined || accept.trim() === 'application/problem+json')
    return available[0]
  const wishes = weighted(accept)
  const qualities = available.map((form) => quality(form, wishes))
  const best = Math.max(...qualities)
  if (best === 0) throw notAcceptable([...new Set(available.map(bare))])
  return available[qualities.indexOf(best)]!
}

/** How much a representation is wanted: the most specific wish that it fits decides. */
export function quality(form: Form, wishes: readonly Wanted[]): number {
  const name = bare(form)
  const [, profile] = /profile="([^"]*)"/u.exec(form.type) ?? []
  const names = [name, ...(form.format === 'ndjson' ? ['application/jsonl'] : []), `${name.split('/')[0]}/*`, '*/*']
  for (const each of names) {
    const wish = wishes.find(({ name: wished, parameters }) => {
      const wanted = parameters.get('profile')
      return wished === each && (wanted === undefined || wanted === profile)
    })
    if (wish) return wish.q
  }
  return 0
}
