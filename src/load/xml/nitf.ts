import type { LeadImage } from '#/schemas/metadata.ts'
import { type Block, blocksOf } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { segmentsOf } from '../page/segments.ts'
import { type Element, elementsOf, textOf } from '../page/tree.ts'
import { draftOf, type Stated } from '../stated.ts'
import { childAt, childrenOf, findBelow } from './xml.ts'

/** Elements of NITF that mean what elements of pages mean. */
const like: Readonly<Record<string, string>> = {
  'body.content': 'div',
  block: 'div',
  hl2: 'h2',
  bq: 'blockquote',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
  'media-reference': 'img',
  datasource: 'p',
  note: 'div',
  credit: 'p',
  fn: 'p',
}

/** The same tree with the names of pages, so that one segmenter reads both. */
export function asPage(element: Element): Element {
  const stack = [element]
  for (let at = stack.pop(); at; at = stack.pop()) {
    at.name = like[at.name] ?? at.name
    stack.push(...childrenOf(at))
  }
  return element
}

const text = (element: Element | undefined): string | null => (element ? textOf(element) || null : null)

/** What an NITF document states: hl1, byline, dateline, abstract, rights, and its body.content. */
export function readNitf(nitf: Element): { stated: Stated; body: Block[] } {
  const head = findBelow(nitf, 'body.head')
  const byline = findBelow(nitf, 'byline')
  const content = findBelow(nitf, 'body.content')
  const issued = findBelow(nitf, 'date.issue')?.attributes.norm ?? findBelow(nitf, 'story.date')?.attributes.norm
  const pubdata = findBelow(nitf, 'pubdata')?.attributes
  const stated: Stated = {
    title: text(head && findBelow(head, 'hl1')) ?? text(childAt(nitf, 'head', 'title')),
    standfirst: text(head && findBelow(head, 'abstract')) ?? text(head && findBelow(head, 'hl2')),
    byline: byline ? withoutTitle(byline) : null,
    authors: byline ? childrenOf(byline, 'person').map((person) => textOf(person)) : [],
    publisher: text(findBelow(nitf, 'distributor')) ?? findBelow(nitf, 'doc.copyright')?.attributes.holder,
    published: issued,
    copyrightHolder: findBelow(nitf, 'doc.copyright')?.attributes.holder ?? text(findBelow(nitf, 'rights.owner')),
    editorsNote: findBelow(nitf, 'ed-msg')?.attributes.info,
    language: nitf.attributes['xml:lang'],
    section: pubdata?.['position.section'] ?? findBelow(nitf, 'fixture')?.attributes['fix-id'],
    keywords: keywordsOf(nitf),
    image: imageOf(nitf),
  }
  return { stated, body: content ? blocksOf(segmentsOf(asPage(content))) : [] }
}

/** The keys of its list, else what its subjects are called. */
function keywordsOf(nitf: Element): string[] {
  const all = [...elementsOf(nitf)]
  const keys = all.flatMap(({ name, attributes }) => (name === 'keyword' ? (attributes.key ?? []) : []))
  const subjects = all.flatMap(({ name, attributes }) =>
    name === 'tobject.subject'
      ? (attributes['tobject.subject.detail'] ??
        attributes['tobject.subject.matter'] ??
        attributes['tobject.subject.type'] ??
        [])
      : [],
  )
  return (keys.length ? keys : subjects).map((word) => word.replaceAll(',', ' '))
}

/** Its first picture that stands on the web, with what is printed below it. */
function imageOf(nitf: Element): LeadImage | null {
  for (const media of elementsOf(nitf)) {
    if (media.name !== 'media' || !/image/iu.test(media.attributes['media-type'] ?? 'image')) continue
    const reference = findBelow(media, 'media-reference')?.attributes
    const url = reference?.source
    if (!url || !/^https?:/iu.test(url) || !URL.canParse(url)) continue
    return {
      url,
      caption: text(findBelow(media, 'media-caption')),
      credit: text(findBelow(media, 'media-producer')),
      alt: reference['alternate-text'] ?? null,
    }
  }
  return null
}

export const nitfArticle = (nitf: Element, source: Draft['source']): Draft => {
  const { stated, body } = readNitf(nitf)
  return draftOf(stated, body, source)
}

/** A byline without the job behind the name: “By Meredith Lind, Staff Reporter”. */
const withoutTitle = (byline: Element): string | null => {
  const job = childrenOf(byline, 'byttl')[0]
  const whole = textOf(byline)
  const own = job ? whole.replace(textOf(job), '').replace(/[\s,]+$/u, '') : whole
  return own || whole || null
}
