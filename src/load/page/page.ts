import { decodeMarked } from '../declared.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { type Saved, sourceOf } from '../saved.ts'
import { articleOf } from './article.ts'
import { bodyOf } from './body.ts'
import { viewOf } from './view.ts'

/** A saved web page: its article, without what stands around it. */
export function loadPage(saved: Saved): Draft[] {
  const { text, charset } = decodeMarked(saved.bytes)
  return [pageDraft(text, saved.path, sourceOf(saved, 'text/html', charset))]
}

/** The same for a page that comes out of an archive or a mail, which may know its address. */
export function pageDraft(html: string, path: string, source: Draft['source'], url?: string): Draft {
  const view = viewOf(html.replaceAll('\0', ''), path)
  const article = articleOf(view, bodyOf(view).kept)
  if (article.text === '') throw new LoadError('EMPTY', 'The page holds no text.', path)
  const known = url && /^https?:/iu.test(url) && URL.canParse(url)
  const sourceUrl =
    known && article.sourceUrl.value === null ? { value: url, at: null, from: 'meta' as const } : article.sourceUrl
  return { source, ...article, sourceUrl }
}
