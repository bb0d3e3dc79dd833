import type { Origin } from '#/schemas/metadata.ts'
import { languageOf } from '#/src/text/language.ts'
import type { Draft } from '../draft.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { creditsOf } from './authors.ts'
import { best } from './best.ts'
import { datesOf } from './dates.ts'
import { filedOf } from './filed.ts'
import { addressIn, type Meta, wordsIn } from './meta.ts'
import type { Segment } from './segments.ts'
import { type Candidate, titlesOf } from './title.ts'
import { type Element, elementsOf } from './tree.ts'

export type Facts = Omit<Draft, 'source' | 'text' | 'blocks'>

/** What the head of a page and its structured data say of the article. Places in the text come later. */
export function factsOf(meta: Meta, article: SchemaArticle | null, near: readonly Segment[], body: string): Facts {
  const named = (name: string, from: Origin = 'meta'): Candidate[] =>
    (meta.named.get(name) ?? []).slice(0, 1).map((value) => ({ value, from }))
  const stated = (value: string | null | undefined): Candidate[] =>
    value ? [{ value, from: article?.from ?? 'jsonld' }] : []
  const address = (key: string): Candidate[] =>
    (meta.itemprops.get(key) ?? [])
      .slice(0, 1)
      .map((each) => ({ value: each.attributes.itemid ?? addressIn(each), from: 'microdata' }))
  const url = webAddresses([
    ...(meta.canonical ? [{ value: meta.canonical, from: 'dom' as const }] : []),
    ...named('og:url', 'og'),
    ...stated(article?.url),
    ...address('mainentityofpage'),
    ...address('url'),
  ])
  const dates = datesOf(meta, article, url[0]?.value ?? null, near)
  const [credit, ...others] = creditsOf(meta, article, near)
  const read = languageOf(body)
  const item = (key: string): Candidate[] =>
    (meta.itemprops.get(key) ?? []).slice(0, 1).map((each) => ({ value: nameIn(each), from: 'microdata' }))
  return {
    title: best(titlesOf(meta, article)),
    language: best([
      ...(read ? [{ value: read, from: 'inferred' as const }] : []),
      ...languages([
        ...stated(article?.language),
        ...item('inlanguage'),
        ...(meta.language ? [{ value: meta.language, from: 'dom' as const }] : []),
        ...named('og:locale', 'og'),
        ...named('content-language'),
      ]),
    ]),
    byline: credit
      ? {
          value: { text: credit.text, authors: credit.authors },
          at: null,
          from: credit.from,
          conflicts: others
            .filter(({ authors }) => authors.join() !== credit.authors.join())
            .map(({ text, from }) => ({ from, value: text })),
        }
      : { value: null, reason: 'not-in-source' },
    publisher: best([
      ...stated(article?.publisher),
      ...named('og:site_name', 'og'),
      ...item('publisher'),
      ...named('application-name'),
      ...named('dc.publisher'),
      ...named('publisher'),
    ]),
    sourceUrl: best(url),
    ...filedOf(meta, article, url[0]?.value ?? null),
    publishedAt: best(dates.published, 'no-absolute-date'),
    modifiedAt: best(dates.modified),
    copyrightHolder: best([
      ...stated(article?.copyrightHolder),
      ...item('copyrightholder'),
      ...named('copyright'),
      ...named('dc.rights'),
      ...named('dcterms.rightsholder'),
    ]),
    notice: best([...stated(article?.notice), ...item('copyrightnotice')]),
    license: best(
      webAddresses([
        ...stated(article?.license),
        ...address('license'),
        ...named('dc.rights.license'),
        ...named('dcterms.license'),
      ]),
    ),
    usageTerms: best([...stated(article?.usageTerms), ...item('usageinfo')]),
  }
}

/** What an element of microdata is called: its `itemprop=name`, else what it says. */
function nameIn(element: Element): string {
  for (const inner of elementsOf(element))
    if (inner !== element && /\bname\b/u.test(inner.attributes.itemprop ?? '')) return wordsIn(inner)
  return wordsIn(element)
}

/** Addresses of the web; what else stands there (`javascript:`, a bare path) is none. */
const webAddresses = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ value }) => /^https?:\/\//iu.test(value) && value.length <= 2000 && URL.canParse(value))

/** `en_GB`, `de-DE`, `German` → BCP 47, or nothing. */
const languages = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.flatMap(({ value, from }) => {
    const tag = value.trim().replace('_', '-')
    return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/iu.test(tag) ? [{ value: tag, from }] : []
  })
