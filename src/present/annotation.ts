import type { Page } from '#/schemas/page.ts'
import type { Range } from '#/schemas/range.ts'
import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '#/src/text/context.ts'
import { offsetsOf } from '#/src/text/units.ts'
import { articlePath, versionPath } from './paths.ts'

/** What an annotation is made of: a quote as it is stored, or as it is answered. Its range counts UTF-16. */
type Quoted = {
  id: string
  text: string
  range: Range
  speaker: { entityId: string | null; mention: { text: string } } | null
}

const context = 'http://www.w3.org/ns/anno.jsonld'

/** A quote as a Web Annotation (https://www.w3.org/TR/annotation-model/): the words, and who they are said by. */
export const presentAnnotation = (record: ArticleRecord, quote: Quoted, origin: string): object => ({
  '@context': context,
  ...annotations(record, origin)(quote),
})

/** A page of quotes as an AnnotationPage; `next` is the address of the page after it. */
export const presentAnnotations = (
  record: ArticleRecord,
  { items, total, self }: Page<Quoted>,
  origin: string,
  next: string | null,
): object => ({
  '@context': context,
  id: origin + self,
  type: 'AnnotationPage',
  partOf: { id: `${origin}${articlePath(record.article.id)}/quotes.jsonld`, type: 'AnnotationCollection', total },
  ...(next !== null && { next: origin + next }),
  items: items.map(annotations(record, origin)),
})

/** The positions of a TextPositionSelector count code points (§4.2.5), whatever the unit of the other answers. */
function annotations(record: ArticleRecord, origin: string): (quote: Quoted) => object {
  const { article, text } = record
  const codePoints = offsetsOf(text, 'codepoint')
  const base = origin + articlePath(article.id)
  const version = origin + versionPath(article.id, article.version)
  return (quote) => ({
    id: `${version}/quotes/${quote.id}`,
    type: 'Annotation',
    motivation: quote.speaker ? 'identifying' : 'highlighting',
    ...(quote.speaker && { body: bodyOf(quote.speaker, base) }),
    target: {
      source: `${version}/text`,
      selector: [
        { type: 'TextQuoteSelector', exact: quote.text, ...contextOf(text, quote.range) },
        {
          type: 'TextPositionSelector',
          start: codePoints[quote.range.start],
          end: codePoints[quote.range.end],
        },
      ],
    },
    ...(article.rights.license !== null && { rights: article.rights.license }),
  })
}

const bodyOf = ({ entityId, mention }: NonNullable<Quoted['speaker']>, base: string): object =>
  entityId === null
    ? { type: 'TextualBody', value: mention.text, purpose: 'identifying' }
    : { type: 'SpecificResource', source: `${base}/entities/${encodeURIComponent(entityId)}`, purpose: 'identifying' }
