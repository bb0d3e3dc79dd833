import { type Span, trimmed } from '#/src/text/spans.ts'

/**
 * The role that stands behind a name, between commas or brackets:
 *
 *     Brian Nelson, ‹the Treasury’s undersecretary for terrorism›, told …
 *     Julia Roknifard, ‹of the School of Politics, History and International Relations at the University of Nottingham›, told …
 *     said Tunku Mohar Mokhtar, ‹an assistant professor at the university›.
 *
 * It begins as an apposition does (an article, `of`, a possessive, a small letter) and ends at the comma before a verb,
 * or with the sentence.
 */
export function roleAfter(text: string, name: Span, limit: number): Span | null {
  const opening = /^(?:’s|'s)?\s*[,(]\s+/u.exec(text.slice(name.end, name.end + 8))
  if (!opening) return null
  const start = name.end + opening[0].length
  const rest = text.slice(start, Math.min(limit, start + longest))
  if (
    !/^(?:an?|the|of|from|who|his|her|its|their|our|former|then|now|co|\p{Lu}[\p{L}’'.]*[’']s|\p{Lu}[\p{L}.]*[’']|\p{Ll}+(?:[\s-]\p{Ll}+)*\s(?:of|at|for|in|with|and))\s/u.test(
      rest,
    )
  )
    return null
  if (/^(?:who|whose|of course|for|in|at|with|and|but|as|when|while|after|said|told)\s/iu.test(rest)) return null
  const end = roleEnd(rest)
  return end === null ? null : trimmed(text, { start, end: start + end })
}

const longest = 240

/** The comma after which no list goes on, or the end of the sentence. */
function roleEnd(rest: string): number | null {
  for (const stop of rest.matchAll(/[,;)“"—–]|[.!?](?=\s|$)|$/gu)) {
    const after = rest.slice(stop.index + 1)
    if (
      stop[0] === '.' &&
      /(?:^|[\s.])\p{Lu}\p{Ll}{0,2}$/u.test(rest.slice(0, stop.index)) &&
      !/^\s+\p{Lu}\p{Ll}+\s/u.test(after)
    )
      continue
    if (stop[0] === ',' && /^\s+(?:\p{Lu}[\p{L}’'-]*\s+)*(?:and|&)\s+\p{Lu}/u.test(after)) continue
    return stop.index > 0 ? stop.index : null
  }
  return null
}
