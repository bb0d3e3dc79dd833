import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { EntityType } from './entity.ts'
import { facets } from './facets.ts'
import { pageOf } from './page.ts'
import { Quote } from './quote.ts'
import { Range } from './range.ts'
import { Words } from './words.ts'

export const QuoteArticle = ArticleSummary.pick({
  id: true,
  title: true,
  version: true,
  publisher: true,
  publishedAt: true,
}).meta({ id: 'QuoteArticle', description: 'The article that a quote stands in.' })

export const ArchiveQuote = Quote.extend({
  article: QuoteArticle,
  highlights: z.array(Range).meta({
    description:
      'Where the words of `q` stand in the quote, as stretches of the text of its article; empty without `q`.',
    examples: [[]],
  }),
}).meta({ id: 'ArchiveQuote', description: 'A quote, with the article that it stands in.' })
export type ArchiveQuote = z.infer<typeof ArchiveQuote>

export const ArchiveQuoteList = pageOf(ArchiveQuote, 'ArchiveQuoteList', 'quotes', { facets })

export const SameBy = z.enum(['link', 'name']).meta({
  id: 'SameBy',
  description:
    'link: each article links it to the same Wikidata item, so it is the same one. name: it has the same type and name in each, and may be somebody else of that name.',
  examples: ['name'],
})

const count = (what: string, example: number) =>
  z
    .int()
    .min(0)
    .meta({ description: what, examples: [example] })

export const ArchiveEntityCounts = z
  .object({
    articles: count('Articles that name it.', 1),
    mentions: count('Mentions in all of them.', 16),
    quotes: count('Quotes that it says in all of them.', 5),
  })
  .meta({ id: 'ArchiveEntityCounts', description: 'How often an entity occurs and speaks in all articles.' })

export const ArchiveEntityLinks = z
  .object({
    articles: z.string().meta({
      description: 'The articles that name it.',
      examples: ['/v1/articles?entity=person-ismail-haniyeh'],
    }),
    quotes: z
      .string()
      .nullable()
      .meta({ description: 'What it says; null when it says nothing.', examples: [null] }),
  })
  .meta({ id: 'ArchiveEntityLinks', description: 'Where to go from an entity of all articles.' })

const id = z.string().meta({
  description: 'Its Wikidata item where articles link it, else its type and name; `speaker` and `entity` take it.',
  examples: ['person-ismail-haniyeh'],
})

export const ArchiveEntity = z
  .object({
    id,
    type: EntityType,
    name: z.string().meta({ description: 'The fullest name in any article.', examples: ['Ismail Haniyeh'] }),
    sameBy: SameBy,
    wikidata: z
      .string()
      .nullable()
      .meta({ description: 'Its Wikidata item; null where no article links it.', examples: [null] }),
    counts: ArchiveEntityCounts,
    links: ArchiveEntityLinks,
  })
  .meta({ id: 'ArchiveEntity', description: 'A person, an organisation, a place … in all articles that name it.' })
export type ArchiveEntity = z.infer<typeof ArchiveEntity>

export const ArchiveEntityList = pageOf(ArchiveEntity, 'ArchiveEntityList', 'entities')

export const ArchiveSpeakerLinks = z
  .object({
    entity: z.string().meta({ description: 'The entity.', examples: ['/v1/entities?entity=person-anwar-ibrahim'] }),
    quotes: z.string().meta({ description: 'What it says.', examples: ['/v1/quotes?speaker=person-anwar-ibrahim'] }),
    articles: z.string().meta({
      description: 'The articles that it speaks in.',
      examples: ['/v1/articles?speaker=person-anwar-ibrahim'],
    }),
  })
  .meta({ id: 'ArchiveSpeakerLinks', description: 'Where to go from a speaker of all articles.' })

export const ArchiveSpeaker = z
  .object({
    entityId: id.meta({ description: id.description, examples: ['person-anwar-ibrahim'] }),
    name: z.string().meta({ description: 'The fullest name in any article.', examples: ['Anwar Ibrahim'] }),
    sameBy: SameBy,
    articles: count('Articles that it speaks in.', 1),
    quotes: count('Direct and mixed quotes.', 5),
    words: Words,
    links: ArchiveSpeakerLinks,
  })
  .meta({ id: 'ArchiveSpeaker', description: 'Somebody who speaks, and how much, in all articles that are selected.' })
export type ArchiveSpeaker = z.infer<typeof ArchiveSpeaker>

export const ArchiveSpeakerList = pageOf(ArchiveSpeaker, 'ArchiveSpeakerList', 'speakers')
