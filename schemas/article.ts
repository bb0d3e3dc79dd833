import { z } from 'zod'
import { Context } from './context.ts'
import { facets } from './facets.ts'
import { identity } from './metadata.ts'
import { pageOf } from './page.ts'
import { Passage } from './range.ts'

/** How words are counted, everywhere. */
export const wordRule = 'Intl.Segmenter en, word-like segments, body only'

export const QuotesByKind = z
  .object({
    direct: z
      .int()
      .min(0)
      .meta({ description: 'Statements in quotation marks.', examples: [9] }),
    mixed: z
      .int()
      .min(0)
      .meta({ description: 'Statements that are partly in marks.', examples: [1] }),
    indirect: z
      .int()
      .min(0)
      .meta({ description: 'Reported statements without marks.', examples: [0] }),
    scare: z
      .int()
      .min(0)
      .meta({ description: 'Words in marks that nobody states.', examples: [1] }),
  })
  .meta({ id: 'QuotesByKind', description: 'How many quotes of each kind.' })

export const Counts = z
  .object({
    words: z
      .int()
      .min(0)
      .meta({ description: 'Words in the body.', examples: [823] }),
    paragraphs: z
      .int()
      .min(0)
      .meta({ description: 'Blocks of the body.', examples: [23] }),
    quotes: z
      .int()
      .min(0)
      .meta({ description: 'Spans in quotation marks, scare quotes too.', examples: [11] }),
    quotesByKind: QuotesByKind,
    speakers: z
      .int()
      .min(0)
      .meta({ description: 'Speakers of what is in marks who are named.', examples: [4] }),
    entities: z
      .int()
      .min(0)
      .meta({ description: 'People, organisations, places and others named.', examples: [31] }),
  })
  .meta({ id: 'Counts', description: 'What the article holds, in numbers.' })
export type Counts = z.infer<typeof Counts>

export const TextLength = z
  .object({
    utf16: z
      .int()
      .min(0)
      .meta({ description: 'UTF-16 code units.', examples: [5692] }),
    codepoint: z
      .int()
      .min(0)
      .meta({ description: 'Unicode code points.', examples: [5692] }),
    utf8: z
      .int()
      .min(0)
      .meta({ description: 'Bytes of UTF-8.', examples: [5805] }),
  })
  .meta({ id: 'TextLength', description: 'The length of the text in each unit.' })
export type TextLength = z.infer<typeof TextLength>

export const TextInfo = z
  .object({
    href: z.string().meta({ description: 'Where the text is.', examples: ['/v1/articles/a-title/text'] }),
    length: TextLength,
    sha256: z.string().meta({
      description: 'SHA-256 of the UTF-8 bytes of the text, in hex.',
      examples: ['432a4fde1cbae2cae29a67360b8fd29a0d46f5d7db381bdd850584438a993563'],
    }),
  })
  .meta({ id: 'TextInfo', description: 'The text that all offsets index.' })

const href = (what: string, path: string) =>
  z.string().meta({ description: what, examples: [`/v1/articles/a-title${path}`] })

export const ArticleLinks = z
  .object({
    self: href('The article.', ''),
    text: href('Its text.', '/text'),
    metadata: href('Its metadata.', '/metadata'),
    blocks: href('Its blocks.', '/blocks'),
    quotes: href('Its quotes.', '/quotes'),
    speakers: href('Its speakers.', '/speakers'),
    entities: href('Its entities.', '/entities'),
    versions: href('Its versions.', '/versions'),
    citeAs: href('The version to cite: it does not change.', '/versions/432a4fde1cba'),
  })
  .meta({ id: 'ArticleLinks', description: 'Where to go from the article.' })
export type ArticleLinks = z.infer<typeof ArticleLinks>

export const Article = z
  .object({
    ...identity,
    counts: Counts,
    wordRule: z.string().meta({ description: 'How words are counted.', examples: [wordRule] }),
    text: TextInfo,
    links: ArticleLinks,
  })
  .meta({ id: 'Article', description: 'One article: what it is, what it holds, and what is not known about it.' })
export type Article = z.infer<typeof Article>

export const PublisherName = z
  .object({ name: z.string().meta({ description: 'The name of the publisher.', examples: ['BenarNews'] }) })
  .meta({ id: 'PublisherName', description: 'Who published the article.' })

export const Highlight = z
  .object({ ...Passage.shape, context: Context })
  .meta({ id: 'Highlight', description: 'Words that were searched for, with their place and what stands around them.' })

export const ArticleSummary = z
  .object({
    id: identity.id,
    title: identity.title,
    version: identity.version,
    publisher: PublisherName.nullable().meta({ description: 'Who published it; null when it does not say.' }),
    publishedAt: identity.publishedAt,
    language: identity.language,
    counts: Counts,
    highlights: z.array(Highlight).meta({
      description: 'Where words of `q` stand first, in the title or the body: at most five places. Empty without `q`.',
      examples: [[]],
    }),
    links: ArticleLinks,
  })
  .meta({ id: 'ArticleSummary', description: 'An article in a list.' })
export type ArticleSummary = z.infer<typeof ArticleSummary>

export const ArticleList = pageOf(ArticleSummary, 'ArticleList', 'articles', { facets })
