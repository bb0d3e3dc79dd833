import type { Span } from '#/src/text/spans.ts'

/** The sentence without the ‹marks› drawn in it: `unmark('a ‹b› c')` is `'a b c'`. */
export const unmark = (drawn: string): string => drawn.replaceAll(/[‹›]/g, '')

/** The sentence with the spans drawn in it: `mark('a b c', [{ start: 2, end: 3 }])` is `'a ‹b› c'`. */
export function mark(text: string, spans: Iterable<Span>): string {
  const marks = [...spans].flatMap(({ start, end }) => [
    { at: start, draw: '‹', order: end === start ? 1 : 2 },
    { at: end, draw: '›', order: end === start ? 2 : 0 },
  ])
  marks.sort((a, b) => a.at - b.at || a.order - b.order)
  let drawn = ''
  let from = 0
  for (const { at, draw } of marks) {
    drawn += text.slice(from, at) + draw
    from = at
  }
  return drawn + text.slice(from)
}

/** The span of a whole text. */
export const whole = (text: string): Span => ({ start: 0, end: text.length })
