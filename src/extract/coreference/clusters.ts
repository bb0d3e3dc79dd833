import type { EntityType } from '#/schemas/entity.ts'
import type { TaggedName } from '../tagger/tag.ts'
import { clusterBodies } from './bodies.ts'
import type { Cluster } from './cluster.ts'
import type { GivenNames } from './gender.ts'
import { type ReadName, readName } from './names.ts'
import { clusterPeople } from './people.ts'

/** Names of the same thing, together, in the order of their first names. */
export function clusterNames(text: string, names: readonly TaggedName[], given: GivenNames): Cluster[] {
  const read = voted(names.map((name) => readName(text, name)))
  const isPerson = ({ type }: ReadName): boolean => type === 'person'
  const people = clusterPeople(read.filter(isPerson), given)
  const bodies = clusterBodies(
    text,
    read.filter((name) => !isPerson(name)),
    landsIn(read),
  )
  for (const { names: own } of bodies) own.sort((a, b) => a.span.start - b.span.start)
  return [...people, ...bodies].sort((a, b) => a.names[0]!.span.start - b.names[0]!.span.start)
}

/** The same words have one type in an article: the one that they are given most often, of equals the first. */
function voted(names: readonly ReadName[]): ReadName[] {
  const votes = new Map<string, Map<EntityType, number>>()
  for (const { key, type } of names) {
    const types = votes.get(key) ?? new Map<EntityType, number>()
    votes.set(key, types.set(type, (types.get(type) ?? 0) + 1))
  }
  return names.map((name) => {
    const [type] = [...votes.get(name.key)!].reduce((best, vote) => (vote[1] > best[1] ? vote : best))
    return type === name.type ? name : { ...name, type }
  })
}

/** Words that stand for a land or a people: “us”, “malaysia”, “malaysian”. */
const landsIn = (names: readonly ReadName[]): Set<string> =>
  new Set([
    'us',
    'uk',
    ...names
      .filter(({ type, words }) => words.length === 1 && (type === 'place' || type === 'group'))
      .map(({ key }) => key),
  ])
