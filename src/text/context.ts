import type { Span } from './spans.ts'

const contextLength = 32

/** The text on both sides of a span; a pair of surrogates at the edge is left out whole. */
export function contextOf(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  const prefix = text.slice(Math.max(0, start - contextLength), start)
  const suffix = text.slice(end, end + contextLength)
  return { prefix: prefix.replace(/^[\uDC00-\uDFFF]/u, ''), suffix: suffix.replace(/[\uD800-\uDBFF]$/u, '') }
}
