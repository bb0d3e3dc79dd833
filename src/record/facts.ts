import type { Provenance } from '#/schemas/metadata.ts'
import type { Passage, Range } from '#/schemas/range.ts'
import type { ArticleRecord } from '#/schemas/record.ts'
import type { Reason, Unknown } from '#/schemas/unknown.ts'
import type { Draft, Found } from '#/src/load/draft.ts'
import { type Span, slice } from '#/src/text/spans.ts'

export const rangeOf = ({ start, end }: Span): Range => ({ start, end, unit: 'utf16' })

export const passage = (text: string, span: Span): Passage => ({ text: slice(text, span), range: rangeOf(span) })

export const because = (reason: Reason): Unknown => ({ reason, found: [] })

type Facts = Pick<
  ArticleRecord['article'],
  | 'title'
  | 'standfirst'
  | 'language'
  | 'byline'
  | 'publisher'
  | 'sourceUrl'
  | 'publishedAt'
  | 'modifiedAt'
  | 'section'
  | 'keywords'
  | 'image'
  | 'access'
  | 'rights'
  | 'unknown'
>

/** What a loader found, as flat fields with a reason for each null and a provenance for each value. */
export function factsOf(draft: Draft): { facts: Facts; provenance: Record<string, Provenance> } {
  const unknown: Record<string, Unknown> = {}
  const provenance: Record<string, Provenance> = {}
  const take = <T extends string | object>(path: string, found: Found<T>): T | null => {
    if ('reason' in found) {
      unknown[path] = {
        reason: found.reason,
        found: unique((found.found ?? []).map((span) => passage(draft.text, span))),
      }
      return null
    }
    provenance[path] = { from: found.from, range: found.at && rangeOf(found.at), conflicts: found.conflicts ?? [] }
    return found.value
  }
  const place = (found: Found<unknown>): Range | null => (found.value !== null && found.at ? rangeOf(found.at) : null)
  const byline = take('byline', draft.byline)
  const publisher = take('publisher', draft.publisher)
  const notice = take('rights.notice', draft.notice)
  const facts: Facts = {
    title: take('title', draft.title),
    standfirst: take('standfirst', draft.standfirst),
    language: take('language', draft.language),
    byline: byline && {
      text: byline.text,
      authors: byline.authors.map((name) => ({ name })),
      range: place(draft.byline),
    },
    publisher: publisher === null ? null : { name: publisher, range: place(draft.publisher) },
    sourceUrl: take('sourceUrl', draft.sourceUrl),
    publishedAt: take('publishedAt', draft.publishedAt),
    modifiedAt: take('modifiedAt', draft.modifiedAt),
    section: take('section', draft.section),
    keywords: take('keywords', draft.keywords),
    image: take('image', draft.image),
    access: take('access', draft.access),
    rights: {
      copyrightHolder: take('rights.copyrightHolder', draft.copyrightHolder),
      notice,
      range: place(draft.notice),
      license: take('rights.license', draft.license),
      usageTerms: take('rights.usageTerms', draft.usageTerms),
    },
    unknown,
  }
  for (const [path, value] of [
    ['byline.range', facts.byline],
    ['publisher.range', facts.publisher],
  ] as const) {
    if (value?.range === null) unknown[path] = because('not-in-source')
  }
  for (const name of ['caption', 'credit', 'alt'] as const) {
    if (facts.image?.[name] === null) unknown[`image.${name}`] = because('not-in-source')
  }
  if (facts.rights.range === null) unknown['rights.range'] = because('not-in-source')
  return { facts, provenance }
}

const unique = (passages: Passage[]): Passage[] =>
  [...new Map(passages.toReversed().map((each) => [each.text.toLowerCase(), each])).values()].reverse()
