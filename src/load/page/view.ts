import { articlesIn, parseJson, type SchemaArticle } from '../schema-org.ts'
import { type Meta, metaOf } from './meta.ts'
import { keptByReadability } from './readability.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { folded, titlesOf } from './title.ts'
import { type Element, parsePage } from './tree.ts'

/** A page as it is looked at: its tree, its lines, and what it says of itself. */
export type View = {
  root: Element
  meta: Meta
  article: SchemaArticle | null
  segments: readonly Segment[]
  /** Of each segment, whether Readability would keep it. */
  kept: Uint8Array
  /** The segment that is the title; −1: it is not printed. */
  title: number
}

export function viewOf(html: string, file: string): View {
  const { root, jsonLd } = parsePage(html, file)
  const meta = metaOf(root)
  const article = chosen(articlesIn(jsonLd.map(parseJson)), meta)
  const segments = segmentsOf(root)
  return {
    root,
    meta,
    article,
    segments,
    kept: keptByReadability(root, segments),
    title: titleAt(segments, meta, article),
  }
}

/** Of the articles that a page describes, the one that it is about: it says most, and its headline is the page’s. */
function chosen(articles: readonly SchemaArticle[], meta: Meta): SchemaArticle | null {
  const page = folded(meta.named.get('og:title')?.[0] ?? meta.title ?? '')
  const points = (article: SchemaArticle): number =>
    (/WebPage$/u.test(article.type) ? 0 : 4) +
    (article.headline && page.includes(folded(article.headline)) ? 4 : 0) +
    (article.body ? 1 : 0) +
    (article.published ? 1 : 0) +
    (article.authors.length ? 1 : 0)
  return articles.reduce<SchemaArticle | null>(
    (best, each) => (best && points(best) >= points(each) ? best : each),
    null,
  )
}

function titleAt(segments: readonly Segment[], meta: Meta, article: SchemaArticle | null): number {
  const title = folded(titlesOf(meta, article)[0]?.value ?? '')
  if (!title) return -1
  let found = -1
  for (const [at, { text, at: element }] of segments.entries()) {
    if (text.length > 400 || folded(text) !== title) continue
    if (element.name === 'h1') return at
    if (found < 0 || (!isHeading(segments[found]!.at) && isHeading(element))) found = at
  }
  return found
}

const isHeading = ({ name }: Element): boolean => /^h[1-6]$/u.test(name)
