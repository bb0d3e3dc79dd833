import { blocksOfHtml, blocksOfText } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import type { Loaded } from '../saved.ts'
import { articlesIn, type SchemaArticle } from '../schema-org.ts'
import { draftOf } from '../stated.ts'
import { type Json, mostValues } from './objects.ts'

/** The articles of a schema.org document that have their text in it. Its `@context` is a name, and never fetched. */
export function* newsArticles(document: Json, file: string, source: Draft['source']): Generator<Loaded> {
  const articles = articlesIn([document], mostValues).filter(({ type, body }) => body || !/WebPage$/u.test(type))
  if (articles.length === 0) yield new LoadError('NO_ARTICLE', 'It describes no article.', file)
  for (const article of articles) yield articleOf(article, file, source)
}

function articleOf(article: SchemaArticle, file: string, source: Draft['source']): Loaded {
  const { body, headline, standfirst, authors, published, modified } = article
  if (!body) return new LoadError('NO_ARTICLE', `Its article “${headline ?? ''}” has no articleBody.`, file)
  const blocks = /<(?:p|br|div)\b/iu.test(body) ? blocksOfHtml(body, file) : blocksOfText(body)
  return draftOf({ ...article, title: headline, standfirst, authors, published, modified }, blocks, source, 'jsonld')
}
