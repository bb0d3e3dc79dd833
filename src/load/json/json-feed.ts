import { z } from 'zod'
import { blocksOfHtml, blocksOfText } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { pictureAt } from '../facts/pictures.ts'
import { LoadError } from '../load-error.ts'
import type { Loaded } from '../saved.ts'
import { draftOf } from '../stated.ts'

const Author = z.object({ name: z.string().optional() })
const Item = z.object({
  title: z.string().optional(),
  url: z.string().optional(),
  summary: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  date_published: z.string().optional(),
  date_modified: z.string().optional(),
  language: z.string().optional(),
  authors: z.array(Author).optional(),
  author: Author.optional(),
  tags: z.array(z.string()).optional().catch(undefined),
  image: z.string().optional().catch(undefined),
  banner_image: z.string().optional().catch(undefined),
})
const Feed = z.object({ title: z.string().optional(), language: z.string().optional(), items: z.array(z.unknown()) })

/** The items of a JSON Feed (1.0 and 1.1). */
export function* jsonFeedItems(document: unknown, file: string, source: Draft['source']): Generator<Loaded> {
  const feed = Feed.safeParse(document)
  if (!feed.success) return yield new LoadError('SCHEMA', z.prettifyError(feed.error), file)
  for (const entry of feed.data.items) {
    const { success, data: item, error } = Item.safeParse(entry)
    if (!success) yield new LoadError('SCHEMA', z.prettifyError(error), file)
    else {
      const body = item.content_html
        ? blocksOfHtml(item.content_html, file)
        : blocksOfText(item.content_text ?? item.summary ?? '')
      const authors = (item.authors ?? (item.author ? [item.author] : [])).flatMap(({ name }) => name ?? [])
      yield body.length === 0
        ? new LoadError('NO_ARTICLE', `Its item “${item.title ?? ''}” holds no text.`, file)
        : draftOf(
            {
              title: item.title,
              url: item.url,
              published: item.date_published,
              modified: item.date_modified,
              language: item.language ?? feed.data.language,
              publisher: feed.data.title,
              authors,
              standfirst: item.content_html || item.content_text ? item.summary : null,
              keywords: item.tags?.map((tag) => tag.replaceAll(',', ' ')),
              image: pictureAt(item.image ?? item.banner_image),
            },
            body,
            source,
          )
    }
  }
}
