import type { Origin } from '#/schemas/metadata.ts'
import { isPerson } from '../facts/byline.ts'
import { unlabelled } from '../facts/credit.ts'
import { datesIn } from '../facts/dates.ts'
import { isStamp } from '../facts/stamps.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { isAuthorLink, type Meta } from './meta.ts'
import type { Segment } from './segments.ts'
import { blockTags, type Element, isAside, type Text, textOf } from './tree.ts'

/** Texts that together credit somebody. */
type Stated = { texts: readonly string[]; from: Origin }

const metaNames = [
  'author',
  'byl',
  'article:author',
  'article:author_name',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'shareaholic:article_author_name',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'dc.contributor',
  'cxenseparse:author',
]

/** Where the page credits somebody with its article: data, meta elements, elements called author, lines beside the story. */
export function statedCredits(meta: Meta, article: SchemaArticle | null, near: readonly Segment[]): Stated[] {
  const items = (meta.itemprops.get('author') ?? []).filter((each) => !isAside(each))
  return [
    { texts: article?.authors ?? [], from: 'jsonld' },
    ...metaNames.map((name): Stated => ({ texts: meta.named.get(name) ?? [], from: 'meta' })),
    { texts: labelled(meta), from: 'meta' },
    { texts: items.flatMap(namesIn), from: 'microdata' },
    ...linked(meta.credits.filter((each) => !isAside(each))).map((texts): Stated => ({ texts, from: 'dom' })),
    ...printed(near).map((text): Stated => ({ texts: [text], from: 'text' })),
  ]
}

const label =
  /^(?:(?:written|story|reported|words|text) by|by|authors?|von|autor(?:in|en)?|par|auteurs?|por|autores)\s*:?$/iu

/** Lines beside the story that name who wrote it: “By Mara”, “Author” above “Mara Lindqvist”, “15 May 2024 | Mara Lindqvist”. */
function printed(near: readonly Segment[]): string[] {
  const lines = near.filter(({ text, at }) => text.length <= 90 && !isAside(at))
  return [
    ...lines.filter(({ text }) => unlabelled(text) !== text).map(({ text }) => text),
    ...near.flatMap(({ text }, at) => (label.test(text) ? (near[at + 1]?.text.slice(0, 90) ?? []) : [])),
    ...lines
      .filter(({ text }) => /\d.*[|•·–—-]|[|•·–—-].*\d/u.test(text) && (isStamp(text) || datesIn(text).length > 0))
      .flatMap(({ text }) => text.split(/\s*[|•·]\s*|\s[-–—]\s/u).filter(isPerson)),
  ]
}

/** What some publishers tell cards of links: `twitter:label1` “Written by”, `twitter:data1` “Mara Lindqvist”. */
function labelled(meta: Meta): string[] {
  const value = (key: string): string | undefined => meta.named.get(key)?.[0]
  return ['1', '2'].flatMap((at) => {
    const label = value(`twitter:label${at}`)
    return label && writtenBy.test(label) ? (value(`twitter:data${at}`) ?? []) : []
  })
}
const writtenBy =
  /^(?:written by|author|autor|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez)$/iu

/** The names in an element of microdata: those of its own `itemprop=name`, else its words. */
function namesIn(element: Element): string[] {
  const names: string[] = []
  const stack = [...element.children]
  for (let node = stack.shift(), seen = 0; node && seen < 60; node = stack.shift(), seen++) {
    if (node.name === null) continue
    if (/\bname\b/u.test(node.attributes.itemprop ?? '')) names.push(node.attributes.content ?? textOf(node, 300))
    else stack.unshift(...node.children)
  }
  return names.length ? names : [element.attributes.content ?? textOf(element, 300)]
}

/** The words of elements that are called author or byline, links that say so first; those of one short line together. */
function linked(elements: readonly Element[]): string[][] {
  const isStated = ({ attributes }: Element): boolean => /\bauthor\b/iu.test(attributes.rel ?? '')
  const lines = Map.groupBy(elements.filter(isStated), lineOf)
  const wordsOf = (each: Element): string => partedText(each, 400)
  const others = elements.filter((each) => !isStated(each))
  const credits = [
    ...[...lines.values()].map((links) => links.map(wordsOf)),
    ...others.filter((each) => !isAuthorLink(each)).map((each) => [wordsOf(each)]),
    ...others
      .filter(isAuthorLink)
      .map(wordsOf)
      .filter(isPerson)
      .map((words) => [words]),
  ].map((texts) => texts.filter((text) => text.length >= 3 && text.length <= 120))
  return [...new Map(credits.filter((texts) => texts.length).map((texts) => [texts.join(), texts])).values()].slice(
    0,
    8,
  )
}

/** The widest element around that is still a line. */
function lineOf(element: Element): Element {
  let line = element
  for (let at = element.parent, level = 0; at && level < 2 && textOf(at, 200).length <= 120; at = at.parent, level++)
    line = at
  return line
}

/**
 * The text of an element, with a bar where two elements touch: a style sheet keeps apart what the page does not.
 *
 *     <span>Mara Lindqvist</span><span>Ports correspondent</span>   → Mara Lindqvist | Ports correspondent
 */
function partedText(root: Element, limit: number): string {
  const parts: string[] = []
  const stack: (Element | Text)[] = [root]
  let before: Element | null = null
  let length = 0
  for (let node = stack.pop(); node && length < limit; node = stack.pop()) {
    if (node.name !== null) {
      if (node.name === 'br' || blockTags.has(node.name)) parts.push(' ')
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
      continue
    }
    const touches = /[\p{L}\p{N}]$/u.test(parts.at(-1) ?? '') && /^[\p{L}\p{N}]/u.test(node.text)
    if (touches && before !== node.parent) parts.push(' | ')
    parts.push(node.text)
    length += node.text.length
    before = node.parent
  }
  return parts.join('').slice(0, limit).replace(/\s+/gu, ' ').trim()
}
