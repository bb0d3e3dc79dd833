import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import { callsOf, meantBy } from '#/src/store/identity.ts'
import { holdsAll, termsOf } from '#/src/text/search.ts'
import { anyInside } from '#/src/text/spans.ts'

/**
 * The entities that ids or names stand for: the one that has the id in the article, else whatever is called so, here or
 * across articles, whatever case and accents of a name.
 */
export const entitiesNamed = ({ entities }: ArticleRecord, wanted: readonly string[]): Set<string> =>
  new Set(wanted.flatMap((called) => idsOf(entities, called)))

function idsOf(entities: readonly EntityRecord[], called: string): readonly string[] {
  if (entities.some(({ id }) => id === called)) return [called]
  const known = knownAs(entities)
  return meantBy(called).flatMap((key) => known.get(key) ?? [])
}

/** The entities of a record by all that they are called. Records are kept and frozen, so this is, too. */
const calls = new WeakMap<readonly EntityRecord[], ReadonlyMap<string, readonly string[]>>()

function knownAs(entities: readonly EntityRecord[]): ReadonlyMap<string, readonly string[]> {
  const known = calls.get(entities)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const entity of entities)
    for (const key of callsOf(entity)) found.set(key, [...(found.get(key) ?? []), entity.id])
  calls.set(entities, found)
  return found
}

/** A test for words: every one, and every "phrase in marks", must be in one of the texts. */
export function holds(q: string): (texts: readonly string[]) => boolean {
  const terms = termsOf(q)
  return (texts) => holdsAll(terms, texts)
}

/** What is searched of a quote: its words and who says it. */
export const searched = ({ text, speaker }: QuoteRecord): string[] => [
  text,
  `${speaker?.name ?? ''} ${speaker?.mention.text ?? ''}`,
]

/** Whether one of the mentions of an entity stands in what is said, in marks or reported. */
export const isNamedIn = ({ mentions }: EntityRecord, { segments }: QuoteRecord): boolean =>
  anyInside(
    mentions.map(({ range }) => range),
    segments,
  )
