import { z } from 'zod'

export const Words = z
  .object({
    total: z
      .int()
      .min(0)
      .meta({ description: 'All words.', examples: [45] }),
    verbatim: z
      .int()
      .min(0)
      .meta({ description: 'Words that were said: all but the interpolated ones.', examples: [37] }),
    interpolated: z
      .int()
      .min(0)
      .meta({ description: 'Words that an editor put in brackets.', examples: [8] }),
  })
  .meta({ id: 'Words', description: 'How many words, and whose.' })
export type Words = z.infer<typeof Words>
