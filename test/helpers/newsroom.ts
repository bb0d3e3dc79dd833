import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { EntityType } from '#/schemas/entity.ts'
import type { QuoteKind } from '#/schemas/quote.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import { slug } from '#/src/text/slug.ts'
import { recordOf as plainRecord } from './record.ts'

/** How large the world is that articles are written about. */
export type World = {
  seed: number
  people: number
  places: number
  words: number
  quotes: number
  paragraphWords: number
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const shippedWords = [
  ...new Set(
    readFileSync(new URL('../../data/articles/benarnews-anwar-qatar.txt', import.meta.url), 'utf8').match(
      /[\p{L}’]+/gu,
    ),
  ),
]
const syllables = [
  'ka',
  'lin',
  'do',
  'mer',
  'sa',
  'tor',
  'vi',
  'ny',
  'bré',
  'ost',
  'hal',
  'ø',
  'ßen',
  'fi',
  'gu',
  'ram',
]
const publishers: (string | null)[] = ['The Quay Post', 'Élan News', 'Ystad Allehanda', 'Harbour Wire', null]
const languages: (string | null)[] = ['en', 'en-GB', 'sv', 'de', null]
const kinds: readonly QuoteKind[] = ['direct', 'direct', 'direct', 'mixed', 'indirect', 'scare']

/**
 * Articles about an invented world, whole and valid: people who say things, places that are named, dates, publishers.
 * Their words are those of the article that the service ships and invented ones, common and rare as words are (Zipf).
 */
export function newsroom(world: World) {
  const random = numbers(world.seed)
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  /** Few are named often, and most hardly ever. */
  const often = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] ?? list[0]!
  const invented = (length: number) => Array.from({ length }, () => pick(syllables)).join('')
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const words = Array.from({ length: world.words }, (_, n) => shippedWords[n] ?? `${invented(2 + (n % 3))}`)
  const people = Array.from({ length: world.people }, (_, n) => ({
    name: `${capital(invented(2))} ${capital(invented(3))}`,
    wikidata: n % 4 === 0 ? `Q${1000 + n}` : null,
  }))
  const places = Array.from({ length: world.places }, (_, n) => ({
    name: capital(invented(3)),
    wikidata: n % 2 === 0 ? `Q${900_000 + n}` : null,
  }))
  const sentence = (length: number) => Array.from({ length }, () => often(words)).join(' ')

  /** The nth article, in one of its versions. */
  return function article(n: number, version = 0): ArticleRecord {
    const title = capital(sentence(3 + below(4)))
    let text = title
    const blocks: ArticleRecord['blocks'] = [{ kind: 'title', range: range(0, title.length) }]
    const quotes: QuoteRecord[] = []
    const named = new Map<string, EntityRecord>()
    const say = (words: string): Range => {
      text += words
      return range(text.length - words.length, text.length)
    }
    const mention = ({ name, wikidata }: { name: string; wikidata: string | null }, type: EntityType): EntityRecord => {
      const entity = named.get(name) ?? entityOf(name, type, wikidata, [...named.values()])
      const spoken = type === 'person' && random() < 0.3 && entity.aliases.length > 0 ? entity.aliases[0]! : name
      entity.mentions.push({ text: spoken, range: say(spoken), form: 'name', inQuote: null })
      entity.counts.mentions++
      named.set(name, entity)
      return entity
    }
    const count = below(2 * world.quotes + 1)
    for (let paragraph = 1; paragraph <= count; paragraph++) {
      text += '\n\n'
      const start = text.length
      say(`${capital(sentence(world.paragraphWords))} `)
      const from = text.length
      say(`“${capital(sentence(3 + below(20)))} `)
      if (random() < 0.3) {
        mention(often(places), 'place')
        say(' ')
      }
      const own = range(from, say(`${sentence(2)},”`).end)
      const kind = pick(kinds)
      const quote = quoteOf(text.slice(own.start, own.end), own, { kind, paragraph, ordinal: quotes.length + 1 })
      say(' said ')
      if (kind !== 'scare' && random() < 0.9) {
        const speaker = mention(often(people), 'person')
        speaker.counts.quotes++
        const { text: printed, range: place } = speaker.mentions.at(-1)!
        quote.speaker = {
          entityId: speaker.id,
          name: speaker.name,
          description: null,
          mention: { text: printed, range: place },
          role: null,
        }
        quote.attribution.confidence = below(100) / 100
      }
      say('.')
      quote.id += quotes.some(({ id }) => id === quote.id) ? `-${paragraph}` : ''
      quotes.push(quote)
      blocks.push({ kind: 'paragraph', range: range(start, text.length) })
    }
    text += `\n\nArticle ${n}, version ${version}.`
    return recordOf({ n, title, text, blocks, quotes, entities: [...named.values()], published: publishedAt() })
  }

  function publishedAt(): string | null {
    if (random() < 0.1) return null
    const day = new Date(Date.UTC(2015 + below(12), below(12), 1 + below(28), below(24), below(60))).toISOString()
    return random() < 0.3 ? day.slice(0, 10) : day
  }

  function recordOf(told: {
    n: number
    title: string
    text: string
    blocks: ArticleRecord['blocks']
    quotes: QuoteRecord[]
    entities: EntityRecord[]
    published: string | null
  }): ArticleRecord {
    const { text, quotes, entities } = told
    const sha256 = hash('sha256', text)
    const publisher = pick(publishers)
    const by = (kind: QuoteKind) => quotes.filter((quote) => quote.kind === kind).length
    const plain = plainRecord({ path: `${told.n}.txt`, title: told.title, text, publishedAt: told.published })
    return {
      ...plain,
      source: { ...plain.source, sha256 },
      article: {
        ...plain.article,
        id: slug(told.title),
        language: pick(languages),
        publisher: publisher === null ? null : { name: publisher, range: null },
        counts: {
          words: text.split(/\s+/u).length,
          paragraphs: told.blocks.length - 1,
          quotes: quotes.length,
          quotesByKind: { direct: by('direct'), mixed: by('mixed'), indirect: by('indirect'), scare: by('scare') },
          speakers: entities.filter(({ counts }) => counts.quotes > 0).length,
          entities: entities.length,
        },
      },
      blocks: told.blocks,
      quotes,
      entities,
    }
  }
}

