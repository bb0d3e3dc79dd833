import { z } from 'zod'

export const Fault = z
  .object({
    parameter: z.string().meta({ description: 'The parameter.', examples: ['speeker'] }),
    detail: z.string().meta({ description: 'What is wrong with it.', examples: ['unknown'] }),
    suggestion: z
      .string()
      .optional()
      .meta({ description: 'The nearest that would be right.', examples: ['speaker'] }),
    allowed: z
      .array(z.string())
      .optional()
      .meta({ description: 'What would be right.', examples: [['q', 'speaker']] }),
  })
  .meta({ id: 'Fault', description: 'One thing that is wrong with a request.' })
export type Fault = z.infer<typeof Fault>

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string().meta({
      description: 'The kind of problem: a page that explains it.',
      examples: ['/problems/unknown-parameter'],
    }),
    title: z.string().meta({ description: 'The kind of problem, in words.', examples: ['Unknown query parameter'] }),
    status: z
      .int()
      .min(400)
      .max(599)
      .meta({ description: 'The HTTP status.', examples: [400] }),
    detail: z.string().meta({
      description: 'What happened this time.',
      examples: ["'speeker' is not a parameter of listQuotes."],
    }),
    instance: z
      .string()
      .optional()
      .meta({ description: 'The request that it is about.', examples: ['/v1/articles?speeker=x'] }),
    errors: z.array(Fault).optional().meta({ description: 'Every fault of the request.' }),
    suggestions: z
      .array(z.string())
      .optional()
      .meta({ description: 'The nearest ids that exist.', examples: [['anwar-ibrahim']] }),
    available: z
      .array(z.string())
      .optional()
      .meta({ description: 'The media types that this path has.', examples: [['application/json']] }),
    lastSeen: z
      .string()
      .optional()
      .meta({
        description: 'The newest version that had what was asked for.',
        examples: ['/v1/articles/a-title/versions/432a4fde1cba/quotes/6147c18f'],
      }),
    requestId: z.string().meta({ description: 'The id of the request in the log.', examples: ['req-1'] }),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' })
export type Problem = z.infer<typeof Problem>
