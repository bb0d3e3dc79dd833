import type { EntityType } from '#/schemas/entity.ts'
import type { ReadName } from './names.ts'

/** A name of an entity, and how sure it is that it is its name: 1 unless two people bear it. */
export type Member = ReadName & { share: number; rival: Cluster | null }

/** One person, organisation, place … with all its names in the article, in order. */
export type Cluster = {
  type: EntityType
  names: Member[]
  /** Its different names: the words of each by the words as one string. */
  forms: Map<string, readonly string[]>
}

export const newCluster = (type: EntityType): Cluster => ({ type, names: [], forms: new Map() })

export function addName(cluster: Cluster, name: ReadName, share = 1, rival: Cluster | null = null): void {
  cluster.names.push({ ...name, type: cluster.type, share, rival })
  cluster.forms.set(name.key, name.words)
}
