import { z } from 'zod'

/** The units that offsets can be counted in; `text.slice(start, end)` in JavaScript takes UTF-16 code units. */
export const offsetUnits = ['utf16', 'codepoint', 'utf8'] as const

export const OffsetUnit = z.enum(offsetUnits).meta({
  id: 'OffsetUnit',
  description: 'What an offset counts: UTF-16 code units, Unicode code points, or bytes of UTF-8.',
  examples: ['utf16'],
})
export type OffsetUnit = z.infer<typeof OffsetUnit>

/** A half-open stretch `[start, end)` of the text that `…/text` serves. */
export const Range = z
  .object({
    start: z
      .int()
      .min(0)
      .meta({ description: 'The first offset inside.', examples: [4216] }),
    end: z
      .int()
      .min(0)
      .meta({ description: 'The first offset after it.', examples: [4444] }),
    unit: OffsetUnit,
  })
  .meta({ id: 'Range', description: 'A half-open stretch [start, end) of the text of the article.' })
export type Range = z.infer<typeof Range>

/** Words of the article with their place. */
export const Passage = z
  .object({
    text: z.string().meta({ description: 'The words, exactly as printed.', examples: ['told'] }),
    range: Range,
  })
  .meta({ id: 'Passage', description: 'Words of the article with their place: the text holds them at the range.' })
export type Passage = z.infer<typeof Passage>
