import { type Document, mapValues, nameOf, type Operation, type Response, type Schema } from './document.ts'

/** A schema with itself and everything inside it rewritten, the innermost first. */
export function rewriteSchema(schema: Schema, rewrite: (schema: Schema) => Schema): Schema {
  const inside = (part: Schema) => rewriteSchema(part, rewrite)
  const { properties, items, additionalProperties, anyOf, allOf, ...rest } = schema
  return rewrite({
    ...rest,
    ...(properties && { properties: mapValues(properties, inside) }),
    ...(items && { items: inside(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? inside(additionalProperties) : additionalProperties,
    }),
    ...(anyOf && { anyOf: anyOf.map(inside) }),
    ...(allOf && { allOf: allOf.map(inside) }),
  })
}

export const operationsOf = (document: Document): Operation[] =>
  Object.values(document.paths).flatMap((item) => item.get ?? [])

/** Paths with each of their operations rewritten. */
export const rewriteOperations = <Ref = never>(
  paths: Document['paths'],
  rewrite: (operation: Operation, path: string) => Operation<Ref>,
): Document<Ref>['paths'] => mapValues(paths, (item, path) => (item.get ? { get: rewrite(item.get, path) } : {}))

/** A response with the schemas of its headers and of its content rewritten. */
export const rewriteResponse = (response: Response, rewrite: (schema: Schema) => Schema): Response => ({
  ...response,
  ...(response.headers && {
    headers: mapValues(response.headers, (header) => ({ ...header, schema: rewriteSchema(header.schema, rewrite) })),
  }),
  ...(response.content && {
    content: mapValues(response.content, (media) =>
      media.schema ? { ...media, schema: rewriteSchema(media.schema, rewrite) } : media,
    ),
  }),
})

/** The document with every schema in it rewritten: those of parameters, responses and components. */
export const rewriteSchemas = (document: Document, rewrite: (schema: Schema) => Schema): Document => ({
  ...document,
  paths: rewriteOperations(document.paths, (operation) => ({
    ...operation,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      ...parameter,
      schema: rewriteSchema(parameter.schema, rewrite),
    })),
    responses: mapValues(operation.responses, (response) => rewriteResponse(response, rewrite)),
  })),
  components: {
    ...document.components,
    schemas: mapValues(document.components.schemas ?? {}, (schema) => rewriteSchema(schema, rewrite)),
  },
})

/** The names of the component schemas that a part of the document refers to, directly or through others. */
export function reachedFrom(part: unknown, schemas: Record<string, Schema>): Set<string> {
  const reached = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inside] of Object.entries(value)) {
      const name = key === '$ref' && typeof inside === 'string' ? nameOf(inside) : null
      if (name === null) visit(inside)
      else if (name in schemas && !reached.has(name)) {
        reached.add(name)
        visit(schemas[name])
      }
    }
  }
  visit(part)
  return reached
}
