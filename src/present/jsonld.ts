import { bodyKinds } from '#/schemas/block.ts'
import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import { articlePath, versionPath } from './paths.ts'

/** The types of schema.org for those of entities. A type that is not here is a Thing; dates are none. */
const types: Readonly<Record<string, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  facility: 'Place',
  event: 'Event',
}

/**
 * An article as schema.org has it: https://schema.org/NewsArticle. What is not known is left out. `origin` is how
 * clients reach the service; empty: addresses stay relative.
 */
export function presentJsonLd({ article, text, blocks, quotes, entities }: ArticleRecord, origin: string): object {
  const { title, byline, publisher, rights, image } = article
  const body = blocks.filter(({ kind }) => bodyKinds.some((each) => each === kind))
  const iri = (path: string): string => origin + articlePath(article.id) + path
  return known({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': origin + versionPath(article.id, article.version),
    url: article.sourceUrl,
    headline: title,
    description: article.standfirst,
    inLanguage: article.language,
    author: list(byline?.authors.map(({ name }) => ({ '@type': 'Person', name }))),
    publisher: publisher && { '@type': 'Organization', name: publisher.name },
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    articleSection: article.section,
    keywords: list(article.keywords ?? []),
    image: image && known({ '@type': 'ImageObject', url: image.url, caption: image.caption, creditText: image.credit }),
    isAccessibleForFree: article.access && article.access === 'free',
    copyrightHolder: rights.copyrightHolder && { name: rights.copyrightHolder },
    copyrightNotice: rights.notice,
    license: rights.license,
    usageInfo: rights.usageTerms,
    version: article.version,
    wordCount: article.counts.words,
    articleBody: body.map(({ range }) => text.slice(range.start, range.end)).join('\n\n'),
    mentions: list(entities.filter(({ type }) => type !== 'date').map((entity) => thing(entity, iri))),
    hasPart: list(
      quotes
        .filter(({ kind }) => kind === 'direct' || kind === 'mixed')
        .map(({ id, text: words, speaker }) =>
          known({
            '@type': 'Quotation',
            '@id': `${origin}${versionPath(article.id, article.version)}/quotes/${id}`,
            text: words,
            spokenByCharacter: speaker && {
              ...(speaker.entityId !== null && { '@id': iri(`/entities/${encodeURIComponent(speaker.entityId)}`) }),
              name: speaker.name ?? speaker.mention.text,
            },
          }),
        ),
    ),
  })
}

const thing = ({ id, type, name, aliases, identifiers }: EntityRecord, iri: (path: string) => string): object =>
  known({
    '@type': types[type] ?? 'Thing',
    '@id': iri(`/entities/${encodeURIComponent(id)}`),
    name,
    alternateName: list(aliases),
    sameAs: list(
      [
        identifiers.wikidata && `http://www.wikidata.org/entity/${identifiers.wikidata}`,
        identifiers.wikipedia,
        identifiers.geonames && `https://sws.geonames.org/${identifiers.geonames}/`,
      ].filter((each) => each !== null),
    ),
  })

const list = <T>(items: readonly T[] | undefined): readonly T[] | null => (items?.length ? items : null)

/** Without the members that are not known. */
const known = (members: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined))
