import { hash } from 'node:crypto'
import type { EntityType } from '#/schemas/entity.ts'
import type { Passage, Range } from '#/schemas/range.ts'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import { recordOf } from './record.ts'

/** A text in which the three units of offsets differ from the headline on. */
export const harbourText = [
  'Harbour 🚢 strike enters its second week',
  'By Ida Møller',
  'Dockers in Ystad 🇸🇪 walked out again. “We will not wait for ever 🙂,” Mara Lind, who leads the union, told the Quay Post.',
  '“Nobody [on the quay] will make us move … not now.”',
  'Bo Olsen said the offer was “a bold but very late plan”. “=SUM(1)” is all that the café’s board shows.',
  '“Wait,” two officials said.',
].join('\n\n')

/** What stands in the text, the nth time. */
export function at(words: string, nth = 1): Passage {
  let start = -1
  for (let n = 0; n < nth; n++) start = harbourText.indexOf(words, start + 1)
  if (start < 0) throw new Error(`${words} is not in the text`)
  return { text: words, range: rangeOf(start, start + words.length) }
}

const rangeOf = (start: number, end: number): Range => ({ start, end, unit: 'utf16' })
const because = (reason: 'scare-quote' | 'continuation-quote' | 'unnamed-speaker' | 'not-stated') => ({
  reason,
  found: [],
})

const entityOf = (id: string, type: EntityType, name: string, mentions: Passage[], quotes = 0): EntityRecord => ({
  id,
  type,
  name,
  aliases: [],
  title: null,
  role: null,
  date: null,
  mentions: mentions.map((mention) => ({ ...mention, form: 'name', inQuote: null })),
  counts: { mentions: mentions.length, quotes },
  salience: mentions.length / 2,
  parts: [quotes > 0 ? 'speaker' : 'mentioned'],
  identifiers: { wikidata: null, wikipedia: null, iso3166: null, geonames: null, confidence: null },
  unknown: { title: because('not-stated'), role: because('not-stated') },
})

const mara = {
  entityId: 'mara-lind',
  name: 'Mara Lind',
  description: null,
  mention: at('Mara Lind'),
  role: at('who leads the union'),
}
const bo = { entityId: 'bo-olsen', name: 'Bo Olsen', description: null, mention: at('Bo Olsen'), role: null }
const officials = { entityId: null, name: null, description: 'two officials', mention: at('two officials'), role: null }

const base = recordOf({ path: 'harbour.txt', title: 'Harbour 🚢 strike enters its second week', text: harbourText })

const quoteOf = (passage: Passage, paragraph: number, words: number, told: Partial<QuoteRecord>): QuoteRecord => ({
  ...base.quotes[0]!,
  ...passage,
  id: hash('sha256', passage.text).slice(0, 8),
  paragraph,
  segments: [passage.range],
  words: { total: words, verbatim: words, interpolated: 0 },
  rights: { copyrightHolder: 'Quay Post', license: 'https://creativecommons.org/licenses/by/4.0/' },
  unknown: {},
  ...told,
})

const waits = at('“We will not wait for ever 🙂,”')
const moves = at('“Nobody [on the quay] will make us move … not now.”')

const quotes: QuoteRecord[] = [
  quoteOf(waits, 1, 6, {
    speaker: mara,
    cue: at('told'),
    addressee: { ...at('the Quay Post'), entityId: 'quay-post' },
    attribution: {
      method: 'name-told',
      confidence: 0.97,
      extractor: 'rules-0',
      evidence: [{ type: 'cue', ...at('told') }],
      alternatives: [{ entityId: 'bo-olsen', name: 'Bo Olsen', mention: at('Bo Olsen'), confidence: 0.02 }],
    },
  }),
  quoteOf(moves, 2, 10, {
    ordinal: 2,
    speaker: mara,
    interpolations: [at('[on the quay]')],
    elisions: [at('…')],
    words: { total: 10, verbatim: 7, interpolated: 3 },
    continues: hash('sha256', waits.text).slice(0, 8),
    attribution: { method: 'continuation', confidence: 0.9, extractor: 'rules-0', evidence: [], alternatives: [] },
    unknown: { cue: because('continuation-quote') },
  }),
  quoteOf(at('“a bold but very late plan”'), 3, 6, {
    ordinal: 3,
    kind: 'mixed',
    speaker: bo,
    cue: at('said'),
    segments: [rangeOf(at('the offer was').range.start, at('“a bold but very late plan”').range.end)],
    attribution: { method: 'name-said', confidence: 0.6, extractor: 'rules-0', evidence: [], alternatives: [] },
  }),
  quoteOf(at('“=SUM(1)”'), 3, 2, {
    ordinal: 4,
    kind: 'scare',
    unknown: { speaker: because('scare-quote'), cue: because('scare-quote') },
  }),
  quoteOf(at('“Wait,”'), 4, 1, {
    ordinal: 5,
    speaker: officials,
    cue: at('said', 2),
    attribution: { method: 'name-said', confidence: 0.8, extractor: 'rules-0', evidence: [], alternatives: [] },
    unknown: { 'speaker.entityId': because('unnamed-speaker') },
  }),
]

/** An article with one of everything, made by hand: no extractor decides what these tests see. */
export const harbour: ArticleRecord = {
  ...base,
  article: {
    ...base.article,
    language: 'en',
    byline: { text: 'By Ida Møller', authors: [{ name: 'Ida Møller' }], range: at('By Ida Møller').range },
    publisher: { name: 'Quay Post', range: at('Quay Post').range },
    sourceUrl: 'https://quay.example/harbour-strike',
    publishedAt: '2026-11-02T08:30:00+01:00',
    standfirst: 'Dockers reject a late offer.',
    section: 'Ports',
    keywords: ['strikes', 'Ystad'],
    image: {
      url: 'https://quay.example/i/gate.jpg',
      caption: 'Lorries wait at the gate.',
      credit: 'Ana Ruiz/Quay Photo',
      alt: null,
    },
    access: 'free',
    rights: {
      copyrightHolder: 'Quay Post',
      notice: null,
      range: null,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      usageTerms: null,
    },
    counts: {
      words: 61,
      paragraphs: 4,
      quotes: 5,
      quotesByKind: { direct: 3, mixed: 1, indirect: 0, scare: 1 },
      speakers: 2,
      entities: 4,
    },
  },
  provenance: { title: { from: 'text', range: at('Harbour 🚢 strike enters its second week').range, conflicts: [] } },
  blocks: harbourText.split('\n\n').map((text, index) => ({
    kind: index === 0 ? 'title' : index === 1 ? 'byline' : 'paragraph',
    range: at(text).range,
  })),
  quotes,
  entities: [
    entityOf('ystad', 'place', 'Ystad', [at('Ystad')]),
    {
      ...entityOf('mara-lind', 'person', 'Mara Lind', [at('We'), at('Mara Lind')], 2),
      mentions: [
        { ...at('We'), form: 'pronoun', inQuote: quotes[0]!.id },
        { ...at('Mara Lind'), form: 'name', inQuote: null },
      ],
    },
    entityOf('quay-post', 'organization', 'Quay Post', [at('Quay Post')]),
    { ...entityOf('bo-olsen', 'person', 'Bo Olsen', [at('Bo Olsen')], 1), aliases: ['Olsén'] },
  ],
}

export const H = `/v1/articles/${harbour.article.id}`
