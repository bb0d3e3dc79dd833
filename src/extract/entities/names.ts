import { slice } from '#/src/text/spans.ts'
import type { Cluster } from '../coreference/cluster.ts'
import type { ExtractedMention, NamedEntity } from '../extraction.ts'

/** A cluster by its fullest name and its other names, each once. */
export function nameOf(text: string, cluster: Cluster): NamedEntity {
  const forms = [...new Set(cluster.names.map(({ span }) => cleanName(slice(text, span))))]
  const name = fullest(text, cluster)
  return {
    type: cluster.type,
    name,
    aliases: forms.filter((form) => form !== name),
    mentions: cluster.names.map(({ span }): ExtractedMention => ({ span, form: 'name' })),
  }
}

/** A name as one would write it alone: “the\nHarbour Union’s” is “Harbour Union”. */
export const cleanName = (printed: string): string =>
  printed
    .replace(/[’'ʼ]s$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|a|an) (?=\p{Lu})/u, '')
    .trim()

/** Of the names of two words and more the one used most, then the longest, then the first; else the longest of all. */
function fullest(text: string, { names }: Cluster): string {
  const uses = new Map<string, { words: number; count: number }>()
  for (const name of names) {
    const form = cleanName(slice(text, name.span))
    uses.set(form, { words: name.words.length, count: (uses.get(form)?.count ?? 0) + 1 })
  }
  const [[best]] = [...uses].sort(
    ([, a], [, b]) => Math.min(2, b.words) - Math.min(2, a.words) || b.count - a.count || b.words - a.words,
  ) as [[string, unknown]]
  return best
}
