import type { Operation, Reference } from './document.ts'

/** A part of the document where it stands: `limit` of `listQuotes`. */
export type Place<Part> = { name: string; part: Part; operation: Operation }

/** `articleId` → `ArticleId`, `Cache-Control` → `CacheControl` */
const pascal = (words: string): string =>
  words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** From the plainest: `Sort`; where quotes and speakers are sorted differently, `QuotesSort`; else `ListQuotesSort`. */
const namesFor = ({ name, operation }: Place<unknown>): string[] =>
  ['', operation.tags?.[0] ?? '', operation.operationId ?? ''].map((whose) => pascal(whose) + pascal(name))

const asText = (part: unknown): string => JSON.stringify(part)

/** What is said in more than one place, once each: where it is said first. */
function repeated<Part>(places: Place<Part>[]): Place<Part>[] {
  const groups = Map.groupBy(places, ({ part }) => asText(part))
  return [...groups.values()].flatMap(([first, ...more]) => (first && more.length > 0 ? [first] : []))
}

/**
 * A component for each part that is repeated, and how to refer to it.
 *
 * Names must differ over all kinds of components, or a generator writes two types with one name: the suffix keeps the
 * parameter `version` (`VersionParameter`) and the schema `Version` apart.
 */
export function componentsOf<Part>(kind: string, suffix: string, places: Place<Part>[]) {
  const components: Record<string, Part> = {}
  const references = new Map<string, Reference>()
  for (const variants of Map.groupBy(repeated(places), ({ name }) => pascal(name)).values()) {
    const differ = (level: number) => new Set(variants.map((place) => namesFor(place)[level])).size === variants.length
    const level = [0, 1, 2].find(differ) ?? 2
    for (const place of variants) {
      const name = `${namesFor(place)[level]}${suffix}`
      components[name] = place.part
      references.set(asText(place.part), { $ref: `#/components/${kind}/${name}` })
    }
  }
  const refer = (part: Part): Part | Reference => references.get(asText(part)) ?? part
  return { components, refer }
}
