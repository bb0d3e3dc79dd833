import { z } from 'zod'
import { Range } from './range.ts'
import { Unknowns } from './unknown.ts'

export const Author = z
  .object({ name: z.string().meta({ description: 'The name as printed.', examples: ['Iman Muttaqin Yusof'] }) })
  .meta({ id: 'Author', description: 'One author of the article.' })
export type Author = z.infer<typeof Author>

export const Byline = z
  .object({
    text: z.string().meta({ description: 'The byline as printed.', examples: ['By Iman Muttaqin Yusof'] }),
    authors: z.array(Author).meta({ description: 'The authors it names, in order.' }),
    range: Range.nullable().meta({ description: 'Its place; null when it is not printed in the text.' }),
  })
  .meta({ id: 'Byline', description: 'Who wrote the article, as the article says it.' })
export type Byline = z.infer<typeof Byline>

export const Publisher = z
  .object({
    name: z.string().meta({ description: 'The name of the publisher.', examples: ['BenarNews'] }),
    range: Range.nullable().meta({ description: 'Where the text says so; null when it is not printed in the text.' }),
  })
  .meta({ id: 'Publisher', description: 'Who published the article.' })
export type Publisher = z.infer<typeof Publisher>

export const Rights = z
  .object({
    copyrightHolder: z
      .string()
      .nullable()
      .meta({ description: 'Who holds the copyright.', examples: ['BenarNews'] }),
    notice: z
      .string()
      .nullable()
      .meta({
        description: 'The copyright notice as printed.',
        examples: ['Copyright BenarNews. Used with the permission of BenarNews'],
      }),
    range: Range.nullable().meta({ description: 'Where the notice stands.' }),
    license: z
      .string()
      .nullable()
      .meta({ description: 'The URL of the licence.', examples: [null] }),
    usageTerms: z
      .string()
      .nullable()
      .meta({ description: 'The terms of use, in words.', examples: [null] }),
  })
  .meta({ id: 'Rights', description: 'Who owns the article and what may be done with it.' })
export type Rights = z.infer<typeof Rights>

export const LeadImage = z
  .object({
    url: z
      .string()
      .meta({ description: 'Where the picture is. It is never fetched.', examples: ['https://quay.example/i/1.jpg'] }),
    caption: z
      .string()
      .nullable()
      .meta({ description: 'What the caption says.', examples: ['Lorries wait at the harbour gate.'] }),
    credit: z
      .string()
      .nullable()
      .meta({ description: 'Whose picture it is.', examples: ['Ana Ruiz/Quay Photo'] }),
    alt: z
      .string()
      .nullable()
      .meta({ description: 'What it shows, for those who do not see it.', examples: [null] }),
  })
  .meta({ id: 'LeadImage', description: 'The picture that stands for the article.' })
export type LeadImage = z.infer<typeof LeadImage>

/** Who may read the article where it was published. An open list. */
export const accesses = ['free', 'metered', 'paid'] as const

export const Access = z.enum(accesses).meta({
  id: 'Access',
  description: 'Who may read it where it was published: free (everybody), metered (everybody, a few times), paid.',
  examples: ['free'],
})
export type Access = z.infer<typeof Access>

/** Where a value was read. An open list. */
export const origins = ['jsonld', 'og', 'meta', 'microdata', 'time', 'dom', 'text', 'inferred'] as const

export const Origin = z.enum(origins).meta({
  id: 'Origin',
  description: 'Where a value was read.',
  examples: ['text'],
})
export type Origin = z.infer<typeof Origin>

export const Conflict = z
  .object({
    from: Origin,
    value: z.string().meta({ description: 'The value that was not taken.', examples: ['Verbatim News'] }),
  })
  .meta({ id: 'Conflict', description: 'Another value for the same field that lost.' })

export const Provenance = z
  .object({
    from: Origin,
    range: Range.nullable().meta({ description: 'Its place in the text; null when it is not printed there.' }),
    conflicts: z.array(Conflict).meta({ description: 'Values that lost against it.', examples: [[]] }),
  })
  .meta({ id: 'Provenance', description: 'Where a value comes from.' })
export type Provenance = z.infer<typeof Provenance>

/** The fields that say what the article is, shared by the article and its metadata. */
export const identity = {
  id: z.string().meta({
    description: 'Made of the title; it survives edits of the text.',
    examples: ['malaysian-pm-anwar-meets-hamas-leaders-in-qatar-amid-us-concerns'],
  }),
  version: z.string().meta({
    description: 'The first 12 hex digits of the SHA-256 of the text: it changes when the text does.',
    examples: ['432a4fde1cba'],
  }),
  title: z
    .string()
    .nullable()
    .meta({
      description: 'The headline.',
      examples: ['Malaysian PM Anwar Meets Hamas Leaders In Qatar Amid US Concerns'],
    }),
  language: z
    .string()
    .nullable()
    .meta({ description: 'The language of the text (BCP 47).', examples: ['en'] }),
  standfirst: z
    .string()
    .nullable()
    .meta({ description: 'The summary that goes with the headline.', examples: [null] }),
  byline: Byline.nullable().meta({ description: 'Who wrote it; null when it does not say.' }),
  publisher: Publisher.nullable().meta({ description: 'Who published it; null when it does not say.' }),
  sourceUrl: z
    .string()
    .nullable()
    .meta({ description: 'Where it was published (canonical URL).', examples: [null] }),
  publishedAt: z
    .string()
    .nullable()
    .meta({
      description: 'When it was published: ISO 8601, with the precision and the zone that the source states.',
      examples: [null],
    }),
  modifiedAt: z
    .string()
    .nullable()
    .meta({
      description: 'When it was last changed: ISO 8601, with the precision and the zone that the source states.',
      examples: [null],
    }),
  section: z
    .string()
    .nullable()
    .meta({ description: 'The part of the publication that it stands in.', examples: [null] }),
  keywords: z
    .array(z.string())
    .nullable()
    .meta({ description: 'Words that the publisher filed it under, in order.', examples: [null] }),
  image: LeadImage.nullable().meta({ description: 'Its lead picture; null when there is none.' }),
  access: Access.nullable().meta({
    description:
      'Who may read it where it was published: free (everybody), metered (everybody, a few times), paid; null when the source does not say.',
  }),
  rights: Rights,
  unknown: Unknowns,
}

export const MetadataLinks = z
  .object({
    self: z.string().meta({ description: 'This metadata.', examples: ['/v1/articles/a-title/metadata'] }),
    article: z.string().meta({ description: 'The article.', examples: ['/v1/articles/a-title'] }),
  })
  .meta({ id: 'MetadataLinks', description: 'Where to go from the metadata.' })

export const Metadata = z
  .object({
    ...identity,
    provenance: z.record(z.string(), Provenance).meta({
      id: 'Provenances',
      description: 'One entry for each field that has a value, by its dotted path.',
      examples: [{ title: { from: 'text', range: { start: 0, end: 64, unit: 'utf16' }, conflicts: [] } }],
    }),
    links: MetadataLinks,
  })
  .meta({
    id: 'Metadata',
    description: 'What is known about the article, where each value comes from, and what is not known.',
  })
export type Metadata = z.infer<typeof Metadata>
