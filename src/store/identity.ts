import type { EntityRecord } from '#/schemas/record.ts'
import { nameKey } from '../text/search.ts'

type Named = Pick<EntityRecord, 'type' | 'name' | 'identifiers'>

/**
 * What an entity is called across articles. Linked to the same Wikidata item it is the same one, whatever its name:
 * `Q57663`. Else all that is known is that another article has the same type and name: `person-mara-lind`.
 */
export const identityOf = ({ type, name, identifiers }: Named): string =>
  identifiers.wikidata ?? `${type}-${nameKey(name).replaceAll(' ', '-') || encodeURIComponent(name.toLowerCase())}`

/** Everything that a filter may call an entity: its id across articles, its id in the article, and each of its names. */
export function callsOf(entity: EntityRecord): string[] {
  const names = [entity.id, entity.name, ...entity.aliases].map(nameKey).filter((key) => key !== '')
  return [...new Set([identityOf(entity), ...names])]
}

/** What somebody may mean by an id or a name: the id as it is, or whatever has the name. */
export const meantBy = (called: string): string[] => [...new Set([called, nameKey(called)])].filter((key) => key !== '')

/** A Wikidata item is a link; any other key is a type and a name. */
export const isLinked = (key: string): boolean => /^Q\d+$/.test(key)
