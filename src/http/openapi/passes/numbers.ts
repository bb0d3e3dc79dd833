import type { Schema } from '../document.ts'
import type { SchemaPass } from '../pass.ts'

const formats = new Map([
  ['integer', 'int32'],
  ['number', 'double'],
])

const formatOf = ({ type = [] }: Schema) => [type].flat().flatMap((name) => formats.get(name) ?? [])[0]

const said = (bound: number | undefined): boolean => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

export const numbers: SchemaPass = {
  why: 'Go and Java choose the type of a number by its format; the bounds of JavaScript’s integers are nobody’s rule.',
  example: {
    before: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    after: { type: 'integer', format: 'int32', minimum: 0 },
  },
  schema: (schema) => {
    const format = formatOf(schema)
    if (!format) return schema
    const { minimum, maximum, ...rest } = schema
    return {
      ...rest,
      format,
      ...(minimum !== undefined && said(minimum) && { minimum }),
      ...(maximum !== undefined && said(maximum) && { maximum }),
    }
  },
}
