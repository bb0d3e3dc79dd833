import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Metadata } from '#/schemas/metadata.ts'
import { Problem } from '#/schemas/problem.ts'
import { QuoteKind, QuoteList } from '#/schemas/quote.ts'
import { OffsetUnit } from '#/schemas/range.ts'
import { about } from '#/src/http/openapi/about.ts'
import { openapi } from '#/src/http/openapi/openapi.ts'

const header = (description: string, example: string) => ({
  description,
  schema: z.string().meta({ examples: [example] }),
})
const headers = {
  ETag: header('The tag of this answer.', '"432a4fde1cba"'),
  'Cache-Control': header('How long it keeps.', 'public, max-age=60'),
  Vary: header('What it depends on.', 'Accept'),
}
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
const others = {
  304: { description: 'Nothing has changed.', headers, content: {} },
  400: problem('The request is wrong.'),
  404: problem('There is no such thing.'),
  default: problem('Anything else that went wrong.'),
}
const ok = (type: string, schema: z.ZodType) => ({ description: 'It.', headers, content: { [type]: { schema } } })

const params = z.object({ articleId: z.string().meta({ description: 'The article.', examples: ['a-title'] }) })
const Csv = z.string().meta({ id: 'Csv', description: 'Lines of cells.', examples: ['id,kind\r\n'] })
const SpeakerOrder = z.enum(['-words', 'position']).meta({ id: 'SpeakerOrder', description: 'An order.' })
const QuoteOrder = z.enum(['position', '-words']).meta({ id: 'QuoteOrder', description: 'An order.' })

const querystring = z.strictObject({
  kind: z
    .preprocess((value) => [value].flat(), z.array(QuoteKind))
    .optional()
    .meta({ description: 'Only of these kinds.', examples: [['direct']] }),
  sort: QuoteOrder.default('position').meta({ description: 'The order.', examples: ['-words'] }),
  from: z.iso
    .date()
    .optional()
    .meta({ description: 'Not before.', examples: ['2026-11-24'] }),
  offsets: OffsetUnit.default('utf16').meta({ description: 'The unit.', examples: ['utf8'] }),
  limit: z
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .meta({ description: 'At most.', examples: [10] }),
})
const speakerQuery = z.strictObject({
  sort: SpeakerOrder.default('-words').meta({ description: 'The order.', examples: ['position'] }),
})

/** A small service with the form of the real one, and each thing in it that the generator gets wrong. */
export async function sample(document = (app: FastifyInstance): unknown => app.register(openapi)) {
  const app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  document(app)
  const route = (path: string, operationId: string, tag: string, query: z.ZodType, answer: object) =>
    app.register(async (routes) => {
      const about = { operationId, tags: [tag], summary: 'A route.', description: 'A route.' }
      const schema = { ...about, params, querystring: query, response: { 200: answer, ...others } }
      routes.get(`/v1/articles/:articleId${path}`, { schema }, async () => null)
    })
  route('/quotes', 'listQuotes', 'quotes', querystring, ok('application/json', QuoteList))
  route('/quotes.csv', 'listQuotesCsv', 'quotes', querystring, ok('text/csv', Csv))
  route('/speakers', 'listSpeakers', 'speakers', speakerQuery, ok('application/json', Metadata))
  route('/speakers.csv', 'listSpeakersCsv', 'speakers', speakerQuery, ok('text/csv', Csv))
  const more = about.tags.filter(({ name }) => name !== 'quotes' && name !== 'speakers')
  for (const { name } of more)
    route(
      `/${name}`,
      `read${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      name,
      z.strictObject({}),
      ok('text/plain', z.string()),
    )
  await app.ready()
  return app
}
