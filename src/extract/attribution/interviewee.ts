import type { Span } from '#/src/text/spans.ts'
import type { Cast } from '../coreference/cast.ts'
import type { PlacedName } from '../coreference/heads.ts'

/**
 * Who answers, where letters mark questions and answers: the person of whom alone the article spoke before.
 *
 *     ‹Mara Lind› runs the port. ¶ Q: When does it open? ¶ [A]: In June.
 */
export function intervieweeOf(text: string, { start, end }: Span, { names }: Cast): PlacedName | null {
  const isLabel = /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, start - 20), start)) && /^[.:]/u.test(text.slice(end))
  if (!isLabel || text.slice(start, end) !== 'A') return null
  let only: PlacedName | null = null
  for (const name of names) {
    if (name.span.start > start) break
    if (name.type !== 'person' || name.entity === only?.entity) continue
    if (only) return null
    only = name
  }
  return only
}
