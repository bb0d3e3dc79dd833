import type { Span } from '#/src/text/spans.ts'

/** What stands around a mention in its line: enough for “, Texas” and “officials in”. */
export type Surroundings = { before: string; after: string }

const reach = 60

export function surroundings(text: string, { start, end }: Span): Surroundings {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const lineStart = before.lastIndexOf('\n') + 1
  const lineEnd = after.indexOf('\n')
  return { before: before.slice(lineStart), after: lineEnd < 0 ? after : after.slice(0, lineEnd) }
}
