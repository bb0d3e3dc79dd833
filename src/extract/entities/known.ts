import type { EntityType } from '#/schemas/entity.ts'
import { push } from './places.ts'

/** An organisation, person, region, group or event that is known by name. */
export type Known = {
  type: EntityType
  wikidata: string | null
  /** Title in the English Wikipedia. */
  wikipedia: string
  /** ISO codes of the countries that it is in the news of; none when it is of the world. */
  countries: readonly string[]
  /** Words that speak for it where its name is short: “cricket” beside “ICC”. */
  words: readonly string[]
}

/**
 * How a name is to be taken: `strong` as it stands, `weak` only with support, `short` is the end of a longer name
 * (“Putin”), `seat` may mean whoever sits there (“the Kremlin”).
 */
export type Sign = 'strong' | 'weak' | 'short' | 'seat'

export type KnownReading = { known: Known; sign: Sign }

export type KnownNames = (key: string) => readonly KnownReading[]

/** `data/lexicon/known.json`: type, keys, Wikidata, title in Wikipedia, countries, words. */
export type KnownRow = [EntityType, string[], string | null, string, string, string]

const signs: Record<string, Sign> = { '?': 'weak', '~': 'short', '^': 'seat' }

/** The known names, from the parsed file. */
export function readKnown(rows: readonly KnownRow[]): KnownNames {
  const named = new Map<string, KnownReading[]>()
  for (const [type, keys, wikidata, wikipedia, countries, words] of rows) {
    const known = { type, wikidata, wikipedia, countries: split(countries, ' '), words: split(words, ';') }
    for (const key of keys) {
      const sign = signs[key.charAt(0)]
      push(named, sign ? key.slice(1) : key, { known, sign: sign ?? 'strong' })
    }
  }
  return (key) => named.get(key) ?? none
}

const none: readonly never[] = []

const split = (text: string, by: string): string[] => (text ? text.split(by) : [])