const range = (start: number, end: number): Range => ({ start, end, unit: 'utf16' })

function quoteOf(
  text: string,
  own: Range,
  { kind, paragraph, ordinal }: { kind: QuoteKind; paragraph: number; ordinal: number },
): QuoteRecord {
  const total = text.split(/\s+/u).length
  return {
    id: hash('sha256', text).slice(0, 8),
    ordinal,
    kind,
    text,
    range: own,
    segments: [own],
    paragraph,
    words: { total, verbatim: total, interpolated: 0 },
    interpolations: [],
    elisions: [],
    speaker: null,
    cue: null,
    addressee: null,
    via: [],
    continues: null,
    attribution: { method: null, confidence: null, extractor: 'newsroom' },
    rights: { copyrightHolder: null, license: null },
    unknown: {},
  }
}

function entityOf(
  name: string,
  type: EntityType,
  wikidata: string | null,
  others: readonly EntityRecord[],
): EntityRecord {
  const id = slug(name)
  const again = others.filter((other) => other.id === id || other.id.startsWith(`${id}-`)).length
  return {
    id: again === 0 ? id : `${id}-${again + 1}`,
    type,
    name,
    aliases: type === 'person' ? [name.split(' ').at(-1)!] : [],
    title: null,
    role: null,
    date: null,
    mentions: [],
    counts: { mentions: 0, quotes: 0 },
    salience: 0.5,
    parts: ['mentioned'],
    identifiers: { wikidata, wikipedia: null, iso3166: null, geonames: null, confidence: null },
    unknown: {},
  }
}
