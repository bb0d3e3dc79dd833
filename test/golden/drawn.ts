import type { Passage } from '#/schemas/range.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'

/** A record as a person checks it: one line a quote, one a block, one an entity. */
export type Drawn = {
  title: string | null
  byline: string | null
  authors: string[]
  publisher: string | null
  publishedAt: string | null
  rights: string | null
  /** How it is filed: summary, section, keywords, picture, access; left out where nothing is stated. */
  filed?: Partial<Pick<ArticleRecord['article'], 'standfirst' | 'section' | 'keywords' | 'image' | 'access'>>
  /** Without the reports: those are not all checked. */
  counts: ArticleRecord['article']['counts']
  blocks: string[]
  quotes: string[]
  /** What is reported without marks; `expected.json` has those that a person checked, others may stand beside them. */
  reports: string[]
  entities: string[]
}

export const drawn = ({ article, text, blocks, quotes, entities }: ArticleRecord): Drawn => ({
  title: article.title,
  byline: article.byline?.range ? place({ text: article.byline.text, range: article.byline.range }) : null,
  authors: article.byline?.authors.map(({ name }) => name) ?? [],
  publisher: article.publisher?.range ? place({ text: article.publisher.name, range: article.publisher.range }) : null,
  publishedAt: article.publishedAt,
  rights: article.rights.notice,
  ...filed(article),
  counts: { ...article.counts, quotesByKind: { ...article.counts.quotesByKind, indirect: 0 } },
  blocks: blocks.map(({ kind, range }) => `${kind} ${range.start}–${range.end} ${short(text.slice(range.start, range.end))}`),
  quotes: quotes.filter(({ kind }) => kind !== 'indirect').map(drawnQuote),
  reports: quotes.filter(({ kind }) => kind === 'indirect').map((report) => drawnReport(text, report)),
  entities: entities.map(
    ({ type, name, aliases, mentions }) =>
      `${type} ${name}${aliases.length ? ` (${aliases.join('; ')})` : ''}: ${mentions.map(({ range }) => range.start).join(' ')}`,
  ),
})

function filed({ standfirst, section, keywords, image, access }: ArticleRecord['article']): Pick<Drawn, 'filed'> {
  const stated = Object.entries({ standfirst, section, keywords, image, access }).filter(([, value]) => value !== null)
  return stated.length ? { filed: Object.fromEntries(stated) } : {}
}

/** `9a2d40c6 637–696 ¶3 direct 13 of 13 | Anwar Ibrahim ← Anwar 697–702 | said 703–707` */
function drawnQuote({ id, range, paragraph, kind, words, speaker, cue, addressee, continues, segments, unknown }: QuoteRecord): string {
  const statement = segments.map(({ start, end }) => `${start}–${end}`).join(' ')
  const parts = [
    `${id} ${range.start}–${range.end} ¶${paragraph} ${kind} ${words.verbatim} of ${words.total}`,
    speaker ? `${speaker.name ?? 'nobody named'} ← ${place(speaker.mention)}` : `nobody: ${unknown['speaker']?.reason}`,
    cue ? place(cue) : `no cue: ${unknown['cue']?.reason}`,
  ]
  if (addressee) parts.push(`to ${place(addressee)}${addressee.entityId ? ` = ${addressee.entityId}` : ''}`)
  if (continues) parts.push(`continues ${continues}`)
  if (statement !== `${range.start}–${range.end}`) parts.push(`statement ${statement}`)
  return parts.join(' | ')
}

/** `Brian Nelson ← He | said | the U.S. was trying to prevent it` */
const drawnReport = (text: string, { speaker, cue, segments }: QuoteRecord): string =>
  [
    speaker ? `${speaker.name ?? 'nobody named'} ← ${speaker.mention.text}` : 'nobody',
    cue?.text ?? 'no cue',
    segments.map(({ start, end }) => text.slice(start, end)).join(' … '),
  ].join(' | ')

const place = ({ text, range }: Passage): string => `${text} ${range.start}–${range.end}`

const short = (words: string): string => (words.length > 48 ? `${words.slice(0, 45)}…` : words).replace(/\s+/gu, ' ')
