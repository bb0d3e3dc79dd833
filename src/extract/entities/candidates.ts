import type { Identity } from '../extraction.ts'
import type { City } from './cities.ts'
import type { Known } from './known.ts'
import { type Country, countryOf, type Land, type Places, type Region } from './places.ts'

/** Something that a name may mean, and how well that fits: 2 is the least that is believed. */
export type Candidate = {
  kind: 'country' | 'region' | 'town' | 'known'
  /** Tells candidates apart. */
  target: string
  country: string
  /** ISO 3166-2 of the region that it is or lies in, where known. */
  region: string
  city: City | null
  isWeak: boolean
  score: number
  identity: Identity
}

const article = (title: string): string =>
  `https://en.wikipedia.org/wiki/${encodeURI(title.replaceAll(' ', '_')).replaceAll('?', '%3F')}`

export const ofCountry = (country: Country): Identity => ({
  wikidata: country.wikidata,
  wikipedia: article(country.wikipedia),
  iso3166: country.code,
  geonames: String(country.geonames),
})

export const ofRegion = ({ code, wikidata }: Region): Identity => ({
  wikidata,
  wikipedia: null,
  iso3166: code,
  geonames: null,
})

/** A people has its country's code, and nothing else of the country. */
export const ofPeople = (land: Land): Identity => ({
  wikidata: null,
  wikipedia: null,
  iso3166: land.kind === 'country' ? land.country.code : land.region.code,
  geonames: null,
})

export const ofKnown = ({ wikidata, wikipedia, type, countries }: Known): Identity => ({
  wikidata,
  wikipedia: article(wikipedia),
  iso3166: type === 'place' && countries.length === 1 ? countries[0]! : null,
  geonames: null,
})

export function ofCity(city: City, places: Places): Identity {
  const item = places.cities.item(city.id)
  return {
    wikidata: item?.[0] ?? null,
    wikipedia: item ? article(item[1]) : null,
    iso3166: city.country,
    geonames: String(city.id),
  }
}

/** How likely a town is meant before anything is read: by its standing and its size. */
function fame({ standing, thousands }: City): number {
  const size = Math.log10(Math.max(1, thousands) / 100)
  if (standing === 'capital') return 4.2 + Math.max(0, size) / 2
  if (standing === 'inTheNews') return 3.5 + size / 2
  return standing === 'part' ? size : size + 1
}

export const landCandidate = (land: Land, isWeak: boolean): Candidate => ({
  kind: land.kind,
  target: land.kind === 'country' ? land.country.code : land.region.code,
  country: countryOf(land),
  region: land.kind === 'region' ? land.region.code : '',
  city: null,
  isWeak,
  score: isWeak ? 1.9 : land.kind === 'country' ? 6 : 5,
  identity: land.kind === 'country' ? ofCountry(land.country) : ofRegion(land.region),
})

export const townCandidate = (city: City, places: Places): Candidate => ({
  kind: 'town',
  target: `city ${city.id}`,
  country: city.country,
  region: city.region ? `${city.country}-${city.region}` : '',
  city,
  isWeak: false,
  score: fame(city),
  identity: ofCity(city, places),
})

export const knownCandidate = (known: Known, isWeak: boolean): Candidate => ({
  kind: 'known',
  target: known.wikipedia,
  country: known.countries.length === 1 ? known.countries[0]! : '',
  region: '',
  city: null,
  isWeak,
  score: isWeak ? 1.9 : 6,
  identity: ofKnown(known),
})
