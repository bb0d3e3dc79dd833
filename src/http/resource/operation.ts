import { z } from 'zod'
import { Problem } from '#/schemas/problem.ts'
import { bare, type Form } from '../ask/representations.ts'

/** What the OpenAPI document says of one operation. */
export type Description = { operationId: string; tag: string; summary: string; description: string }

const header = (description: string, example: string) => ({
  description,
  schema: z.string().meta({ examples: [example] }),
})

export const answerHeaders = {
  ETag: header('The tag of this answer, for If-None-Match.', '"Xk3v0bG9sZWQtdGFnLTAwMQ"'),
  'Cache-Control': header('How long the answer may be kept.', 'public, max-age=60, stale-while-revalidate=600'),
  Vary: header('The request headers that the answer depends on.', 'Accept, Accept-Encoding'),
  Link: header(
    'Related addresses (RFC 8288): the next page, other representations, the version to cite.',
    '</openapi.json>; rel="describedby"',
  ),
}

export const digestHeader = {
  'Repr-Digest': header(
    'The digest of the bytes (RFC 9530).',
    'sha-256=:QypP3hy64srimmc2C4/Smg1G9dfbOBvdhQWEQ4qZNWM=:',
  ),
}

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

/** The schema of a route with one representation: parameters, and every answer that it can give. */
export function operation(
  { operationId, tag, summary, description }: Description,
  shape: { params?: z.ZodRawShape; query: z.ZodObject },
  form: Form,
  answer: z.ZodType,
  headers: Record<string, ReturnType<typeof header>> = answerHeaders,
) {
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    ...(shape.params && { params: z.object(shape.params) }),
    querystring: shape.query,
    response: {
      200: {
        description: summary,
        headers,
        content: { [bare(form)]: { schema: answer } },
      },
      304: { description: 'Nothing has changed since the tag in If-None-Match.', headers, content: {} },
      400: problem('The request is wrong; the answer says where.'),
      404: problem('There is no such thing; the answer suggests the nearest.'),
      default: problem('Anything else that went wrong.'),
    },
  }
}
