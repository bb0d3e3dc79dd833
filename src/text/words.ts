import type { Span } from './spans.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The words of a span as Unicode counts them: “won’t” is one, “two-state” two, marks none. */
export function* wordSpans(text: string, { start, end }: Span): Generator<Span> {
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(start, end))) {
    if (isWordLike) yield { start: start + index, end: start + index + segment.length }
  }
}

/** How many words a span holds; the figure behind every word share. */
export function wordsIn(text: string, { start, end }: Span): number {
  let count = 0
  for (const { isWordLike } of segmenter.segment(text.slice(start, end))) if (isWordLike) count++
  return count
}
