import { type Span, trimmed } from '#/src/text/spans.ts'
import type { Draft } from './draft.ts'

/** No paragraph in print comes near it, in UTF-16 code units. */
export const longestBlock = 6_000

/** How far before that a block may be parted at white space. */
const slack = 1_000

/**
 * A draft whose long blocks are parted. What reads a paragraph as a whole, its quotations against its verbs, takes time
 * that grows with the square of its length: a book on one line, or a hundred thousand marks, must not hold up the rest.
 */
export function withShortBlocks(draft: Draft): Draft {
  const isLong = ({ start, end }: Span): boolean => end - start > longestBlock
  if (!draft.blocks.some(({ span }) => isLong(span))) return draft
  const blocks = draft.blocks.flatMap(({ kind, span }) =>
    partsOf(draft.text, span).map((part) => ({ kind, span: part })),
  )
  return { ...draft, blocks }
}

function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  while (end - from > longestBlock) {
    const to = cutBefore(text, from + longestBlock)
    parts.push(trimmed(text, { start: from, end: to }))
    from = to
  }
  parts.push(trimmed(text, { start: from, end }))
  return parts.filter((part) => part.start < part.end)
}

/** The last end of a sentence before a place, else the last white space, else the place itself, between two characters. */
function cutBefore(text: string, at: number): number {
  const before = text.slice(at - slack, at)
  const sentence = /^[\s\S]*[.!?][”"’']?(?=\s)/u.exec(before)?.[0].length
  const space = /^[\s\S]*(?=\s)/u.exec(before)?.[0].length
  const length = sentence ?? space
  if (length) return at - slack + length
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
