import { z } from 'zod'

export const Context = z
  .object({
    prefix: z
      .string()
      .meta({ description: 'The 32 characters before it.', examples: ['f Nottingham, told BenarNews. \n\n'] }),
    suffix: z
      .string()
      .meta({ description: 'The 32 characters after it.', examples: ['\n\nAdditionally, Malaysia priorit'] }),
  })
  .meta({ id: 'Context', description: 'The text on both sides of a quote, or of words that were found.' })
export type Context = z.infer<typeof Context>
