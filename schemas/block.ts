import { z } from 'zod'
import { pageOf } from './page.ts'
import { Range } from './range.ts'

export const bodyKinds = ['paragraph', 'heading', 'listItem', 'blockquote', 'preformatted', 'tableRow'] as const
export const blockKinds = [
  'title',
  'standfirst',
  'byline',
  'timestamp',
  ...bodyKinds,
  'caption',
  'publisherNote',
  'boilerplate',
] as const

export const BlockKind = z.enum(blockKinds).meta({
  id: 'BlockKind',
  description: `What a block is. The body is made of ${bodyKinds.join(', ')}.`,
  examples: ['paragraph'],
})
export type BlockKind = z.infer<typeof BlockKind>

export const Block = z
  .object({
    kind: BlockKind,
    range: Range,
    text: z.string().meta({ description: 'The block, exactly as it stands.', examples: ['By Iman Muttaqin Yusof'] }),
    paragraph: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'Its number among the blocks of the body, from 1; null outside the body.', examples: [3] }),
  })
  .meta({ id: 'Block', description: 'One block of the text: a headline, a paragraph, a note.' })
export type Block = z.infer<typeof Block>

export const BlockList = pageOf(Block, 'BlockList', 'blocks')
