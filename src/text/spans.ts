/** A half-open stretch `[start, end)` of a text, in UTF-16 code units: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number }

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether one of some spans lies in one of others. */
export const anyInside = (inner: readonly Span[], outer: readonly Span[]): boolean =>
  inner.some((span) => outer.some((around) => contains(around, span)))

const space = /\s/u

/** The span without white space at its ends; empty at its start when it holds nothing else. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && space.test(text.charAt(from))) from++
  while (to > from && space.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

/** Which of some stretches, in order, holds the start of a span; −1 when none does. */
export function holderOf(stretches: readonly Span[], { start }: Span): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low < stretches.length && stretches[low]!.start <= start ? low : -1
}
