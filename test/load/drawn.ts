import type { Draft } from '#/src/load/draft.ts'

/** Where the text of a drawn line begins. */
const margin = 14

/** The text of a drawing: what stands behind the kinds. */
export const undrawn = (drawing: string): string =>
  drawing
    .split('\n')
    .map((line) => line.slice(margin))
    .join('\n')

/** A text with what each of its lines is in front of it: `title         Harbour reopens`. */
export const drawBlocks = ({ text, blocks }: Draft): string => {
  let start = 0
  return text
    .split('\n')
    .map((line) => {
      const span = { start, end: start + line.length }
      start = span.end + 1
      const block = blocks.find((each) => each.span.start < span.end && span.start < each.span.end)
      return block ? block.kind.padEnd(margin) + line : line
    })
    .join('\n')
}
