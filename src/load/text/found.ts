import type { Reason } from '#/schemas/unknown.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Found } from '../draft.ts'

export const found = <T>(value: T, at: Span): Found<T> => ({ value, at, from: 'text' })

/** Nothing: why, and what stood there instead. */
export const missing = (reason: Reason, instead: Span[] = []): { value: null; reason: Reason; found: Span[] } => ({
  value: null,
  reason,
  found: instead,
})

/** A place in a part of the text, as a place in the whole. */
export const within = ({ start }: Span, inner: Span): Span => ({ start: start + inner.start, end: start + inner.end })
