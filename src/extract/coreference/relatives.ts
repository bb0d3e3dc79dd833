import type { Span } from '#/src/text/spans.ts'
import { firstAfter, type PlacedName } from './heads.ts'

/** What may stand between a person and “who”: where they are from, brackets, an age, one apposition. */
const between =
  /^(?:\s?\([^)]{1,40}\))?(?: (?:of|from|in|at|for) [^,;:.“”"()]{1,60})?(?:\s?\([^)]{1,40}\))?(?:, \d{1,3})?(?:, (?:an?|the|his|her|its|then|former|who|[\p{Ll}-]+) [^,;:“”"()]{1,100})?(?:\s?\([^)]{1,40}\))?,?\s$/u
const farthest = 180

/**
 * The person whom a “who” goes on about, by adjacency:
 *
 *     ‹Mara Lind› of Ystad (I), a teacher, ‹who› said …
 *
 * Nobody after “a friend of Lind who …”.
 */
export function whoIs(text: string, who: Span, names: readonly PlacedName[]): PlacedName | null {
  const last = firstAfter(names, who.start - 1) - 1
  for (let at = last; at >= 0 && at > last - 4; at--) {
    const name = names[at]!
    if (who.start - name.span.end > farthest) return null
    if (name.type !== 'person') continue
    const gap = text.slice(name.span.end, who.start)
    if (!between.test(gap)) return null
    return gap === ' ' && /(?:of|for|with|to|by) $/u.test(text.slice(name.span.start - 5, name.span.start))
      ? null
      : name
  }
  return null
}
