import type { BlockKind } from '#/schemas/block.ts'
import type { Access, LeadImage, Origin } from '#/schemas/metadata.ts'
import { languageOf } from '#/src/text/language.ts'
import { type Block, layOut } from './blocks.ts'
import type { Draft, DraftBlock, Found } from './draft.ts'
import { authorsIn, namesIn } from './facts/byline.ts'
import { namesOf, unlabelled } from './facts/credit.ts'
import { isoDate } from './facts/iso.ts'
import { keywordsOf } from './facts/keywords.ts'

/** An article as an agency’s format states it: fields, and a body that is the article and nothing else. */
export type Stated = {
  title?: string | null | undefined
  standfirst?: string | null | undefined
  /** The byline as printed. */
  byline?: string | null | undefined
  /** Authors by name, where the format lists them. */
  authors?: readonly string[] | undefined
  publisher?: string | null | undefined
  url?: string | null | undefined
  published?: string | null | undefined
  modified?: string | null | undefined
  language?: string | null | undefined
  section?: string | null | undefined
  keywords?: readonly string[] | undefined
  image?: LeadImage | null | undefined
  access?: Access | null | undefined
  copyrightHolder?: string | null | undefined
  notice?: string | null | undefined
  license?: string | null | undefined
  usageTerms?: string | null | undefined
  editorsNote?: string | null | undefined
}

/** Its draft: title, standfirst, byline, body, captions and notes, a blank line between them. */
export function draftOf(stated: Stated, body: readonly Block[], source: Draft['source'], from: Origin = 'meta'): Draft {
  const inside = body.filter(({ kind }) => kind !== 'caption')
  const line = (kind: BlockKind, text: string | null | undefined): Block[] =>
    bare(text) ? [{ kind, text: bare(text)! }] : []
  const { text, blocks } = layOut([
    ...line('title', stated.title),
    ...line('standfirst', stated.standfirst),
    ...line('byline', stated.byline),
    ...inside.filter((block, at) => at > 1 || block.text !== bare(stated.title)),
    ...body.filter(({ kind }) => kind === 'caption'),
    ...line('publisherNote', stated.editorsNote),
    ...line('publisherNote', stated.notice),
  ])
  const place = placesIn(blocks)
  const fact = (value: string | null | undefined, at: ReturnType<typeof place> = null): Found<string> =>
    bare(value) ? { value: bare(value)!, at, from } : { value: null, reason: 'not-in-source' }
  const read = languageOf(
    inside
      .slice(0, 40)
      .map(({ text: words }) => words.slice(0, 4000))
      .join('\n'),
  )
  return {
    source: withIgnored(source, [stated.published, stated.modified]),
    text,
    blocks,
    title: fact(stated.title, place('title')),
    standfirst: fact(stated.standfirst, place('standfirst')),
    language: stated.language ? fact(stated.language) : read ? { value: read, at: null, from: 'inferred' } : fact(null),
    byline: bylineOf(stated, place('byline'), from),
    publisher: fact(stated.publisher),
    sourceUrl: fact(stated.url && /^https?:\/\//iu.test(stated.url) && URL.canParse(stated.url) ? stated.url : null),
    publishedAt: dated(stated.published, from, 'no-absolute-date'),
    modifiedAt: dated(stated.modified, from, 'not-in-source'),
    section: fact(stated.section),
    ...filedOf(stated, from),
    copyrightHolder: fact(stated.copyrightHolder),
    notice: fact(stated.notice, blocks.filter(({ kind }) => kind === 'publisherNote').at(-1)?.span ?? null),
    license: fact(stated.license),
    usageTerms: fact(stated.usageTerms),
  }
}

/** A day that is stated and is none of the calendar is left out, and that is said. */
function withIgnored(source: Draft['source'], days: readonly (string | null | undefined)[]): Draft['source'] {
  const ignored = days.find((day) => day && isoDate(day) === null)
  if (!ignored) return source
  const detail = `“${ignored.slice(0, 100)}” is read as no date.`
  return { ...source, warnings: [...source.warnings, { code: 'DATE_IGNORED', detail }] }
}

function filedOf({ keywords = [], image, access }: Stated, from: Origin): Pick<Draft, 'keywords' | 'image' | 'access'> {
  const words = keywordsOf(keywords)
  const known = <T>(value: T | null | undefined): Found<T> =>
    value == null ? { value: null, reason: 'not-in-source' } : { value, at: null, from }
  return { keywords: known(words.length ? words : null), image: known(image), access: known(access) }
}

const bare = (text: string | null | undefined): string | null =>
  text?.replace(/\s+/gu, ' ').trim().toWellFormed() || null

const placesIn =
  (blocks: readonly DraftBlock[]) =>
  (kind: BlockKind): DraftBlock['span'] | null =>
    blocks.find((block) => block.kind === kind)?.span ?? null

function bylineOf({ byline, authors = [] }: Stated, at: DraftBlock['span'] | null, from: Origin): Draft['byline'] {
  const printed = bare(byline)
  const named = authors.map((name) => bare(name)!).filter(Boolean)
  const people = named.flatMap((name) => namesOf(name).people)
  const read = printed ? (authorsIn(printed) ?? namesIn(unlabelled(printed)) ?? namesOf(printed).people) : []
  if (!printed && named.length === 0) return { value: null, reason: 'not-in-source' }
  return {
    value: { text: printed ?? named.join(', '), authors: read.length ? read : people.length ? people : named },
    at: printed ? at : null,
    from,
  }
}

function dated(
  value: string | null | undefined,
  from: Origin,
  reason: 'no-absolute-date' | 'not-in-source',
): Found<string> {
  const day = value ? isoDate(value) : null
  return day ? { value: day, at: null, from } : { value: null, reason }
}
