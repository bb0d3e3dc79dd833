import type { Access, LeadImage } from '#/schemas/metadata.ts'
import type { Draft } from '../draft.ts'
import { keywordsOf } from '../facts/keywords.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { best, type Stated } from './best.ts'
import { leadImages } from './image.ts'
import { type Meta, wordsIn } from './meta.ts'
import { textOf } from './tree.ts'

/** How a page says that its publisher files the article: summary, section, keywords, picture, and who may read it. */
export function filedOf(
  meta: Meta,
  article: SchemaArticle | null,
  url: string | null,
): Pick<Draft, 'standfirst' | 'section' | 'keywords' | 'image' | 'access'> {
  const data = <T>(value: T | null | undefined): Stated<T>[] =>
    value ? [{ value, from: article?.from ?? 'jsonld' }] : []
  const named = (...names: string[]): Stated<string>[] =>
    names.flatMap((name) => (meta.named.get(name) ?? []).slice(0, 1).map((value) => ({ value, from: 'meta' as const })))
  const items = (key: string): string[] => (meta.itemprops.get(key) ?? []).slice(0, 100).map(wordsIn)
  const item = (key: string): Stated<string>[] =>
    items(key)
      .slice(0, 1)
      .map((value) => ({ value, from: 'microdata' as const }))
  const og = (name: string): Stated<string>[] =>
    (meta.named.get(name) ?? []).slice(0, 1).map((value) => ({ value, from: 'og' as const }))
  return {
    standfirst: best(
      [
        ...data(article?.standfirst),
        ...og('og:description'),
        ...item('alternativeheadline'),
        ...item('description'),
        ...named('description', 'twitter:description', 'dc.description', 'dcterms.abstract', 'sailthru.description'),
      ]
        .map(tidy)
        .filter(({ value }) => value !== ''),
    ),
    section: best(
      [
        ...data(article?.section),
        ...og('article:section'),
        ...item('articlesection'),
        ...named(
          'section',
          'parsely-section',
          'cxenseparse:section',
          'article.section',
          'sailthru.vertical',
          'dcterms.subject',
        ),
      ]
        .map(tidy)
        .filter(({ value }) => value !== '' && value.length <= 200),
    ),
    keywords: best(
      [
        { value: keywordsOf(article?.keywords ?? []), from: article?.from ?? ('jsonld' as const) },
        {
          value: keywordsOf((meta.named.get('article:tag') ?? []).map((tag) => tag.replaceAll(',', ' '))),
          from: 'og' as const,
        },
        { value: keywordsOf(items('keywords')), from: 'microdata' as const },
        ...['news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags', 'dc.subject'].map((name) => ({
          value: keywordsOf(meta.named.get(name) ?? []),
          from: 'meta' as const,
        })),
        { value: keywordsOf(meta.tags.map((tag) => textOf(tag, 200))), from: 'dom' as const },
      ].filter(({ value }) => value.length > 0),
      'not-in-source',
      (words) => words.join(', '),
    ),
    image: best<LeadImage>(leadImages(meta, article, url), 'not-in-source', (image) => image.url),
    access: best<Access>([
      ...data(article?.access),
      ...tierOf(named('article:content_tier')),
      ...item('isaccessibleforfree').flatMap(({ value, from }): Stated<Access>[] =>
        /(?:true|false)$/iu.test(value) ? [{ value: /true$/iu.test(value) ? 'free' : 'paid', from }] : [],
      ),
    ]),
  }
}

const tidy = ({ value, from }: Stated<string>): Stated<string> => ({
  value: value.replace(/\s+/gu, ' ').trim().slice(0, 2000),
  from,
})

/** What cards of links call the three: https://developers.facebook.com/docs/instant-articles/subscriptions/content-tiering */
const tiers: Readonly<Record<string, Access>> = { free: 'free', metered: 'metered', locked: 'paid' }
const tierOf = (stated: readonly Stated<string>[]): Stated<Access>[] =>
  stated.flatMap(({ value, from }) => {
    const access = tiers[value.trim().toLowerCase()]
    return access ? [{ value: access, from }] : []
  })
