import type { SchemaPass } from '../pass.ts'

export const openObjects: SchemaPass = {
  why: 'A field that a later release adds must not break a strict client; and all keys are strings anyway.',
  example: {
    before: { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false },
    after: { type: 'object', properties: { name: { type: 'string' } } },
  },
  schema: ({ additionalProperties, propertyNames: _, ...rest }) =>
    additionalProperties ? { ...rest, additionalProperties } : rest,
}
