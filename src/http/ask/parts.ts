import { z } from 'zod'
import { type QuotePart, quoteParts } from '#/src/present/quote.ts'

/** The parameter that adds to quotes what is left out of them. */
export const include = z
  .array(
    z
      .enum(quoteParts)
      .meta({ id: 'QuotePart', description: 'A part that is left out unless asked for.', examples: ['evidence'] }),
  )
  .optional()
  .meta({
    description: 'Parts to add: what shows the speaker, the text on both sides, who else was considered.',
    examples: [['evidence']],
  })

/** What is asked for by `include`, or by naming it in `fields`. */
export const partsOf = ({
  include: parts = [],
  fields = '',
}: {
  include?: QuotePart[]
  fields?: string
}): QuotePart[] => [
  ...parts,
  ...quoteParts.filter((part) => fields.split(',').some((path) => path.split('.').includes(part))),
]
