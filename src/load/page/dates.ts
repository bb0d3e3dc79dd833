import { datesIn } from '../facts/dates.ts'
import { isoDate } from '../facts/iso.ts'
import { foreignDate } from '../facts/months.ts'
import type { SchemaArticle } from '../schema-org.ts'
import type { Meta } from './meta.ts'
import type { Segment } from './segments.ts'
import type { Candidate } from './title.ts'
import { type Element, isAside, textOf } from './tree.ts'

const publishedNames =
  `article:published_time og:article:published_time article:published og:pubdate pubdate publishdate publish-date publish_date
  publication_date publicationdate date_published datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.created dcterms.issued dc.date
  dc.created dcterms.date citation_publication_date citation_date cxenseparse:recs:publishtime originalpublicationdate article.published
  article.created created date ptime displaydate timestamp`.split(/\s+/u)
const modifiedNames =
  `article:modified_time og:updated_time lastmod last-modified dateupdated datemodified dc.date.modified dcterms.modified
  article:modified revision_date updated`.split(/\s+/u)

/** When the page says that its article was published, the best witness first, and when it was changed. */
export function datesOf(
  meta: Meta,
  article: SchemaArticle | null,
  url: string | null,
  near: readonly Segment[],
): { published: Candidate[]; modified: Candidate[] } {
  const named = (names: readonly string[]): Candidate[] =>
    names.flatMap((name) => dated(meta.named.get(name)?.[0], 'meta'))
  const items = (key: string): Candidate[] =>
    (meta.itemprops.get(key) ?? []).slice(0, 3).flatMap((element) => dated(stampOf(element), 'microdata'))
  const times = meta.times.filter((each) => !isAside(each))
  const stated = times.filter(
    ({ attributes }) => 'pubdate' in attributes || /publi|entry-date|posted|created/iu.test(attributes.class ?? ''),
  )
  const isUpdate = ({ attributes }: Element): boolean =>
    /updat|modif/iu.test(`${attributes.class} ${attributes.itemprop}`)
  return {
    published: [
      ...named(publishedNames),
      ...dated(article?.published, 'jsonld'),
      ...items('datepublished'),
      ...items('datecreated'),
      ...stated.flatMap((each) => dated(stampOf(each), 'time')),
      ...times
        .filter((each) => !isUpdate(each))
        .slice(0, 1)
        .flatMap((each) => dated(stampOf(each), 'time')),
      ...fromUrl(url),
      ...printed(near),
    ],
    modified: [
      ...dated(article?.modified, 'jsonld'),
      ...named(modifiedNames),
      ...items('datemodified'),
      ...times
        .filter(isUpdate)
        .slice(0, 1)
        .flatMap((each) => dated(stampOf(each), 'time')),
    ],
  }
}

function dated(value: string | null | undefined, from: Candidate['from']): Candidate[] {
  const day = value ? (isoDate(value) ?? foreignDate(value)) : null
  return day && day.length >= 10 ? [{ value: day, from }] : []
}

const stampOf = (element: Element): string =>
  element.attributes.datetime ?? element.attributes.content ?? textOf(element, 200)

/** `/2019/08/02/ferry-returns` */
function fromUrl(url: string | null): Candidate[] {
  const found =
    /[/-]((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-]|\.html|$)/u.exec(url ?? '') ??
    /\/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)/u.exec(url ?? '')
  return found ? dated(`${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`, 'inferred') : []
}

const dateClass =
  /(?:^|[\s_-])(?:date|datum|fecha|time|timestamp|published|pubdate|meta|entry-meta|postinfo|byline|info)(?:$|[\s_-])/iu

/** The first day that is printed by itself in the lines around the title, or in one that is called a date. */
function printed(near: readonly Segment[]): Candidate[] {
  for (const { text, at } of near) {
    const called = [at, at.parent].some(
      (each) => each && dateClass.test(`${each.attributes.class ?? ''} ${each.attributes.id ?? ''}`),
    )
    if (text.length > (called ? 200 : 60) || isPosted(text)) continue
    const found = datesIn(text).find(({ value }) => value !== null && value.length >= 10)?.value ?? foreignDate(text)
    if (found) return [{ value: found, from: 'dom' }]
  }
  return []
}

/** The day of a post is not that of the article: `— Mara Lind (@maralind) May 4, 2021`. */
const isPosted = (line: string): boolean => /\(@[\w.-]+\)/u.test(line)
