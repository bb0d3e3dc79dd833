import { contains, overlaps, type Span, slice } from '#/src/text/spans.ts'
import { type Cluster, wordsOf } from '../coreference/clusters.ts'
import { roleAfter } from '../coreference/roles.ts'
import type { ExtractedEntity, ExtractedMention, ExtractedQuote } from '../extraction.ts'

/** Clusters of names as entities: the fullest name, the others, the role beside a name, and every mention in order. */
export function describeEntities(
  text: string,
  clusters: readonly Cluster[],
  quotes: readonly ExtractedQuote[],
  body: readonly Span[],
): ExtractedEntity[] {
  return clusters.map((cluster, entity) => {
    const forms = [...new Set(cluster.names.map(({ span }) => plain(slice(text, span))))]
    const name = fullest(text, cluster)
    const named = cluster.names.map(({ span }): ExtractedMention => ({ span, form: 'name' }))
    return {
      type: cluster.type,
      name,
      aliases: forms.filter((form) => form !== name),
      role: cluster.type === 'person' ? firstRole(text, cluster, body) : null,
      mentions: [...named, ...pronounsFor(text, entity, quotes, named)].sort((a, b) => a.span.start - b.span.start),
    }
  })
}

const plain = (name: string): string => name.replace(/[’']s$/u, '').replace(/\s+/gu, ' ')

/** The name with the most words; of several the one used most, then the first. */
function fullest(text: string, { names }: Cluster): string {
  const uses = new Map<string, { words: number; count: number }>()
  for (const name of names) {
    const form = plain(slice(text, name.span))
    uses.set(form, { words: wordsOf(text, name).length, count: (uses.get(form)?.count ?? 0) + 1 })
  }
  const [[best]] = [...uses].sort(([, a], [, b]) => b.words - a.words || b.count - a.count) as [[string, unknown]]
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

/** The pronouns beside quotes that stand for the entity. */
function pronounsFor(
  text: string,
  entity: number,
  quotes: readonly ExtractedQuote[],
  named: readonly ExtractedMention[],
): ExtractedMention[] {
  const spans = new Map<number, Span>()
  for (const { speaker } of quotes) {
    if (speaker.mention && speaker.entity === entity && /^(?:he|she|who)$/iu.test(slice(text, speaker.mention))) {
      spans.set(speaker.mention.start, speaker.mention)
    }
  }
  return [...spans.values()]
    .filter((span) => !named.some((mention) => overlaps(mention.span, span)))
    .map((span) => ({ span, form: 'pronoun' }))
}
