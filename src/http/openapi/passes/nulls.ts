import type { Schema } from '../document.ts'
import type { SchemaPass } from '../pass.ts'

const isNull = (schema: Schema): boolean => schema.type === 'null'

export const nulls: SchemaPass = {
  why: 'Client generators know “text or null” as a list of types; as `anyOf` they make a class of it. References keep `anyOf`.',
  example: {
    before: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], description: 'Its number.' },
    after: { type: ['integer', 'null'], minimum: 1, description: 'Its number.' },
  },
  schema: (schema) => {
    const { anyOf, ...around } = schema
    const [value, ...others] = anyOf?.filter((part) => !isNull(part)) ?? []
    if (!anyOf?.some(isNull) || !value?.type || others.length > 0) return schema
    return { ...value, ...around, type: [value.type, 'null'].flat() }
  },
}
