import { decodeMarked } from '../declared.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { loadPage } from '../page/page.ts'
import { type Element, elementsOf } from '../page/tree.ts'
import { type Loaded, type Saved, sourceOf } from '../saved.ts'
import { feedItems } from './feed.ts'
import { newsItems } from './newsml.ts'
import { nitfArticle } from './nitf.ts'
import { findBelow, parseXml } from './xml.ts'

/** XML: agency formats and feeds, told apart by their root element, whatever the file is called. */
export function* loadXml(saved: Saved): Generator<Loaded> {
  const { text, charset, warnings } = decodeMarked(saved.bytes, saved.path)
  // Servers print empty lines before the declaration, which XML does not allow.
  const root = parseXml(text.trimStart(), saved.path)
  const source = (mediaType: string): Draft['source'] => sourceOf(saved, mediaType, charset, warnings)
  const found = [...articlesIn(root, saved, source)]
  if (found.length === 0)
    throw new LoadError('NO_ARTICLE', `Its root element <${root.name}> holds no text of an article.`, saved.path)
  yield* found
}

function* articlesIn(root: Element, saved: Saved, source: (mediaType: string) => Draft['source']): Generator<Loaded> {
  if (root.name === 'html') return yield* loadPage(saved)
  if (root.name === 'nitf') return yield nitfArticle(root, source('application/nitf+xml'))
  if (root.name === 'rss' || root.name === 'RDF' || root.name === 'feed' || root.name === 'channel')
    return yield* feedItems(
      root,
      saved.path,
      source(root.name === 'feed' ? 'application/atom+xml' : 'application/rss+xml'),
    )
  const isNewsMl =
    /^(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|contentSet|partMeta|contentMeta)$/u.test(
      root.name,
    )
  if (isNewsMl || findBelow(root, 'newsItem'))
    return yield* newsItems(root, saved.path, source('application/vnd.iptc.g2.newsitem+xml'))
  const several = [...elementsOf(root)].filter(({ name }) => name === 'nitf')
  if (several.length > 0) return yield* several.map((nitf) => nitfArticle(nitf, source('application/nitf+xml')))
  throw new LoadError(
    'UNKNOWN_FORMAT',
    `Its root element <${root.name}> is that of no news format that is known.`,
    saved.path,
  )
}
