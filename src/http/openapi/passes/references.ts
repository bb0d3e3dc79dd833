import type { SchemaPass } from '../pass.ts'

/** The other half of what `describe-route.ts` does: the wrapper has carried the siblings past the generator. */
export const references: SchemaPass = {
  why: 'A reference loses its default and description in the generator, unless it is wrapped in `allOf` until it is through.',
  example: {
    before: { allOf: [{ $ref: '#/components/schemas/QuoteSort' }], default: 'position' },
    after: { $ref: '#/components/schemas/QuoteSort', default: 'position' },
  },
  schema: ({ allOf, ...rest }) => {
    const only = allOf?.length === 1 ? allOf[0] : undefined
    if (only?.$ref) return { ...only, ...rest }
    return allOf ? { ...rest, allOf } : rest
  },
}
