import { hash } from 'node:crypto'
import { wordRule } from '#/schemas/article.ts'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'

type Told = {
  path?: string
  title?: string | null
  text?: string
  sourceUrl?: string | null
  publishedAt?: string | null
  extractor?: string
}

/** The record of a small article, whole and valid: one paragraph, and all of it is one quote. */
export function recordOf({
  path = 'a.txt',
  title = 'A title',
  text = '“Yes,” he said.',
  ...told
}: Told = {}): ArticleRecord {
  const sha256 = hash('sha256', text)
  const range = { start: 0, end: text.length, unit: 'utf16' as const }
  const nothing = { reason: 'not-in-source' as const, found: [] }
  return {
    source: {
      path,
      mediaType: 'text/plain',
      charset: 'utf-8',
      sha256: hash('sha256', `bytes of ${text}`),
      warnings: [],
    },
    article: {
      id: slugOf(title ?? text),
      version: sha256.slice(0, 12),
      title,
      standfirst: null,
      language: null,
      byline: null,
      publisher: null,
      sourceUrl: told.sourceUrl ?? null,
      publishedAt: told.publishedAt ?? null,
      modifiedAt: null,
      section: null,
      keywords: null,
      image: null,
      access: null,
      rights: { copyrightHolder: null, notice: null, range: null, license: null, usageTerms: null },
      unknown: { language: nothing, byline: nothing, publisher: nothing },
      counts: {
        words: 3,
        paragraphs: 1,
        quotes: 1,
        quotesByKind: { direct: 1, mixed: 0, indirect: 0, scare: 0 },
        speakers: 0,
        entities: 0,
      },
      wordRule,
      text: { length: { utf16: text.length, codepoint: [...text].length, utf8: Buffer.byteLength(text) }, sha256 },
    },
    provenance: {},
    text,
    blocks: [{ kind: 'paragraph', range }],
    quotes: [quoteOf(text, sha256.slice(0, 8), told.extractor ?? 'rules-0')],
    entities: [],
  }
}

const quoteOf = (text: string, id: string, extractor: string): QuoteRecord => {
  const range = { start: 0, end: text.length, unit: 'utf16' as const }
  return {
    id,
    ordinal: 1,
    kind: 'direct',
    text,
    range,
    segments: [range],
    paragraph: 1,
    words: { total: 1, verbatim: 1, interpolated: 0 },
    interpolations: [],
    elisions: [],
    speaker: null,
    cue: null,
    addressee: null,
    via: [],
    continues: null,
    attribution: { method: null, confidence: null, extractor },
    rights: { copyrightHolder: null, license: null },
    unknown: { speaker: { reason: 'not-stated', found: [] } },
  }
}

type Story = Told & { said: string; speaker: string; wikidata?: string }

/** A record in which somebody says something: `{ said: '“Yes,” said Bo Olsen.', speaker: 'Bo Olsen' }`. */
export function storyOf({ said, speaker, wikidata, ...told }: Story): ArticleRecord {
  const record = recordOf({ ...told, text: said })
  const passage = (words: string) => {
    const start = said.indexOf(words)
    return { text: words, range: { start, end: start + words.length, unit: 'utf16' as const } }
  }
  const { text, range } = passage(/“[^”]*”/u.exec(said)![0])
  const mention = passage(speaker)
  const id = slugOf(speaker)
  const entity: EntityRecord = {
    id,
    type: 'person',
    name: speaker,
    aliases: [],
    title: null,
    role: null,
    date: null,
    mentions: [{ ...mention, form: 'name', inQuote: null }],
    counts: { mentions: 1, quotes: 1 },
    salience: 1,
    parts: ['speaker'],
    identifiers: { wikidata: wikidata ?? null, wikipedia: null, iso3166: null, geonames: null, confidence: null },
    unknown: {},
  }
  const quote: QuoteRecord = {
    ...record.quotes[0]!,
    id: hash('sha256', text).slice(0, 8),
    text,
    range,
    segments: [range],
    speaker: { entityId: id, name: speaker, description: null, mention, role: null },
  }
  return { ...record, quotes: [quote], entities: [entity] }
}

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'untitled'
