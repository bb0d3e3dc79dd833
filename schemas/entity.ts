import { z } from 'zod'
import { pageOf } from './page.ts'
import { Passage, Range } from './range.ts'
import { Unknowns } from './unknown.ts'

export const entityTypes = ['person', 'organization', 'place', 'facility', 'group', 'event', 'date'] as const

export const EntityType = z.enum(entityTypes).meta({
  id: 'EntityType',
  description: 'What an entity is; a group is a nationality, a religion or a political group.',
  examples: ['person'],
})
export type EntityType = z.infer<typeof EntityType>

export const mentionForms = ['name', 'pronoun', 'nominal'] as const

export const MentionForm = z.enum(mentionForms).meta({
  id: 'MentionForm',
  description: 'How it is mentioned: by name, by a pronoun, or by a description (“the prime minister”).',
  examples: ['name'],
})
export type MentionForm = z.infer<typeof MentionForm>

export const entityParts = ['speaker', 'subject', 'mentioned'] as const

export const EntityPart = z.enum(entityParts).meta({
  id: 'EntityPart',
  description:
    'What an entity does in the article: it speaks, the article is about it (salience 0.7 or more), or it is mentioned and neither.',
  examples: ['speaker'],
})
export type EntityPart = z.infer<typeof EntityPart>

export const datePrecisions = ['day', 'week', 'month', 'season', 'quarter', 'year', 'decade', 'century'] as const

export const DatePrecision = z.enum(datePrecisions).meta({
  id: 'DatePrecision',
  description: 'How exactly a date is told. Of a span of time it is the precision of its two ends.',
  examples: ['day'],
})
export type DatePrecision = z.infer<typeof DatePrecision>

export const EntityDate = z
  .object({
    value: z.string().meta({
      description:
        'ISO 8601: a day `2023-10-07`, a week `2024-W20`, a month `2023-12`, a year `2023`, a season `2023-22` (ISO 8601-2: 21 spring to 24 winter), or a span with both ends included `2010/2015`.',
      examples: ['2023-10-07'],
    }),
    precision: DatePrecision,
  })
  .meta({ id: 'EntityDate', description: 'What a date is by the calendar.' })
export type EntityDate = z.infer<typeof EntityDate>

export const Mention = z
  .object({
    text: z.string().meta({ description: 'The mention, exactly as printed.', examples: ['Ismail Haniyeh'] }),
    range: Range,
    form: MentionForm,
    inQuote: z
      .string()
      .nullable()
      .meta({
        description: 'The quote in marks that it stands in; null elsewhere, in reported speech too.',
        examples: ['153ef0da'],
      }),
  })
  .meta({ id: 'Mention', description: 'One place where an entity is mentioned.' })
export type Mention = z.infer<typeof Mention>

export const Identifiers = z
  .object({
    wikidata: z
      .string()
      .nullable()
      .meta({ description: 'Wikidata item.', examples: ['Q57663'] }),
    wikipedia: z
      .string()
      .nullable()
      .meta({ description: 'URL of an article in Wikipedia.', examples: [null] }),
    iso3166: z
      .string()
      .nullable()
      .meta({ description: 'ISO 3166 code of a country or region.', examples: [null] }),
    geonames: z
      .string()
      .nullable()
      .meta({ description: 'GeoNames id of a place.', examples: [null] }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'How sure the link is.', examples: [null] }),
  })
  .meta({ id: 'Identifiers', description: 'What others call the same thing.' })

export const EntityCounts = z
  .object({
    mentions: z
      .int()
      .min(0)
      .meta({ description: 'Mentions in the article.', examples: [16] }),
    quotes: z
      .int()
      .min(0)
      .meta({ description: 'Quotes that it says.', examples: [5] }),
  })
  .meta({ id: 'EntityCounts', description: 'How often an entity occurs and speaks.' })

export const EntityLinks = z
  .object({
    self: z.string().meta({ description: 'The entity.', examples: ['/v1/articles/a-title/entities/ismail-haniyeh'] }),
    article: z.string().meta({ description: 'The article.', examples: ['/v1/articles/a-title'] }),
    quotes: z
      .string()
      .nullable()
      .meta({
        description: 'What it says in the article; null when it says nothing.',
        examples: ['/v1/articles/a-title/quotes?speaker=ismail-haniyeh'],
      }),
  })
  .meta({ id: 'EntityLinks', description: 'Where to go from an entity.' })

export const Entity = z
  .object({
    id: z.string().meta({ description: 'Made of the name, unique in the article.', examples: ['ismail-haniyeh'] }),
    type: EntityType,
    name: z.string().meta({ description: 'The fullest name in the article.', examples: ['Ismail Haniyeh'] }),
    aliases: z.array(z.string()).meta({ description: 'Its other names in the article.', examples: [['Haniyeh']] }),
    title: Passage.nullable().meta({
      description: 'The title or office that is printed right before the name: “Treasury Secretary”.',
    }),
    role: Passage.nullable().meta({
      description: 'What the article says that it is, beside the name: “the mayor of Ystad”.',
    }),
    date: EntityDate.nullable().meta({
      description:
        'Of an entity of the type date what it is by the calendar; null with a reason where the article does not say, and null on every other type.',
      examples: [null],
    }),
    mentions: z.array(Mention).meta({ description: 'Every place where it is mentioned, in order.' }),
    counts: EntityCounts,
    salience: z
      .number()
      .min(0)
      .max(1)
      .meta({
        description:
          'How much the article is about it: 0.6 × its paragraphs by those of the entity with most, and 0.4 by the number of its first paragraph; what the headline names is moved half of the way to 1.',
        examples: [0.125],
      }),
    parts: z
      .array(EntityPart)
      .meta({ description: 'What it does in the article, one or two.', examples: [['speaker', 'subject']] }),
    identifiers: Identifiers,
    unknown: Unknowns,
    links: EntityLinks,
  })
  .meta({ id: 'Entity', description: 'A person, an organisation, a place … that the article names.' })
export type Entity = z.infer<typeof Entity>

export const EntityList = pageOf(Entity, 'EntityList', 'entities')
