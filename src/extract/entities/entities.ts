import { contains, type Span } from '#/src/text/spans.ts'
import type { Cast } from '../coreference/cast.ts'
import type { Cluster } from '../coreference/cluster.ts'
import { roleAfter } from '../coreference/roles.ts'
import type { DescribedEntity, ExtractedMention, Link } from '../extraction.ts'
import { nameOf } from './names.ts'

/** Clusters of names as entities: the fullest name, the others, the role beside a name, and every mention in order. */
export function describeEntities(
  text: string,
  { clusters, pronouns, nominals }: Cast,
  links: readonly Link[],
  body: readonly Span[],
): DescribedEntity[] {
  const meant = Map.groupBy([...pronouns.values(), ...nominals.values()], ({ entity }) => entity)
  return clusters.map((cluster, entity) => {
    const named = nameOf(text, cluster)
    const others = (meant.get(entity) ?? []).map(({ span, form }): ExtractedMention => ({ span, form }))
    return {
      ...named,
      role: cluster.type === 'person' ? firstRole(text, cluster, body) : null,
      mentions: [...named.mentions, ...others].sort((a, b) => a.span.start - b.span.start),
      link: links[entity]!,
      date: null,
    }
  })
}

function firstRole(text: string, { names }: Cluster, body: readonly Span[]): Span | null {
  for (const { span } of names) {
    const paragraph = body.find((each) => contains(each, span))
    const role = paragraph ? roleAfter(text, span, paragraph.end) : null
    if (role) return role
  }
  return null
}
