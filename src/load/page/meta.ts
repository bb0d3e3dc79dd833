import { type Element, elementsOf, textOf } from './tree.ts'

/** What stands in the head of a page, and what its elements say of themselves. */
export type Meta = {
  /** Contents of `<meta>` by their name in lower case (`og:title`, `author`), in order. */
  named: ReadonlyMap<string, readonly string[]>
  /** Elements with `itemprop`, by it. */
  itemprops: ReadonlyMap<string, readonly Element[]>
  title: string | null
  canonical: string | null
  language: string | null
  headings: Element[]
  times: Element[]
  /** Elements that name an author: `rel=author`, or a class or id of that name. */
  credits: Element[]
  figures: Element[]
  /** Links to what else is filed under a word. */
  tags: Element[]
}

const credit =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|autor|autores|autore|auteur|contributor|writer|journalist|submitted|posted-by|username)(?:$|[\s_-]|name|s\b)/i

/** A page that credits more says nothing of its article by it. */
const mostCredits = 300

/** Where a page says what an element is; classes of today are often made by a machine. */
const called = [
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-qa',
  'data-test',
  'data-type',
  'aria-label',
] as const

const authorPage =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|autore|by|profiles?|journalists?|reporters?|contributors?|writers?|columnists?)\/[^/?#]{3,}/iu

/** Whether an element leads to the page of an author, or says that it does. */
export const isAuthorLink = ({ name, attributes }: Element): boolean =>
  /\bauthor\b/iu.test(attributes.rel ?? '') || (name === 'a' && authorPage.test(attributes.href ?? ''))

export function metaOf(root: Element): Meta {
  const named = new Map<string, string[]>()
  const itemprops = new Map<string, Element[]>()
  const meta = { title: null as string | null, canonical: null as string | null, language: null as string | null }
  const lists = {
    headings: [] as Element[],
    times: [] as Element[],
    credits: [] as Element[],
    figures: [] as Element[],
    tags: [] as Element[],
  }
  for (const element of elementsOf(root)) {
    const { name, attributes } = element
    if (name === 'meta') {
      const content = attributes.content?.trim()
      if (!content) continue
      for (const key of [attributes.property, attributes.name]) if (key) add(named, key.toLowerCase().trim(), content)
      if (!attributes.itemprop) continue
    }
    if (name === 'title') meta.title ??= textOf(element, 2000) || null
    else if (name === 'html') meta.language ??= attributes.lang ?? attributes['xml:lang'] ?? null
    else if (name === 'link') {
      if (/\bcanonical\b/i.test(attributes.rel ?? '')) meta.canonical ??= attributes.href ?? null
    } else if (name === 'time') lists.times.push(element)
    else if (name === 'h1' || name === 'h2') lists.headings.push(element)
    else if (name === 'figure') lists.figures.push(element)
    else if (name === 'a' && /(?:^|\s)tag(?:\s|$)/iu.test(attributes.rel ?? '') && !/category/iu.test(attributes.rel!))
      lists.tags.push(element)
    if (attributes.itemprop)
      for (const key of attributes.itemprop.split(/\s+/u)) add(itemprops, key.toLowerCase(), element)
    if (lists.credits.length >= mostCredits) continue
    if (isAuthorLink(element) || called.some((key) => credit.test(attributes[key] ?? ''))) lists.credits.push(element)
  }
  return { named, itemprops, ...meta, ...lists }
}

/** What an element of microdata says in words: its content, its day, else what is printed. */
export const wordsIn = (element: Element): string =>
  element.attributes.content ?? element.attributes.datetime ?? textOf(element, 2000)

/** Where an element of microdata leads, or what it says where it leads nowhere. */
export const addressIn = (element: Element): string =>
  element.attributes.href ?? element.attributes.src ?? wordsIn(element)

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
