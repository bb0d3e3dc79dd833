import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Block, BlockKind, BlockList } from '#/schemas/block.ts'
import { offsets } from '#/src/http/ask/parameters.ts'
import { serveList } from '#/src/http/resource/list.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentBlocks } from '#/src/present/block.ts'

/** `…/blocks`: the headline, paragraphs and notes of the text, in order. */
export async function blocks(app: FastifyInstance, scope: Scope): Promise<void> {
  serveList(app, scope, {
    operationId: 'listBlocks',
    tag: 'blocks',
    summary: 'The blocks',
    description: 'What the text is made of, in order. Quotes are searched in the headline and the body.',
    path: '/blocks',
    query: z.strictObject({
      kind: z
        .array(BlockKind)
        .optional()
        .meta({ description: 'Only blocks of these kinds.', examples: [['paragraph']] }),
      offsets,
    }),
    item: Block,
    answer: BlockList,
    columns: ['kind', 'paragraph', 'range.start', 'range.end', 'text'],
    read: ({ record, query: { kind } }) => ({
      items: presentBlocks(record).filter((block) => !kind || kind.includes(block.kind)),
    }),
  })
}
