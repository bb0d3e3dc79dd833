import { z } from 'zod'
import { Context } from './context.ts'
import { pageOf } from './page.ts'
import { Passage, Range } from './range.ts'
import { Unknowns } from './unknown.ts'
import { Words } from './words.ts'

export const quoteKinds = ['direct', 'mixed', 'indirect', 'scare'] as const

export const QuoteKind = z.enum(quoteKinds).meta({
  id: 'QuoteKind',
  description:
    'direct: the words in marks are the statement. mixed: the statement is partly in marks. ' +
    'indirect: a reported statement without marks. scare: marks that are not speech.',
  examples: ['direct'],
})
export type QuoteKind = z.infer<typeof QuoteKind>

export const QuoteSpeaker = z
  .object({
    entityId: z
      .string()
      .nullable()
      .meta({
        description: 'The entity that speaks; null when the source is not named or cannot be resolved.',
        examples: ['julia-roknifard'],
      }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'The full name; null without an entity.', examples: ['Julia Roknifard'] }),
    description: z
      .string()
      .nullable()
      .meta({
        description:
          'What the article says of a source that it does not name, such as “two officials”; null for named ones.',
        examples: [null],
      }),
    mention: Passage.meta({ description: 'The phrase that is printed beside the quote, a pronoun too.' }),
    role: Passage.nullable().meta({ description: 'The role that the article gives the speaker.' }),
  })
  .meta({ id: 'QuoteSpeaker', description: 'Who says the quote.' })
export type QuoteSpeaker = z.infer<typeof QuoteSpeaker>

export const Party = z
  .object({
    text: Passage.shape.text,
    range: Range,
    entityId: z
      .string()
      .nullable()
      .meta({ description: 'The entity; null when it is not one.', examples: ['benarnews'] }),
  })
  .meta({ id: 'Party', description: 'Somebody the words were said to, or came through.' })
export type Party = z.infer<typeof Party>

export const Evidence = z
  .object({
    type: z.string().meta({
      description: 'What it is: cue, mention, antecedent, previous-quote, or one that comes later.',
      examples: ['cue'],
    }),
    quoteId: z
      .string()
      .optional()
      .meta({ description: 'The quote that it leans on.', examples: ['6147c18f'] }),
    text: z
      .string()
      .optional()
      .meta({ description: 'The words, exactly as printed.', examples: ['told'] }),
    range: Range.optional().meta({ description: 'Their place.' }),
  })
  .meta({ id: 'Evidence', description: 'One thing in the article that shows who speaks.' })
export type Evidence = z.infer<typeof Evidence>

export const Alternative = z
  .object({
    entityId: z
      .string()
      .nullable()
      .meta({ description: 'The entity.', examples: ['anwar-ibrahim'] }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'The full name.', examples: ['Anwar Ibrahim'] }),
    mention: Passage.meta({ description: 'The phrase in the article.' }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Its calibrated probability.', examples: [null] }),
  })
  .meta({ id: 'Alternative', description: 'Another speaker who was considered.' })
export type Alternative = z.infer<typeof Alternative>

export const Attribution = z
  .object({
    method: z
      .string()
      .nullable()
      .meta({ description: 'The rule that found the speaker; null with no speaker.', examples: ['name-told'] }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({
        description: 'The calibrated probability that the speaker is right; null where no calibrated model gave one.',
        examples: [null],
      }),
    extractor: z.string().meta({ description: 'The version of the extractor.', examples: ['rules-1'] }),
    evidence: z.array(Evidence).optional().meta({ description: 'With `include=evidence`: what shows it.' }),
    alternatives: z
      .array(Alternative)
      .optional()
      .meta({ description: 'With `include=alternatives`: who else was considered, the likeliest first.' }),
  })
  .meta({ id: 'Attribution', description: 'How the speaker was found, and how sure that is.' })
export type Attribution = z.infer<typeof Attribution>

export const QuoteRights = z
  .object({
    copyrightHolder: z
      .string()
      .nullable()
      .meta({ description: 'Who holds the copyright.', examples: ['BenarNews'] }),
    license: z
      .string()
      .nullable()
      .meta({ description: 'The URL of the licence.', examples: [null] }),
  })
  .meta({ id: 'QuoteRights', description: 'The rights of the article, short.' })

export const QuoteLinks = z
  .object({
    self: z.string().meta({ description: 'The quote.', examples: ['/v1/articles/a-title/quotes/6147c18f'] }),
    citeAs: z.string().meta({
      description: 'The quote in the version that it was read in: the link to cite.',
      examples: ['/v1/articles/a-title/versions/432a4fde1cba/quotes/6147c18f'],
    }),
    article: z.string().meta({ description: 'The article.', examples: ['/v1/articles/a-title'] }),
    html: z.string().meta({
      description: 'The quote in its place on the page of the article.',
      examples: ['/v1/articles/a-title.html#q-6147c18f'],
    }),
    sourceTextFragment: z
      .string()
      .nullable()
      .meta({
        description: 'The published page with the quote highlighted (a text fragment); null when its URL is not known.',
        examples: [null],
      }),
  })
  .meta({ id: 'QuoteLinks', description: 'Where to go from a quote.' })

export const Quote = z
  .object({
    id: z.string().meta({
      description: 'The first 8 hex digits of the SHA-256 of its words; a repeat in the article gets -2.',
      examples: ['6147c18f'],
    }),
    ordinal: z
      .int()
      .min(1)
      .nullable()
      .meta({
        description: 'Its number among the quotes in marks, from 1; null on an indirect one.',
        examples: [8],
      }),
    kind: QuoteKind,
    text: z.string().meta({
      description: 'The quote with its marks, exactly as printed.',
      examples: ['“We do differ with some of their policies, but overall they are still friends,”'],
    }),
    range: Range,
    segments: z
      .array(Range)
      .meta({ description: 'The whole statement: of a mixed quote, the words before the marks too.' }),
    paragraph: z
      .int()
      .min(0)
      .meta({ description: 'The number of its block in the body, from 1; 0 in the headline.', examples: [19] }),
    words: Words,
    interpolations: z.array(Passage).meta({ description: 'What an editor put in brackets.', examples: [[]] }),
    elisions: z.array(Passage).meta({ description: 'Where an editor left words out.', examples: [[]] }),
    speaker: QuoteSpeaker.nullable().meta({
      description: 'Who says it; null, with a reason, where that is not known.',
    }),
    cue: Passage.nullable().meta({ description: 'The word that marks it as speech, such as “said”.' }),
    addressee: Party.nullable().meta({ description: 'Whom it was said to.' }),
    via: z.array(Party).meta({ description: 'Who reported it in between.', examples: [[]] }),
    continues: z
      .string()
      .nullable()
      .meta({ description: 'The quote that it carries on.', examples: [null] }),
    attribution: Attribution,
    context: Context.optional().meta({ description: 'With `include=context`: the text on both sides.' }),
    rights: QuoteRights,
    unknown: Unknowns,
    links: QuoteLinks,
  })
  .meta({ id: 'Quote', description: 'What somebody said, word for word, with the places that show it.' })
export type Quote = z.infer<typeof Quote>

export const QuoteList = pageOf(Quote, 'QuoteList', 'quotes')
