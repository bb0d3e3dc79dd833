import { type BlockKind, bodyKinds } from '#/schemas/block.ts'
import type { DraftBlock } from '../draft.ts'

/** The blocks of a text, parted as facts are looked for: above the story, the story itself, and below and between it. */
export type Parts = {
  text: string
  head: readonly DraftBlock[]
  body: readonly DraftBlock[]
  foot: readonly DraftBlock[]
}

const body: ReadonlySet<BlockKind> = new Set(bodyKinds)

export function partsOf(text: string, blocks: readonly DraftBlock[]): Parts {
  const first = blocks.findIndex(({ kind }) => body.has(kind))
  return {
    text,
    head: first < 0 ? blocks : blocks.slice(0, first),
    body: blocks.filter(({ kind }) => body.has(kind)),
    foot: first < 0 ? [] : blocks.slice(first).filter(({ kind }) => !body.has(kind)),
  }
}
