import type { LeadImage } from '#/schemas/metadata.ts'
import { type Block, blocksOf, blocksOfHtml, blocksOfText } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { segmentsOf } from '../page/segments.ts'
import { type Element, elementsOf, textOf } from '../page/tree.ts'
import type { Loaded } from '../saved.ts'
import { draftOf, type Stated } from '../stated.ts'
import { readNitf } from './nitf.ts'
import { childAt, childrenOf, findBelow } from './xml.ts'

/** The news items of a NewsML-G2 document; an item that holds no text (a package, a plan, a picture) gives its reason. */
export function* newsItems(root: Element, file: string, source: Draft['source']): Generator<Loaded> {
  const items = [...elementsOf(root)].filter(({ name }) => name === 'newsItem')
  for (const item of items.length ? items : [root]) {
    const { stated, body } = readItem(item, file)
    if (body.length > 0) yield draftOf(stated, body, source)
    else
      yield new LoadError(
        'NO_ARTICLE',
        `Its <${item.name}> ${stated.title ? `“${stated.title}” ` : ''}holds no text of an article.`,
        file,
      )
  }
}

const words = (element: Element | undefined): string | null =>
  element ? textOf(element).replace(/\s+/gu, ' ') || null : null

/** A concept’s name, else nothing: a code is no name. */
const named = (element: Element | undefined): string | null => words(childAt(element, 'name'))

function readItem(item: Element, file: string): { stated: Stated; body: Block[] } {
  const meta = childAt(item, 'contentMeta') ?? (item.name === 'contentMeta' ? item : undefined)
  const facts = childAt(item, 'itemMeta')
  const rights = childAt(item, 'rightsInfo')
  const inline = findBelow(item, 'inlineXML')
  const nitf = inline && findBelow(inline, 'nitf')
  const inner = nitf ? readNitf(nitf) : null
  const creators = meta
    ? [...childrenOf(meta, 'creator'), ...childrenOf(meta, 'contributor')].flatMap((each) => named(each) ?? [])
    : []
  const description = words(meta && childAt(meta, 'description'))
  const body = inner?.body.length ? inner.body : bodyOf(item, inline, file)
  return {
    stated: {
      title: words(meta && childAt(meta, 'headline')) ?? inner?.stated.title ?? words(facts && childAt(facts, 'title')),
      standfirst: inner?.stated.standfirst ?? (body.length ? description : null),
      byline: words(meta && childAt(meta, 'by')) ?? inner?.stated.byline,
      authors: creators,
      publisher: named(facts && childAt(facts, 'provider')) ?? named(meta && childAt(meta, 'infoSource')),
      published:
        words(facts && childAt(facts, 'firstCreated')) ??
        words(meta && childAt(meta, 'contentCreated')) ??
        words(facts && childAt(facts, 'versionCreated')) ??
        inner?.stated.published,
      modified: words(meta && childAt(meta, 'contentModified')) ?? words(facts && childAt(facts, 'versionCreated')),
      language: meta && childAt(meta, 'language')?.attributes.tag,
      copyrightHolder: named(rights && childAt(rights, 'copyrightHolder')),
      notice: words(rights && childAt(rights, 'copyrightNotice')),
      usageTerms: words(rights && childAt(rights, 'usageTerms')),
      editorsNote: words(facts && childAt(facts, 'edNote')),
      section: inner?.stated.section,
      keywords: keywordsOf(meta, inner?.stated.keywords),
      image: imageOf(item, meta) ?? inner?.stated.image,
    },
    // A picture’s caption is all the text that it has; a concept’s description is no news.
    body: body.length || !description || item.name !== 'newsItem' ? body : [{ kind: 'paragraph', text: description }],
  }
}

/** The keywords and the names of the subjects; where there are none, the slug. */
function keywordsOf(meta: Element | undefined, inner: readonly string[] = []): readonly string[] {
  if (!meta) return inner
  const own = [...childrenOf(meta, 'keyword').map(words), ...childrenOf(meta, 'subject').map(named), ...inner].flatMap(
    (each) => each?.replaceAll(',', ' ') ?? [],
  )
  return own.length ? own : [words(childAt(meta, 'slugline')) ?? []].flat()
}

/** The picture that an item is, in its first rendition on the web. */
function imageOf(item: Element, meta: Element | undefined): LeadImage | null {
  const set = childAt(item, 'contentSet')
  const url = (set ? childrenOf(set, 'remoteContent') : [])
    .filter(({ attributes: { contenttype = '' } }) => contenttype.startsWith('image/'))
    .map(({ attributes: { href = '' } }) => href)
    .find((href) => /^https?:/iu.test(href) && URL.canParse(href))
  if (!url) return null
  const caption = words(meta && childAt(meta, 'description'))
  return { url, caption, credit: words(meta && childAt(meta, 'creditline')), alt: null }
}

const textIn = ({ children }: Element): string =>
  children.map((child) => (child.name === null ? child.text : textOf(child))).join('')

/** XHTML or any other XML inside, or plain text as inline data. */
function bodyOf(item: Element, inline: Element | undefined, file: string): Block[] {
  const data = findBelow(item, 'inlineData')
  const html = inline && findBelow(inline, 'body', 'html')
  if (html) return blocksOf(segmentsOf(html))
  // Markup as text, in a CDATA section.
  const written = inline?.children.every(({ name }) => name === null) ? textIn(inline) : ''
  if (/<p[\s>]/iu.test(written)) return blocksOfHtml(written, file)
  if (data && /^text\//u.test(data.attributes.contenttype ?? 'text/plain')) {
    const isPacked = /base64/iu.test(data.attributes.encoding ?? '')
    return blocksOfText(isPacked ? Buffer.from(textIn(data), 'base64').toString('utf8') : textIn(data))
  }
  return []
}
