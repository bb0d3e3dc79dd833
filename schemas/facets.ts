import { z } from 'zod'

export const facetFields = ['speaker', 'publisher', 'year', 'language', 'kind'] as const

export const FacetField = z.enum(facetFields).meta({
  id: 'FacetField',
  description: 'What can be counted: who speaks, who published it, the year (UTC), the language, the kind of quote.',
  examples: ['speaker'],
})

export const FacetValue = z
  .object({
    value: z
      .string()
      .meta({ description: 'What the filter of that name takes.', examples: ['person-julia-roknifard'] }),
    label: z.string().meta({ description: 'How a person reads it.', examples: ['Julia Roknifard'] }),
    count: z
      .int()
      .min(1)
      .meta({ description: 'How many of the selected have it, exactly.', examples: [2] }),
  })
  .meta({ id: 'FacetValue', description: 'One value, and how many have it.' })

const counted = (what: string) =>
  z
    .array(FacetValue)
    .optional()
    .meta({ description: `${what}, the most first; what has none is not counted.` })

const Facets = z
  .object({
    speaker: counted('Who speaks'),
    publisher: counted('Who published it'),
    year: counted('The year of publication'),
    language: counted('The language'),
    kind: counted('The kind of quote'),
  })
  .meta({
    id: 'Facets',
    description: 'Counts of all that is selected, of the fields that were asked for: 20 values of each.',
  })

/** Beside the items of a list. */
export const facets = Facets.optional().meta({
  description: 'With `facets=…`: how many of all that is selected have what.',
})
