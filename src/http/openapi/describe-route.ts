import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mapValues, type Schema } from './document.ts'

type Describe = NonNullable<FastifyDynamicSwaggerOptions['transform']>

/** A response as the routes write it: headers and examples stand beside the schemas. */
type Answer = {
  headers?: Record<string, { description: string; schema: z.ZodType }>
  content?: Record<string, { schema: z.ZodType; example?: unknown; examples?: unknown }>
}

type Written = { hide?: boolean; params?: unknown; querystring?: unknown; response?: Record<string, Answer> }

/** What zod's own transform makes of them. */
type GeneratedAnswer = Schema & { content?: Record<string, { schema: Schema }> }
type Generated = { hide?: boolean; params?: Schema; querystring?: Schema; response?: Record<string, GeneratedAnswer> }

/** What a schema says of itself; zod leaves it out of the document when the schema also converts its input. */
const said = (schema: z.ZodType | undefined) => {
  const { id: _, ...rest } = (schema && z.globalRegistry.get(schema)) ?? {}
  return rest
}

/** Keeps the siblings of a reference, which the generator would drop; the pass `references` takes the wrapper off again. */
const wrapped = ({ $ref, ...siblings }: Schema): Schema =>
  $ref && Object.keys(siblings).length > 0 ? { allOf: [{ $ref }], ...siblings } : { ...siblings, ...($ref && { $ref }) }

const parametersOf = (written: unknown, generated: Schema): Schema => {
  const shape = written instanceof z.ZodObject ? written.shape : {}
  const properties = mapValues(generated.properties ?? {}, (schema, name) =>
    wrapped(Object.assign({}, said(shape[name]), schema)),
  )
  return { ...generated, properties }
}

const headersOf = (headers: Answer['headers'] = {}) =>
  mapValues(headers, ({ description, schema }) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' })
    return { ...rest, description }
  })

/** An answer that has no content is said to be null, or the generator looks for its media type and fails. */
const answerOf = ({ headers, content = {} }: Answer, { content: generated, ...rest }: GeneratedAnswer) => ({
  ...rest,
  ...(headers && { headers: headersOf(headers) }),
  ...(generated && Object.keys(generated).length === 0 && { type: 'null' }),
  ...(generated && {
    content: mapValues(generated, (media, type) => {
      const { schema: _, ...examples } = content[type] ?? { schema: null }
      return { ...media, ...examples }
    }),
  }),
})

/** One route as the generator can read it, with what zod's own transform leaves out. */
export const describeRoute: Describe = (route) => {
  const described = jsonSchemaTransform(route)
  const generated = described.schema as Generated
  const written = route.schema as Written | undefined
  if (!written || generated.hide) return described
  return {
    url: described.url,
    schema: {
      ...described.schema,
      ...(generated.params && { params: parametersOf(written.params, generated.params) }),
      ...(generated.querystring && { querystring: parametersOf(written.querystring, generated.querystring) }),
      ...(generated.response && {
        response: mapValues(generated.response, (answer, status) => answerOf(written.response?.[status] ?? {}, answer)),
      }),
    },
  }
}
