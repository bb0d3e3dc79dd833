import type { Span } from '#/src/text/spans.ts'

/**
 * A paragraph without the place, the day and the agency that it opens with: they say nothing in it.
 *
 *     ‹LONDON, March 4 (Reuters) - ›The railway said …   ·   ‹Jakarta (Antara) — ›“We wait,” …   ·   ‹MEXICO CITY — ›The mayor …
 */
export function withoutDateline(text: string, { start, end }: Span): Span {
  const found = dateline.exec(text.slice(start, Math.min(end, start + longest)))
  return { start: start + (found?.[0].length ?? 0), end }
}

const longest = 120

/** Only a place in capitals may stand without an agency; what follows begins a sentence. */
const dateline =
  /^\s*(?:\p{Lu}{2}[\p{Lu}.'’/ -]{0,40}(?:, [\p{L}\d .,]{1,40})?(?: ?\([\p{L}\d ./&-]{2,40}\))?|\p{Lu}[\p{L}.'’/-]{1,30}(?: \p{Lu}[\p{L}.'’/-]{1,30}){0,3}(?:, [\p{L}\d .,]{1,40})? ?\(\p{Lu}[\p{L}\d ./&-]{1,40}\)) ?(?:—|–|--?) ?(?=[\p{Lu}“"‘'\d])/u
