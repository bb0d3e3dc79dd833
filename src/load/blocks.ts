import type { BlockKind } from '#/schemas/block.ts'
import type { DraftBlock } from './draft.ts'
import { kindOf, rowOf } from './page/kinds.ts'
import { type Segment, segmentsOf } from './page/segments.ts'
import { type Element, parsePage } from './page/tree.ts'

export type Block = { kind: BlockKind; text: string }

/** One text of all blocks, a blank line between them, and where each stands in it. */
export function layOut(blocks: readonly Block[]): { text: string; blocks: DraftBlock[] } {
  let text = ''
  const places = blocks.map(({ kind, text: own }) => {
    if (text) text += '\n\n'
    const start = text.length
    text += own
    return { kind, span: { start, end: text.length } }
  })
  return { text, blocks: places }
}

/** Segments as blocks; the cells of a row of a table are one. */
export function blocksOf(segments: readonly Segment[]): Block[] {
  const blocks: Block[] = []
  let row: Element | null = null
  for (const segment of segments) {
    const own = rowOf(segment)
    const last = blocks.at(-1)
    if (own && own === row && last) {
      last.kind = 'tableRow'
      last.text += `\t${segment.text.replaceAll('\n', ' ')}`
    } else blocks.push({ kind: kindOf(segment), text: segment.text })
    row = own
  }
  return blocks
}

/** A piece of HTML that is an article’s body and nothing else. */
export const blocksOfHtml = (html: string, file: string): Block[] => blocksOf(segmentsOf(parsePage(html, file).root))

/** A text without markup: a paragraph a line. */
export const blocksOfText = (text: string): Block[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line.toWellFormed() }))
