import type { Access, LeadImage, Origin } from '#/schemas/metadata.ts'
import { plain } from './page/plain.ts'

/** What schema.org data says of one article, in the shapes that publishers really use. Empty where it says nothing. */
export type SchemaArticle = {
  type: string
  headline: string | null
  standfirst: string | null
  authors: string[]
  publisher: string | null
  published: string | null
  modified: string | null
  language: string | null
  section: string | null
  keywords: string[]
  url: string | null
  body: string | null
  image: LeadImage | null
  copyrightHolder: string | null
  notice: string | null
  license: string | null
  usageTerms: string | null
  access: Access | null
  from: Origin
}

type Json = Record<string, unknown>

/** Nodes that are looked at in the data of a page; a graph of a site has some hundreds. */
const mostInPage = 10_000
const articleType = /(?:Article|BlogPosting|Report|ScholarlyArticle|SocialMediaPosting|Review|Recipe|WebPage)$/u

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
/** A member by its name, with or without the prefix that a context may give it. */
const own = (node: Json, key: string): unknown =>
  Object.hasOwn(node, key) ? node[key] : Object.hasOwn(node, `schema:${key}`) ? node[`schema:${key}`] : undefined
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 200) : value === undefined ? [] : [value]

/** JSON as scripts of pages hold it: in a comment or a CDATA section, with line breaks inside strings. Null: it is none. */
export function parseJson(source: string): unknown {
  const bare = unwrapped(source.trim(), [
    ['//<![CDATA[', '//]]>'],
    ['<![CDATA[', ']]>'],
    ['<!--', '-->'],
  ])
  for (const text of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(text)
    } catch {}
  }
  return null
}

function unwrapped(source: string, wrappings: readonly (readonly [string, string])[]): string {
  const found = wrappings.find(([start]) => source.startsWith(start))
  const inner = found ? source.slice(found[0].length, source.endsWith(found[1]) ? -found[1].length : undefined) : source
  return inner.trim().replace(/;$/u, '')
}

/** Every object in the data, outer before inner, walked without recursion: data can be nested deeper than a stack. */
function nodesIn(values: readonly unknown[], most: number): Json[] {
  const nodes: Json[] = []
  const queue: unknown[] = [...values]
  for (let at = 0; at < queue.length && at < most; at++) {
    const value = queue[at]
    if (isObject(value)) {
      nodes.push(value)
      for (const each of Object.values(value)) if (typeof each === 'object') queue.push(each)
    } else if (Array.isArray(value)) for (const each of value.slice(0, most)) queue.push(each)
  }
  return nodes
}

/** The articles that the data describes, in its order. `@context` is a name here: it is never fetched. */
export function articlesIn(values: readonly unknown[], most = mostInPage, from: Origin = 'jsonld'): SchemaArticle[] {
  const nodes = nodesIn(values, most)
  const byId = new Map<unknown, Json>()
  for (const node of nodes) {
    const id = own(node, '@id')
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node)
  }
  const resolve = (value: unknown): unknown => (isObject(value) ? (byId.get(own(value, '@id')) ?? value) : value)
  return nodes.filter((node) => articleType.test(typeOf(node))).map((node) => articleOf(node, resolve, from))
}

const typeOf = (node: Json): string => {
  const types = list(own(node, '@type')).filter((type) => typeof type === 'string')
  return types.find((type) => articleType.test(type) && !type.endsWith('WebPage')) ?? types[0] ?? ''
}

