import type { Span } from '#/src/text/spans.ts'
import type { Cast } from '../coreference/cast.ts'
import type { PlacedName } from '../coreference/heads.ts'

/**
 * Who answers, where letters mark questions and answers: the person of whom alone the article spoke before the first of
 * them. Whom a question names is asked about, and need not be who is asked.
 *
 *     ‹Mara Lind› runs the port. ¶ Q: When does it open? ¶ [A]: In June.
 */
export function intervieweeOf(text: string, { start, end }: Span, { names }: Cast): PlacedName | null {
  const isLabel = /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, start - 20), start)) && /^[.:]/u.test(text.slice(end))
  if (!isLabel || text.slice(start, end) !== 'A') return null
  const first = firstLabel.exec(text)?.index ?? start
  let only: PlacedName | null = null
  for (const name of names) {
    if (name.span.start > first) break
    if (name.type !== 'person' || name.entity === only?.entity) continue
    if (only) return null
    only = name
  }
  return only
}

const firstLabel = /^[QA][.:]\s/mu
