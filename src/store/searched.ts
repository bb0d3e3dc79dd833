import type { ArticleRecord } from '#/schemas/record.ts'

/** Bylines, dates and the publisher's notes are not what the article says. */
const kinds = new Set([
  'title',
  'standfirst',
  'paragraph',
  'heading',
  'listItem',
  'blockquote',
  'preformatted',
  'tableRow',
])

/** The blocks that words are searched in: title and body. */
export const searchedBlocks = (blocks: ArticleRecord['blocks']): ArticleRecord['blocks'] =>
  blocks.filter(({ kind }) => kinds.has(kind))
