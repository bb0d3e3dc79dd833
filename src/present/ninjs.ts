import { bodyKinds } from '#/schemas/block.ts'
import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import { versionPath } from './paths.ts'

export const ninjsSchema = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'

/**
 * An article as ninjs 3.1 (https://iptc.org/std/ninjs/). It has no nulls: what is not known is left out. Its uri must
 * be absolute: where nobody said how clients reach the service it names the text by its digest (RFC 6920).
 */
export function presentNinjs({ article, text, blocks, entities }: ArticleRecord, origin: string): object {
  const { title, byline, publisher, rights } = article
  const body = blocks.filter(({ kind }) => bodyKinds.some((each) => each === kind))
  const value = body.map(({ range }) => text.slice(range.start, range.end)).join('\n\n')
  const plain = { role: 'main', contentType: 'text/plain' }
  const of = (...types: string[]): object[] | null => named(entities.filter(({ type }) => types.includes(type)))
  return known({
    uri: origin === '' ? digestUri(article.text.sha256) : origin + versionPath(article.id, article.version),
    standard: { name: 'ninjs', version: '3.1', schema: ninjsSchema },
    type: 'text',
    representationType: 'full',
    version: article.version,
    firstCreated: instant(article.publishedAt),
    versionCreated: instant(article.modifiedAt) ?? instant(article.publishedAt),
    language: article.language,
    title,
    headlines: title === null ? null : [{ ...plain, value: title }],
    by: byline?.text,
    descriptions: article.standfirst === null ? null : [{ ...plain, role: 'summary', value: article.standfirst }],
    infoSources: publisher && [{ name: publisher.name }],
    bodies: [{ ...plain, charCount: value.length, wordCount: article.counts.words, value }],
    people: of('person'),
    organisations: of('organization'),
    places: of('place', 'facility'),
    subjects: list([
      ...(of('group', 'event') ?? []),
      ...filed('section', article.section === null ? [] : [article.section]),
      ...filed('keyword', article.keywords ?? []),
    ]),
    associations: picture(article.image),
    altIds: article.sourceUrl === null ? null : [{ role: 'source', value: article.sourceUrl }],
    copyrightHolder: rights.copyrightHolder,
    copyrightNotice: rights.notice,
    usageTerms: rights.usageTerms,
    rightsInfo: rights.license !== null && /^https?:/u.test(rights.license) ? { linkedRights: rights.license } : null,
  })
}

const list = (items: object[]): object[] | null => (items.length === 0 ? null : items)

/** What the publisher files it under. */
const filed = (rel: string, names: readonly string[]): object[] => names.map((name) => ({ name, rel }))

/** The lead picture, where its address is one that ninjs takes. */
const picture = (image: ArticleRecord['article']['image']): object[] | null =>
  image === null
    ? null
    : [
        known({
          name: 'leadImage',
          uri: image.url,
          type: 'picture',
          by: image.credit,
          descriptions:
            image.caption === null ? null : [{ role: 'caption', contentType: 'text/plain', value: image.caption }],
          renditions: [{ name: 'web', href: image.url }],
        }),
      ]

const named = (entities: readonly EntityRecord[]): object[] | null =>
  entities.length === 0
    ? null
    : entities.map(({ name, identifiers: { wikidata } }) => ({
        name,
        ...(wikidata !== null && { uri: `http://www.wikidata.org/entity/${wikidata}` }),
      }))

const digestUri = (sha256: string): string =>
  `ni:///sha-256;${Uint8Array.fromHex(sha256).toBase64({ alphabet: 'base64url', omitPadding: true })}`

/** A time with its zone: ninjs takes no less. */
const instant = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(date) ? date : null

/** Without the members that are not known. */
const known = (members: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined))
