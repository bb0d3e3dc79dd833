import { slice } from '#/src/text/spans.ts'
import type { Draft } from '../draft.ts'
import { addressIn } from '../facts/urls.ts'
import { found, missing, within } from './found.ts'
import type { Parts } from './parts.ts'

/** The address that a line of its own gives for the article; two different ones give none. */
export function sourceUrlOf({ text, head, foot }: Parts): Draft['sourceUrl'] {
  const places = [...head, ...foot].flatMap(({ span }) => {
    const at = span.end - span.start > 2100 ? null : addressIn(slice(text, span))
    return at ? [within(span, at)] : []
  })
  const [place, ...others] = places
  if (!place) return missing('not-in-source')
  const url = slice(text, place)
  return others.some((other) => slice(text, other) !== url) ? missing('ambiguous', places) : found(url, place)
}
