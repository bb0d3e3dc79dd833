import { z } from 'zod'
import { EntityType } from '#/schemas/entity.ts'
import { OffsetUnit } from '#/schemas/range.ts'
import { longestFields } from './fields.ts'
import { formats } from './representations.ts'

/** The parameters that several lists have. */
export const offsets = OffsetUnit.default('utf16').meta({
  description: 'What the offsets in the answer count.',
  examples: ['utf16'],
})

export const paging = {
  limit: z
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .meta({ description: 'How many items a page holds at most.', examples: [10] }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: 'The `next` of the page before, for the same query.', examples: ['eyJ2IjoxfQ'] }),
}

export const Format = z.enum(formats).meta({
  id: 'Format',
  description: 'A representation: the same word as the suffix of a path.',
  examples: ['csv'],
})

/** On JSON it works, and is told of in the description of the document: an answer with `fields` is a part of the schema. */
export const choosing = {
  fields: z
    .string()
    .max(longestFields)
    .optional()
    .meta({ description: 'The fields wanted, as dotted paths with commas between.', examples: ['id,text'] }),
}

/** `format` is told of there, too: in the document every representation has its own path. */
export const shaping = {
  ...choosing,
  format: Format.optional().meta({ description: 'The representation; it overrides `Accept`.', examples: ['csv'] }),
}

export const words = (what: string) =>
  z
    .string()
    .max(256)
    .refine((q) => q.split(/\s+/u).length <= 16, 'more than 16 words')
    .optional()
    .meta({
      description: `Words to find in ${what}; case and accents do not matter; "a phrase" in marks.`,
      examples: ['consistent'],
    })

/** Ids or names. */
export const who = (what: string) =>
  z
    .array(z.string().max(300))
    .max(50)
    .optional()
    .meta({
      description: `${what}: an id, or a name as it is written. Repeat it for any of several.`,
      examples: [['julia-roknifard']],
    })

export const entityTypes = z
  .array(EntityType)
  .optional()
  .meta({ description: 'Only entities of these types.', examples: [['person']] })

const anyOf = (what: string, example: string) =>
  z
    .array(z.string().max(300))
    .max(50)
    .optional()
    .meta({ description: `${what} Repeat it for any of several.`, examples: [[example]] })

const day = (what: string) =>
  z.iso
    .date()
    .optional()
    .meta({ description: what, examples: ['2024-05-14'] })

/** What selects articles, and all that stands in them, across the archive. */
export const published = {
  publisher: anyOf('Only from these publishers, whatever case and accents.', 'BenarNews'),
  language: anyOf('Only in these languages; `en` is `en-GB`, too.', 'en'),
  from: day('Only what was published on this day (UTC) or later; what has no date is left out.'),
  to: day('Only what was published on this day (UTC) or earlier; what has no date is left out.'),
}
