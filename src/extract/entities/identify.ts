import type { Cluster } from '../coreference/cluster.ts'
import type { Link } from '../extraction.ts'
import { type Gazetteer, linkEntities } from './links.ts'
import { nameOf } from './names.ts'

/** Clusters with what others call them; no two mean the same. */
export type Identified = { clusters: Cluster[]; links: Link[] }

/**
 * Links clusters of names, and joins those that mean one thing: nothing in “US” and “United States” says so, but the
 * lists do. A known name also knows its type: “Reuters” is no place, whatever a tagger made of it.
 */
export function identify(text: string, clusters: readonly Cluster[], gazetteer: Gazetteer): Identified {
  const links = linkEntities(
    text,
    clusters.map((cluster) => nameOf(text, cluster)),
    gazetteer,
  )
  const joined = new Map<string, { cluster: Cluster; link: Link }>()
  clusters.forEach((cluster, i) => {
    const link = links[i]!
    const type = (link.confidence !== null && link.type) || cluster.type
    const key =
      link.confidence === null
        ? `${i}`
        : `${type} ${link.wikidata ?? link.wikipedia ?? link.geonames ?? link.iso3166 ?? i}`
    const same = joined.get(key)
    if (!same) joined.set(key, { cluster: retyped(cluster, type), link })
    else {
      same.cluster = join(same.cluster, cluster, type)
      if (link.confidence !== null && link.confidence > (same.link.confidence ?? 0)) same.link = link
    }
  })
  const sorted = [...joined.values()].sort((a, b) => firstOf(a.cluster) - firstOf(b.cluster))
  return { clusters: sorted.map(({ cluster }) => cluster), links: sorted.map(({ link }) => link) }
}

const firstOf = ({ names }: Cluster): number => names[0]!.span.start

const retyped = ({ names, forms }: Cluster, type: Cluster['type']): Cluster => ({
  type,
  names: names.map((name) => ({ ...name, type })),
  forms,
})

const join = (a: Cluster, b: Cluster, type: Cluster['type']): Cluster =>
  retyped(
    {
      type,
      names: [...a.names, ...b.names].sort((one, other) => one.span.start - other.span.start),
      forms: new Map([...a.forms, ...b.forms]),
    },
    type,
  )
