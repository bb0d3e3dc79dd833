import { z } from 'zod'
import { pageOf } from './page.ts'
import { Quote } from './quote.ts'

export const changeKinds = ['added', 'removed', 'reworded', 'changed'] as const

export const QuoteChange = z
  .object({
    change: z.enum(changeKinds).meta({
      id: 'ChangeKind',
      description:
        'added: only the newer version has it. removed: only the older one has it. reworded: most of its words are the same, so it is taken for the same quote. changed: the words are the same, and something else is not.',
      examples: ['reworded'],
    }),
    fields: z.array(z.string()).meta({
      description:
        'What differs between the two: text, kind, speaker, cue, addressee. Its place in the text does not count.',
      examples: [['text']],
    }),
    before: Quote.nullable().meta({ description: 'The quote in the older version; null where it was added.' }),
    after: Quote.nullable().meta({ description: 'The quote in the newer version; null where it was removed.' }),
  })
  .meta({ id: 'QuoteChange', description: 'One quote that is not the same in two versions.' })
export type QuoteChange = z.infer<typeof QuoteChange>

const version = (what: string) =>
  z
    .string()
    .nullable()
    .meta({ description: what, examples: ['432a4fde1cba'] })

export const QuoteChangeList = pageOf(QuoteChange, 'QuoteChangeList', 'changes', {
  from: version('The older version; null where there is none before.'),
  to: z.string().meta({ description: 'The newer version.', examples: ['0b6a2c41d7f3'] }),
  same: z
    .int()
    .min(0)
    .meta({ description: 'Quotes that are the same in both.', examples: [9] }),
})
