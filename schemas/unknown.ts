import { z } from 'zod'
import { Passage } from './range.ts'

/** Why a field is `null`. An open list. */
export const reasons = [
  'no-absolute-date',
  'not-in-source',
  'not-stated',
  'scare-quote',
  'continuation-quote',
  'colon-cue',
  'unnamed-speaker',
  'low-confidence',
  'ambiguous',
  'unsupported',
  'not-applicable',
] as const

export const Reason = z.enum(reasons).meta({
  id: 'Reason',
  description: 'Why a field is null.',
  examples: ['not-in-source'],
})
export type Reason = z.infer<typeof Reason>

export const Unknown = z
  .object({
    reason: Reason,
    found: z
      .array(Passage)
      .meta({ description: 'What was found instead, such as relative dates. Empty when nothing was.', examples: [[]] }),
  })
  .meta({ id: 'Unknown', description: 'Why a field has no value.' })
export type Unknown = z.infer<typeof Unknown>

export const Unknowns = z.record(z.string(), Unknown).meta({
  id: 'Unknowns',
  description: 'One entry for each field that is null, by its dotted path.',
  examples: [{ sourceUrl: { reason: 'not-in-source', found: [] } }],
})
export type Unknowns = z.infer<typeof Unknowns>
