import { z } from 'zod'
import { wordRule } from './article.ts'
import { listMembers } from './page.ts'
import { QuoteKind } from './quote.ts'
import { Words } from './words.ts'

const share = (what: string, example: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description: what, examples: [example] })

export const SpeakerLinks = z
  .object({
    self: z.string().meta({ description: 'The speaker.', examples: ['/v1/articles/a-title/speakers/anwar-ibrahim'] }),
    entity: z.string().meta({ description: 'The entity.', examples: ['/v1/articles/a-title/entities/anwar-ibrahim'] }),
    quotes: z.string().meta({
      description: 'What the speaker says.',
      examples: ['/v1/articles/a-title/quotes?speaker=anwar-ibrahim'],
    }),
  })
  .meta({ id: 'SpeakerLinks', description: 'Where to go from a speaker.' })

export const Speaker = z
  .object({
    entityId: z.string().meta({ description: 'The entity that speaks.', examples: ['anwar-ibrahim'] }),
    name: z.string().meta({ description: 'The full name.', examples: ['Anwar Ibrahim'] }),
    quotes: z
      .int()
      .min(0)
      .meta({ description: 'Direct and mixed quotes.', examples: [5] }),
    words: Words,
    shareOfBody: share('Quoted words of the speaker by the words of the body.', 0.1081),
    shareOfQuoted: share('Quoted words of the speaker by the quoted words of all speakers.', 0.3956),
    links: SpeakerLinks,
  })
  .meta({ id: 'Speaker', description: 'Somebody who speaks in the article, and how much.' })
export type Speaker = z.infer<typeof Speaker>

export const UnnamedSource = z
  .object({
    description: z
      .string()
      .meta({ description: 'The source, as the article describes it.', examples: ['regional analysts'] }),
    quotes: z
      .int()
      .min(0)
      .meta({ description: 'Direct and mixed quotes.', examples: [1] }),
    words: Words,
  })
  .meta({ id: 'UnnamedSource', description: 'A source that the article does not name.' })

export const Unattributed = z
  .object({
    quotes: z
      .int()
      .min(0)
      .meta({ description: 'Spans in marks that have no speaker.', examples: [1] }),
    words: z
      .int()
      .min(0)
      .meta({ description: 'Their words.', examples: [1] }),
  })
  .meta({ id: 'Unattributed', description: 'What is in marks and has no speaker.' })

export const SpeakerBasis = z
  .object({
    kinds: z
      .array(QuoteKind)
      .meta({ description: 'The kinds of quotes that are counted.', examples: [['direct', 'mixed']] }),
    bodyWords: z
      .int()
      .min(0)
      .meta({ description: 'Words in the body.', examples: [823] }),
    quotedWords: z
      .int()
      .min(0)
      .meta({ description: 'Quoted words that have a speaker.', examples: [225] }),
    unattributed: Unattributed,
    unnamed: z.array(UnnamedSource).meta({ description: 'Sources that the article does not name.' }),
    wordRule: z.string().meta({ description: 'How words are counted.', examples: [wordRule] }),
  })
  .meta({ id: 'SpeakerBasis', description: 'What the shares are shares of.' })
export type SpeakerBasis = z.infer<typeof SpeakerBasis>

export const SpeakerList = z
  .object({
    items: z.array(Speaker).meta({ description: 'The speakers of this page, in order.' }),
    ...listMembers,
    basis: SpeakerBasis,
  })
  .meta({ id: 'SpeakerList', description: 'A page of speakers.' })
