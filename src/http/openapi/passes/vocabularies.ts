import { mapValues, nameOf, type Schema } from '../document.ts'
import type { DocumentPass } from '../pass.ts'
import { operationsOf, reachedFrom, rewriteOperations, rewriteResponse, rewriteSchema } from '../walk.ts'

const open = ({ enum: values = [], ...rest }: Schema): Schema => ({
  ...rest,
  description: [rest.description, `Known values: ${values.join(', ')}. More may be added.`].filter(Boolean).join(' '),
  'x-extensible-enum': values,
})

/** Opens a list of words, or what refers to one, and leaves everything else as it is. */
const openIn =
  (schemas: Record<string, Schema>) =>
  (schema: Schema): Schema => {
    const { $ref, ...around } = schema
    const named = $ref ? schemas[nameOf($ref)] : undefined
    if (named?.enum) return open({ ...named, ...around })
    return schema.enum ? open(schema) : schema
  }

export const vocabularies: DocumentPass = {
  why: 'A new word in an answer must not break a client, so its lists of words are open; a parameter takes only words that are known.',
  example: {
    before: {
      components: {
        schemas: {
          QuoteKind: { type: 'string', description: 'What it is.', enum: ['direct', 'scare'] },
          Quote: { type: 'object', properties: { kind: { $ref: '#/components/schemas/QuoteKind' } } },
        },
      },
      paths: {
        '/quote': {
          get: {
            responses: {
              200: {
                description: 'A quote.',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Quote' } } },
              },
            },
          },
        },
      },
    },
    after: {
      components: {
        schemas: {
          QuoteKind: { type: 'string', description: 'What it is.', enum: ['direct', 'scare'] },
          Quote: {
            type: 'object',
            properties: {
              kind: {
                type: 'string',
                description: 'What it is. Known values: direct, scare. More may be added.',
                'x-extensible-enum': ['direct', 'scare'],
              },
            },
          },
        },
      },
      paths: {
        '/quote': {
          get: {
            responses: {
              200: {
                description: 'A quote.',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Quote' } } },
              },
            },
          },
        },
      },
    },
  },
  document: (document) => {
    const schemas = document.components.schemas ?? {}
    const answers = operationsOf(document).map((operation) => operation.responses)
    const answered = reachedFrom(answers, schemas)
    const rewrite = openIn(schemas)
    return {
      ...document,
      paths: rewriteOperations(document.paths, (operation) => ({
        ...operation,
        responses: mapValues(operation.responses, (response) => rewriteResponse(response, rewrite)),
      })),
      components: {
        ...document.components,
        schemas: mapValues(schemas, (schema, name) =>
          answered.has(name) && !schema.enum ? rewriteSchema(schema, rewrite) : schema,
        ),
      },
    }
  },
}
