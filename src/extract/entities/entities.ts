import { contains, type Span, slice } from '#/src/text/spans.ts'
import type { Cast } from '../attribution/source.ts'
import { type Cluster, wordsOf } from '../coreference/clusters.ts'
import { roleAfter } from '../coreference/roles.ts'
import type { ExtractedEntity, ExtractedMention } from '../extraction.ts'

/** Clusters of names as entities: the fullest name, the others, the role beside a name, and every mention in order. */
export function describeEntities(text: string, { clusters, pronouns }: Cast, body: readonly Span[]): ExtractedEntity[] {
  const spoken = Map.groupBy(pronouns.values(), ({ entity }) => entity)
  return clusters.map((cluster, entity) => {
    const forms = [...new Set(cluster.names.map(({ span }) => plain(slice(text, span))))]
    const name = fullName(text, cluster)
    const named = cluster.names.map(({ span }): ExtractedMention => ({ span, form: 'name' }))
    return {
      type: cluster.type,
      name,
      aliases: forms.filter((form) => form !== name),
      role: cluster.type === 'person' ? firstRole(text, cluster, body) : null,
      mentions: [
        ...named,
        ...(spoken.get(entity) ?? []).map(({ span }): ExtractedMention => ({ span, form: 'pronoun' })),
      ].sort((a, b) => a.span.start - b.span.start),
    }
  })
}

const plain = (name: string): string => name.replace(/[’']s$/u, '').replace(/\s+/gu, ' ')

/** Of the names of two words and more the one used most, then the longest, then the first; else the longest of all. */
function fullName(text: string, { names }: Cluster): string {
  const uses = new Map<string, { words: number; count: number }>()
  for (const name of names) {
    const form = plain(slice(text, name.span))
    uses.set(form, { words: wordsOf(text, name).length, count: (uses.get(form)?.count ?? 0) + 1 })
  }
  const [[best]] = [...uses].sort(
    ([, a], [, b]) => Math.min(2, b.words) - Math.min(2, a.words) || b.count - a.count || b.words - a.words,
  ) as [[string, unknown]]
  return best
}

function firstRole(text: string, { names }: Cluster, body: readonly Span[]): Span | null {
  for (const { span } of names) {
    const paragraph = body.find((each) => contains(each, span))
    const role = paragraph ? roleAfter(text, span, paragraph.end) : null
    if (role) return role
  }
  return null
}
