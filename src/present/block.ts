import { type Block, bodyKinds } from '#/schemas/block.ts'
import type { ArticleRecord } from '#/schemas/record.ts'

/** Blocks with their text; those of the body are numbered from 1. */
export function presentBlocks({ text, blocks }: ArticleRecord): Block[] {
  let paragraph = 0
  return blocks.map(({ kind, range }) => ({
    kind,
    range,
    text: text.slice(range.start, range.end),
    paragraph: bodyKinds.some((each) => each === kind) ? ++paragraph : null,
  }))
}
