/** A half-open stretch `[start, end)` of a text, in UTF-16 code units: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number }

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const space = /\s/u

/** The span without white space at its ends; empty at its start when it holds nothing else. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && space.test(text.charAt(from))) from++
  while (to > from && space.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
