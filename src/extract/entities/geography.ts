import type { NamedEntity } from '../extraction.ts'
import type { KnownNames } from './known.ts'
import { countryOf, type Places, type Reading } from './places.ts'

/** What an article says about where it plays, but for one of its entities. */
export type Geography = {
  /** From 0 (nothing) towards 1: how much it speaks of a country or region, by ISO code. */
  support: (code: string) => number
  /** The weight of a country against that of the country it speaks of most, 0 to 1. */
  share: (country: string) => number
}

/** A country named many times says hardly more than one named three times. */
const weigh = (mentions: number): number => 1 + Math.min(mentions - 1, 2) / 2

/** The countries and regions that the entities of an article speak for, each where its name can mean but one. */
export function geographyOf(
  entities: readonly NamedEntity[],
  keys: readonly (readonly string[])[],
  places: Places,
  known: KnownNames,
): (without: number) => Geography {
  const total = new Map<string, number>()
  const own = entities.map((entity, i) => {
    const codes = spokenFor(entity, keys[i]!, places, known)
    const weight = weigh(entity.mentions.length)
    for (const code of codes) total.set(code, (total.get(code) ?? 0) + weight)
    return { codes, weight }
  })
  return (without) => {
    const { codes, weight } = own[without]!
    const weightOf = (code: string): number => (total.get(code) ?? 0) - (codes.has(code) ? weight : 0)
    const most = Math.max(1, ...[...total.keys()].filter((code) => code.length === 2).map(weightOf))
    return {
      support: (code) => 1 - 0.5 ** weightOf(code),
      share: (country) => weightOf(country) / most,
    }
  }
}

function spokenFor(
  { type }: NamedEntity,
  keys: readonly string[],
  places: Places,
  known: KnownNames,
): ReadonlySet<string> {
  if (type === 'place') return inPlace(keys, places)
  if (type === 'group') return codesOf(keys.map((key) => only(places.peoples(key))))
  if (type === 'date') return nowhere
  const countries = keys.flatMap((key) => {
    const [reading, ...others] = known(key)
    const isSure = reading?.sign === 'strong' && others.length === 0 && reading.known.countries.length === 1
    return isSure ? reading.known.countries : []
  })
  return new Set(countries)
}

const nowhere: ReadonlySet<string> = new Set()

function inPlace(keys: readonly string[], places: Places): ReadonlySet<string> {
  const lands = codesOf(keys.map((key) => only(places.lands(key))))
  if (lands.size > 0 || keys.some((key) => places.lands(key).length > 0)) return lands
  const codes = new Set<string>()
  for (const key of keys) {
    const [first, second] = places.cities.named(key)
    if (!first || first.standing === 'part') continue
    const isClear = !second || first.thousands > 5 * second.thousands
    if (!isClear || (first.standing === 'town' && first.thousands < 100)) continue
    codes.add(first.country)
    if (first.region) codes.add(`${first.country}-${first.region}`)
  }
  return codes
}

/** The reading of a name that has but one, and stands by itself. */
const only = (readings: readonly Reading[]): Reading | undefined =>
  readings.length === 1 && readings[0]!.strength === 'strong' ? readings[0] : undefined

function codesOf(readings: readonly (Reading | undefined)[]): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const reading of readings) {
    if (!reading) continue
    codes.add(countryOf(reading.land))
    if (reading.land.kind === 'region') codes.add(reading.land.region.code)
  }
  return codes
}