function articleOf(node: Json, resolve: (value: unknown) => unknown, from: Origin): SchemaArticle {
  const first = (...keys: string[]): string | null => {
    for (const key of keys) {
      for (const value of list(own(node, key))) {
        const text = textIn(resolve(value))
        if (text) return text
      }
    }
    return null
  }
  const all = (...keys: string[]): string[] =>
    keys.flatMap((key) => list(own(node, key)).flatMap((value) => textIn(resolve(value)) ?? []))
  const people = (key: string): string[] => list(own(node, key)).flatMap((value) => namesIn(resolve(value), resolve))
  const authors = people('author')
  return {
    type: typeOf(node),
    headline: first('headline', 'name'),
    standfirst: first('alternativeHeadline', 'description', 'abstract'),
    authors: authors.length ? authors : people('creator'),
    publisher: first('publisher', 'sourceOrganization', 'provider'),
    published: first('datePublished', 'dateCreated', 'uploadDate'),
    modified: first('dateModified'),
    language: first('inLanguage'),
    section: first('articleSection'),
    keywords: all('keywords'),
    url: addressOf(resolve(own(node, 'url'))) ?? addressOf(resolve(own(node, 'mainEntityOfPage'))),
    body: first('articleBody', 'text', 'reviewBody'),
    image: imageIn([...list(own(node, 'image')), ...list(own(node, 'primaryImageOfPage'))], resolve) ?? thumbnail(node),
    copyrightHolder: first('copyrightHolder'),
    notice: first('copyrightNotice'),
    license: addressOf(resolve(own(node, 'license'))),
    usageTerms: first('usageInfo'),
    access: accessOf(own(node, 'isAccessibleForFree'), own(node, 'hasPart')),
    from,
  }
}

/** The names of one author, or of several that publishers write as one: a list of names, an ordered list, two parts of a name. */
function namesIn(value: unknown, resolve: (value: unknown) => unknown): string[] {
  if (isObject(value)) {
    const inner = own(value, '@list')
    if (Array.isArray(inner)) return inner.slice(0, 200).flatMap((each) => textIn(resolve(each)) ?? [])
    const names = own(value, 'name')
    if (Array.isArray(names)) return names.slice(0, 200).flatMap((each) => textIn(each) ?? [])
    const parts = [own(value, 'givenName'), own(value, 'familyName')].flatMap((each) => textIn(each) ?? [])
    if (names === undefined && parts.length) return [parts.join(' ')]
  }
  return [textIn(value) ?? []].flat()
}

const thumbnail = (node: Json): LeadImage | null => {
  const url = addressOf(list(own(node, 'thumbnailUrl'))[0])
  return url === null ? null : { url, caption: null, credit: null, alt: null }
}

/** The first picture that has an address, with its caption and whose it is. */
function imageIn(values: readonly unknown[], resolve: (value: unknown) => unknown): LeadImage | null {
  for (const value of values) {
    const image = resolve(value)
    const url = addressOf(image)
    if (url === null) continue
    const words = (...keys: string[]): string | null =>
      isObject(image) ? (keys.map((key) => textIn(resolve(list(own(image, key))[0]))).find(Boolean) ?? null) : null
    return {
      url,
      caption: words('caption', 'description'),
      credit: words('creditText', 'creator', 'author', 'copyrightNotice', 'copyrightHolder'),
      alt: null,
    }
  }
  return null
}

/** Free or not as a whole; where only a part is for those who pay, they alone can read the article. */
function accessOf(free: unknown, parts: unknown): Access | null {
  const said = (value: unknown): boolean | null =>
    /^(?:true|(?:https?:\/\/schema\.org\/)?true)$/iu.test(String(value))
      ? true
      : /^(?:false|(?:https?:\/\/schema\.org\/)?false)$/iu.test(String(value))
        ? false
        : null
  const whole = said(free)
  const isPartPaid = list(parts).some((part) => isObject(part) && said(own(part, 'isAccessibleForFree')) === false)
  if (whole === false || (whole === null && isPartPaid)) return 'paid'
  return whole === null ? null : 'free'
}

/** The words of a value: itself, or the name of what it describes. */
function textIn(value: unknown): string | null {
  if (typeof value === 'string') return plain(value) || null
  if (!isObject(value)) return null
  for (const key of ['@value', 'name', 'alternateName', 'text']) {
    const inner = list(own(value, key))[0]
    if (typeof inner === 'string' && inner.trim()) return plain(inner)
  }
  return null
}

function addressOf(value: unknown): string | null {
  const address = isObject(value) ? (own(value, 'url') ?? own(value, 'contentUrl') ?? own(value, '@id')) : value
  return typeof address === 'string' && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}
