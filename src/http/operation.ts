import { z } from 'zod'
import { Problem } from '#/schemas/problem.ts'
import { type Format, mediaTypes } from './representations.ts'

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

const Csv = z.string().meta({
  id: 'Csv',
  description: 'Comma-separated values (RFC 4180) with a header row.',
  examples: ['id,kind\r\n6147c18f,direct\r\n'],
})
const Ndjson = z
  .string()
  .meta({ id: 'Ndjson', description: 'One JSON object a line.', examples: ['{"id":"6147c18f","kind":"direct"}\n'] })
const Text = z
  .string()
  .meta({ id: 'Text', description: 'Plain text.', examples: ['The headline\n\nThe first paragraph.'] })

const asText: Record<Exclude<Format, 'json'>, z.ZodString> = { csv: Csv, ndjson: Ndjson, text: Text }

/** The schema of a route with one representation: parameters, and every answer that it can give. */
export function operation(
  { operationId, tag, summary, description }: Description,
  shape: { params?: z.ZodRawShape; query: z.ZodObject },
  format: Format,
  answer: z.ZodType,
  headers: Record<string, ReturnType<typeof header>> = answerHeaders,
) {
  const media = mediaTypes[format].split(';')[0]!
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
        content: { [media]: { schema: format === 'json' ? answer : asText[format] } },
      },
      304: { description: 'Nothing has changed since the tag in If-None-Match.', headers, content: {} },
      400: problem('The request is wrong; the answer says where.'),
      404: problem('There is no such thing; the answer suggests the nearest.'),
      default: problem('Anything else that went wrong.'),
    },
  }
}
