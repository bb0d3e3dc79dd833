import { type Cities, type CityColumns, readCities } from './cities.ts'

/** How a listed name is to be taken: as it stands, or only where the article supports it. */
export type Strength = 'strong' | 'weak'

export type Country = {
  /** ISO 3166-1. */
  code: string
  wikidata: string
  geonames: number
  wikipedia: string
  /** GeoNames id of the capital. */
  capital: number | null
}

export type Region = {
  /** ISO 3166-2. */
  code: string
  wikidata: string | null
}

export type Land = { kind: 'country'; country: Country } | { kind: 'region'; region: Region }

/** A country or region as a name may mean it. */
export type Reading = { land: Land; strength: Strength }

export type Places = {
  /** What a name like “Georgia” may mean. */
  lands: (key: string) => readonly Reading[]
  /** The regions of that name, whatever else it may mean: for “Kharkiv region”, and for “Athens, Ga.” */
  regions: (key: string) => readonly Region[]
  /** The countries and regions that a word like “Georgian” may mean. */
  peoples: (key: string) => readonly Reading[]
  country: (code: string) => Country | undefined
  cities: Cities
}

/** `data/lexicon/countries.json`: code, keys, demonyms, Wikidata, GeoNames, title in Wikipedia, capital. */
export type CountryRow = [string, string[], string[], string, number, string, number | null]
/** `data/lexicon/regions.json`: code, keys that mean it alone, all keys, demonyms, Wikidata. */
export type RegionRow = [string, string[], string[], string[], string | null]

/** The places that names are looked up in, from the parsed files of `data/lexicon`. */
export function readPlaces(
  countryRows: readonly CountryRow[],
  regionRows: readonly RegionRow[],
  cityColumns: () => CityColumns,
): Places {
  const lands = new Map<string, Reading[]>()
  const peoples = new Map<string, Reading[]>()
  const regions = new Map<string, Region[]>()
  const countries = new Map<string, Country>()
  for (const [code, keys, demonyms, wikidata, geonames, wikipedia, capital] of countryRows) {
    const country = { code, wikidata, geonames, wikipedia, capital }
    countries.set(code, country)
    addAll(lands, keys, { kind: 'country', country })
    addAll(peoples, demonyms, { kind: 'country', country })
  }
  for (const [code, alone, keys, demonyms, wikidata] of regionRows) {
    const region = { code, wikidata }
    addAll(lands, alone, { kind: 'region', region })
    addAll(peoples, demonyms, { kind: 'region', region })
    for (const key of keys) push(regions, key, region)
  }
  return {
    lands: (key) => lands.get(key) ?? none,
    regions: (key) => regions.get(key) ?? none,
    peoples: (key) => peoples.get(key) ?? none,
    country: (code) => countries.get(code),
    cities: readCities(cityColumns),
  }
}

const none: readonly never[] = []

function addAll(into: Map<string, Reading[]>, marked: readonly string[], land: Land): void {
  for (const key of marked) {
    const weak = key.startsWith('?')
    push(into, weak ? key.slice(1) : key, { land, strength: weak ? 'weak' : 'strong' })
  }
}

export function push<T>(into: Map<string, T[]>, key: string, item: T): void {
  const list = into.get(key)
  if (list) list.push(item)
  else into.set(key, [item])
}

/** The ISO code of the country that a place is or lies in. */
export const countryOf = (land: Land): string =>
  land.kind === 'country' ? land.country.code : land.region.code.slice(0, 2)
