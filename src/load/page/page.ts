import { bodyKinds } from '#/schemas/block.ts'
import type { Warning } from '#/schemas/record.ts'
import { decodeMarked } from '../declared.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { type Saved, sourceOf } from '../saved.ts'
import { articleOf } from './article.ts'
import { bodyOf } from './body.ts'
import { type View, viewOf } from './view.ts'

/** A saved web page: its article, without what stands around it. */
export function loadPage(saved: Saved): Draft[] {
  const { text, charset, warnings } = decodeMarked(saved.bytes, saved.path)
  return [pageDraft(text, saved.path, sourceOf(saved, 'text/html', charset, warnings), savedFrom(text))]
}

/** Where a browser or an extension says in a comment that it saved the page from. */
const savedFrom = (html: string): string | undefined =>
  /<!--\s{0,9}saved from url=\(\d{1,5}\)(\S{1,2000})|<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})/iu
    .exec(html.slice(0, 4096))
    ?.slice(1)
    .find(Boolean)

/** The same for a page that comes out of an archive or a mail, which may know its address. */
export function pageDraft(html: string, path: string, source: Draft['source'], url?: string): Draft {
  const view = viewOf(withoutNuls(html), path)
  const article = articleOf(view, bodyOf(view).kept)
  if (article.text === '') throw new LoadError('EMPTY', 'The page holds no text.', path)
  if (!article.blocks.some(({ kind }) => bodyKinds.some((each) => each === kind)))
    throw new LoadError('NO_ARTICLE', 'The page holds a title, and no text of an article.', path)
  const known = url && /^https?:/iu.test(url) && URL.canParse(url)
  const sourceUrl =
    known && article.sourceUrl.value === null ? { value: url, at: null, from: 'meta' as const } : article.sourceUrl
  return {
    source: { ...source, warnings: [...source.warnings, ...warningsOf(html, view, article)] },
    ...article,
    sourceUrl,
  }
}

function warningsOf(html: string, { article, meta }: View, { publishedAt }: Pick<Draft, 'publishedAt'>): Warning[] {
  const day = article?.published ?? meta.named.get('article:published_time')?.[0]
  return [
    ...(html.includes('\0')
      ? [{ code: 'NUL_CHARACTERS' as const, detail: 'It holds NUL characters, which are left out.' }]
      : []),
    ...(day && publishedAt.value === null
      ? [{ code: 'DATE_IGNORED' as const, detail: `“${day.slice(0, 100)}” is read as no date.` }]
      : []),
  ]
}

/** NUL characters are no part of a page: a browser passes them over (HTML, 13.2.6), and so do we. Elsewhere they are refused. */
export const withoutNuls = (html: string): string => html.replaceAll('\0', '')
