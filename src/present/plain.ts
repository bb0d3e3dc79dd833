import type { ArticleRecord } from '#/schemas/record.ts'
import { versionPath } from './paths.ts'

type Quoted = { id: string; text: string; speaker: { name: string | null; mention: { text: string } } | null }

/** A quote as it can be pasted into a mail: the words, who says them, and the article. */
export function presentPlain({ article }: ArticleRecord, { id, text, speaker }: Quoted, origin: string): string {
  const from = [article.title, article.publisher?.name].filter(Boolean).join(', ')
  const lines = [
    text,
    speaker && `— ${speaker.name ?? speaker.mention.text}`,
    from,
    `${origin}${versionPath(article.id, article.version)}/quotes/${id}`,
  ]
  return `${lines.filter(Boolean).join('\n')}\n`
}
