import { holderOf, type Span } from '#/src/text/spans.ts'
import type { Cast } from '../coreference/cast.ts'
import type { Cluster } from '../coreference/cluster.ts'
import { roleAfter } from '../coreference/roles.ts'
import type { DescribedEntity, ExtractedMention, Link } from '../extraction.ts'
import { nameOf } from './names.ts'
import { descriptionBefore, titleBefore } from './titles.ts'

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
      ...(cluster.type === 'person' ? standingOf(text, cluster, body) : nothing),
      mentions: [...named.mentions, ...others].sort((a, b) => a.span.start - b.span.start),
      link: links[entity]!,
      date: null,
    }
  })
}

type Standing = Pick<DescribedEntity, 'title' | 'role'>

const nothing: Standing = { title: null, role: null }

/** The first title and the first role that stand beside a name; of a headline only the title. */
function standingOf(text: string, { names }: Cluster, body: readonly Span[]): Standing {
  const standing = { ...nothing }
  let inHeadline: Span | null = null
  for (const { span } of names) {
    const paragraph = body[holderOf(body, span)]
    if (paragraph) {
      standing.title ??= titleBefore(text, span)
      standing.role ??= roleAfter(text, span, paragraph.end) ?? descriptionBefore(text, span)
    } else inHeadline ??= titleBefore(text, span)
    if (standing.title && standing.role) break
  }
  return { ...standing, title: standing.title ?? inHeadline }
}
