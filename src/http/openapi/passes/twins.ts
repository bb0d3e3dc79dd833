import { isDeepStrictEqual } from 'node:util'
import { type Document, nameOf, type Schema } from '../document.ts'
import type { DocumentPass } from '../pass.ts'
import { rewriteSchema, rewriteSchemas } from '../walk.ts'

const plainName = (name: string): string => name.replace(/Input$/, '')

const plainly = (schema: Schema): Schema =>
  schema.$ref ? { ...schema, $ref: `#/components/schemas/${plainName(nameOf(schema.$ref))}` } : schema

/** One schema for each name; two that say different things under it are a mistake in our own schemas. */
function merged(schemas: Record<string, Schema>): Record<string, Schema> {
  const all: Record<string, Schema> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    const known = all[plainName(name)]
    if (known && !isDeepStrictEqual(known, schema)) throw new Error(`${name} and ${plainName(name)} are not the same`)
    all[plainName(name)] = schema
  }
  return all
}

export const twins: DocumentPass = {
  why: 'The generator writes each schema twice, as what comes in (`FooInput`) and what goes out (`Foo`); ours are the same.',
  example: {
    before: {
      components: {
        schemas: {
          Range: { type: 'object', properties: { start: { type: 'integer' } } },
          RangeInput: { type: 'object', properties: { start: { type: 'integer' } } },
          PassageInput: { type: 'object', properties: { range: { $ref: '#/components/schemas/RangeInput' } } },
        },
      },
    },
    after: {
      components: {
        schemas: {
          Range: { type: 'object', properties: { start: { type: 'integer' } } },
          Passage: { type: 'object', properties: { range: { $ref: '#/components/schemas/Range' } } },
        },
      },
    },
  },
  document: (document: Document): Document => {
    const schemas = document.components.schemas ?? {}
    const renamed = Object.entries(schemas).map(([name, schema]) => [name, rewriteSchema(schema, plainly)] as const)
    const components = { ...document.components, schemas: merged(Object.fromEntries(renamed)) }
    return rewriteSchemas({ ...document, components }, plainly)
  },
}
