import type { LeadImage } from '#/schemas/metadata.ts'
import { blocksOfHtml } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { plain } from '../page/plain.ts'
import { type Element, elementsOf, textOf } from '../page/tree.ts'
import type { Loaded } from '../saved.ts'
import { draftOf } from '../stated.ts'
import { childAt, childrenOf } from './xml.ts'

/** The items of an RSS, RDF or Atom feed, each an article with what the feed holds of its text. */
export function* feedItems(root: Element, file: string, source: Draft['source']): Generator<Loaded> {
  const channel = childAt(root, 'channel') ?? root
  const publisher = first(channel, 'title')
  const language = first(channel, 'language') ?? root.attributes['xml:lang']
  const items = [...elementsOf(root)].filter(({ name }) => name === 'item' || name === 'entry')
  if (items.length === 0) yield new LoadError('NO_ARTICLE', 'The feed has no items.', file)
  for (const item of items) {
    const title = first(item, 'title')
    const body = blocksOfHtml(markup(item, 'encoded', 'content', 'description', 'summary') ?? '', file)
    if (body.length === 0) {
      yield new LoadError('NO_ARTICLE', `Its item “${title ?? ''}” holds no text.`, file)
      continue
    }
    const authors = [...childrenOf(item, 'creator'), ...childrenOf(item, 'author')].map((author) =>
      textOf(childAt(author, 'name') ?? author),
    )
    const stated = {
      title: title && plain(title),
      authors: authors.map((name) => /\(([^()]+)\)\s*$/u.exec(name)?.[1] ?? name).filter((name) => !name.includes('@')),
      publisher: first(childAt(item, 'source') ?? channel, 'title') ?? publisher,
      url: linkOf(item),
      published: first(item, 'pubDate', 'published', 'date', 'issued') ?? first(item, 'updated'),
      modified: first(item, 'updated', 'modified'),
      language,
      standfirst: summaryOf(item),
      keywords: [...childrenOf(item, 'category'), ...childrenOf(item, 'subject')].map((element) =>
        (element.attributes.label ?? element.attributes.term ?? textOf(element)).replaceAll(',', ' '),
      ),
      image: imageOf(item),
      notice: first(item, 'rights') ?? first(channel, 'copyright', 'rights'),
    }
    yield draftOf(stated, body, source)
  }
}

function first(element: Element, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = childAt(element, name)
    const words = found && textOf(found)
    if (words) return words
  }
  return null
}

/** The markup that an element holds, escaped as text or (in Atom) as elements. */
function markup(item: Element, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = childAt(item, name)
    if (!found) continue
    const text = found.children.some(({ name: child }) => child !== null)
      ? `<p>${escaped(textOf(found, 1e6))}</p>`
      : found.children.map((child) => (child.name === null ? child.text : '')).join('')
    if (text.trim()) return found.attributes.type === 'text' ? escaped(text) : text
  }
  return null
}

/** What stands beside the whole text: a summary. */
function summaryOf(item: Element): string | null {
  const summary = markup(item, 'encoded', 'content') === null ? null : markup(item, 'description', 'summary')
  return summary === null ? null : plain(summary).replaceAll('\n', ' ') || null
}

/** The picture of an item: `media:content`, an enclosure, `media:thumbnail`. */
function imageOf(item: Element): LeadImage | null {
  const isPicture = ({ name, attributes: { type = '', medium = '', rel } }: Element): boolean =>
    name === 'thumbnail' ||
    medium === 'image' ||
    (type.startsWith('image/') && (name !== 'link' || rel === 'enclosure'))
  const pictures = [...elementsOf(item)].filter((element) => isPicture(element))
  const picture = pictures.find(({ name }) => name !== 'thumbnail') ?? pictures[0]
  const url = picture?.attributes.url ?? picture?.attributes.href
  if (!picture || !url || !/^https?:/iu.test(url) || !URL.canParse(url)) return null
  const group = picture.parent && picture.parent !== item ? picture.parent : picture
  const words = (name: string): string | null => first(picture, name) ?? first(group, name)
  return {
    url,
    caption: words('description') ?? words('title'),
    credit: words('credit') ?? first(item, 'credit'),
    alt: null,
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** RSS: the words of `<link>`; Atom: the address of the one that is the page itself. */
function linkOf(item: Element): string | null {
  const links = childrenOf(item, 'link')
  const own = links.find(({ attributes: { rel = 'alternate', href } }) => href && rel === 'alternate') ?? links[0]
  return own?.attributes.href ?? (own && textOf(own)) ?? null
}
