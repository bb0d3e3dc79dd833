import { decodeMarked } from '../declared.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { type Saved, sourceOf } from '../saved.ts'
import { articleOf } from './article.ts'
import { bodyOf } from './body.ts'
import { viewOf } from './view.ts'

/** A saved web page: its article, without what stands around it. */
export function loadPage(saved: Saved): Draft[] {
  const { text: html, charset } = decodeMarked(saved.bytes)
  return [{ source: sourceOf(saved, 'text/html', charset), ...pageArticle(html, saved.path) }]
}

export function pageArticle(html: string, path: string): Omit<Draft, 'source'> {
  const view = viewOf(html.replaceAll('\0', ''), path)
  const article = articleOf(view, bodyOf(view))
  if (article.text === '') throw new LoadError('EMPTY', 'The page holds no text.', path)
  return article
}
