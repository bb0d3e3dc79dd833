import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '../../text/context.ts'
import { pack } from './packed.ts'

/**
 * What lists show of an article and its quotes: a line of JSON for its text and blocks, then one for each quote with its
 * context, packed together. One by one, in rows of their own, they took eight times the room.
 */
export const shownOf = ({ text, blocks, quotes }: ArticleRecord): Uint8Array =>
  pack(
    [{ text, blocks }, ...quotes.map((quote) => ({ ...quote, context: contextOf(text, quote.range) }))]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  )
