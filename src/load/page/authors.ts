import type { Origin } from '#/schemas/metadata.ts'
import type { SchemaArticle } from '../schema-org.ts'
import type { Meta } from './meta.ts'
import type { Segment } from './segments.ts'
import { folded } from './title.ts'
import { type Element, isAside, textOf } from './tree.ts'

export type Credit = { authors: string[]; text: string; from: Origin }

const most = 50
const metaNames = [
  'author',
  'byl',
  'article:author',
  'article:author_name',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'cxenseparse:author',
  'citation_author',
]

/** Who the page says wrote the article, the best witness first; last the lines around its title. */
export function creditsOf(meta: Meta, article: SchemaArticle | null, near: readonly Segment[]): Credit[] {
  const sites = new Set(
    [article?.publisher, meta.named.get('og:site_name')?.[0], meta.named.get('application-name')?.[0]].flatMap(
      (each) => (each ? folded(each) : []),
    ),
  )
  const credit = (values: readonly string[], from: Origin): Credit => ({
    authors: unique(values.flatMap(namesOf).filter((name) => !sites.has(folded(name)))),
    text: values.join(', ').replace(/\s+/gu, ' '),
    from,
  })
  const items = (meta.itemprops.get('author') ?? []).filter((each) => !isAside(each)).map((element) => nameIn(element))
  return [
    credit(article?.authors ?? [], 'jsonld'),
    ...metaNames.map((name) => credit(meta.named.get(name) ?? [], 'meta')),
    credit(items, 'microdata'),
    ...linked(meta.credits.filter((each) => !isAside(each))).map((text) => credit([text], 'dom')),
    ...near
      .filter(({ text, at }) => text.length <= 90 && !isAside(at) && unlabelled(text) !== text)
      .map(({ text }) => credit([text], 'text')),
  ].filter(({ authors }) => authors.length > 0)
}

const unique = (names: string[]): string[] =>
  [...new Map(names.map((name) => [folded(name), name])).values()].slice(0, most)

/** The name in an element of microdata: its own `itemprop=name`, else its words. */
function nameIn(element: Element): string {
  const stack = [...element.children]
  for (let node = stack.shift(), seen = 0; node && seen < 40; node = stack.shift(), seen++) {
    if (node.name === null) continue
    if (/\bname\b/u.test(node.attributes.itemprop ?? '')) return node.attributes.content ?? textOf(node, 300)
    stack.push(...node.children)
  }
  return element.attributes.content ?? textOf(element, 300)
}

/** The words of elements that are called author or byline; links to an author’s page before the others. */
function linked(elements: readonly Element[]): string[] {
  const isLink = ({ attributes }: Element): boolean => /\bauthor\b/iu.test(attributes.rel ?? '')
  const texts = [...elements.filter(isLink), ...elements.filter((each) => !isLink(each))].map((each) =>
    textOf(each, 400),
  )
  return [...new Set(texts.filter((text) => text.length >= 3 && text.length <= 120))].slice(0, 5)
}

const called =
  '(?:post(?:ed)?|written|published|story|article|text|words|interview|photos?|report(?:ed|ing)?|geschrieben|veröffentlicht|publiziert|eingestellt|erstellt|gepostet|verfasst|ein beitrag|publié|écrit|escrito|publicado|scritto|inserito|geplaatst)'
const label = new RegExp(
  String.raw`^\W*(?i:(?:post author\s+)?(?:${called}\s+)?(?:by|von|par|por|di|da|door|af|av|przez)|authors?|autor(?:in|en|es)?|auteurs?|autore|interview|text|foto|verfasser)(?:(?=\p{Lu})|\s*:\s*|(?<=(?i:by|von|par|por|di|da|door|af|av|przez))\s+)`,
  'u',
)
/** A credit without what it is called: “By Mara”, “Author: Mara”, and “AuthorMara” where a page leaves out the blank. */
const unlabelled = (text: string): string => text.replace(label, '')
const between = /\s*(?:[,;|/•·\n\t]|\s[-–—]\s|\s(?:and|und|et|y|e|och|og|en|i|with|mit|AND)\s|&)\s*/u
const address = /\S+@\S+|https?:\/\/\S+|(?<!\S)@\w+/gu
const noise =
  /\d|[<>{}[\]=#?!"“”_]|\b(?:updated|published|posted|comments?|\w*admin(?:istrator)?|edit(?:or(?:ial)?)?|staff|newsroom|redaktion|team|unknown|guest|anonymous|no author|follow|share|view|all|more|click|here|profile|name|says?|said|sagt|schreibt|https?|www|january|february|march|april|june|july|august|september|october|november|december)\b|^(?:in|am|on|um)\s|\s(?:am|on)$|^\S+\.\p{Ll}{2,4}$/iu

/** “Von Mara Lindqvist und T. Oyelaran, dpa” → the two; an agency in capitals is no author beside them. */
export function namesOf(credit: string): string[] {
  const start = credit.replace(/\s+/gu, ' ').trim().slice(0, 400)
  const cut = unlabelled(unlabelled(start))
    .replace(/\s(?:on|am|le|el|\|)\s.*\d{4}.*$/iu, '')
    .replace(address, ' ')
    .replace(/\([^)]{0,80}\)/gu, ' ')
  const names = cut.split(between).map((part) => unlabelled(part.replace(/^[\s.:*–—-]+|[\s:*–—-]+$/gu, '')).trim())
  const good = names.filter(isName)
  const people = good.filter(
    (name) => !/^\p{Lu}{2,5}$/u.test(name) && !/^(?:dpa|afp|reuters|ap|epd|apa|sda)$/iu.test(name),
  )
  return (people.length ? people : good).slice(0, most)
}

const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= 60 && name.split(' ').length <= 5 && /\p{L}{2}/u.test(name) && !noise.test(name)
