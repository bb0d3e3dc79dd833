import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iso from 'i18n-iso-countries'
import { iso31662 } from 'iso-3166'
import { cityColumnsOf, cityNamed } from './cities.ts'
import { countryColumns, keysFor, knownColumns, listOf, regionColumns, table } from './tables.ts'

/** Regions of these countries are in the news without their country beside them. */
const wellKnown = new Set(['AU', 'CA', 'CN', 'DE', 'ES', 'FR', 'GB', 'IN', 'IT', 'MY', 'US'])

const countries = table('countries.tsv', countryColumns)
const regions = table('regions.tsv', regionColumns)
const known = table('known.tsv', knownColumns)

/** GeoNames ids of the capitals by country. */
const capitals = new Map(
  countries.flatMap(({ code, capital }): [string, number][] => {
    const city = capital ? cityNamed(capital, code) : undefined
    if (capital && !city) throw new Error(`countries.tsv: no city ${capital} in ${code}`)
    return city ? [[code, city.cityId]] : []
  }),
)

/** English names as i18n-iso-countries has them, without the inverted ones: “Korea, Republic of”. */
const isoNames = (code: string): string[] =>
  [iso.getName(code, 'en', { select: 'all' }) ?? []].flat().filter((name) => !/[,(]/u.test(name) && name !== 'Congo')

function countryRows(): unknown[] {
  return countries.map(({ code, name, aliases, demonyms, wikidata, geonames, wikipedia }) => [
    code,
    keysFor([name, ...listOf(aliases), ...isoNames(code)]),
    keysFor(listOf(demonyms)),
    wikidata,
    Number(geonames),
    wikipedia,
    capitals.get(code) ?? null,
  ])
}

function regionRows(): unknown[] {
  const codes = new Set(iso31662.map(({ code }) => code))
  return regions.map(({ code, name, aliases, demonyms, wikidata }) => {
    if (!codes.has(code)) throw new Error(`regions.tsv: ${code} is not in ISO 3166-2`)
    const names = [name, ...listOf(aliases)]
    const bare = names.map((each) => each.replace(/^[?]/u, ''))
    const alone = names.filter((each) => !each.endsWith('.'))
    return [
      code,
      keysFor(alone, wellKnown.has(code.slice(0, 2)) ? '' : '?'),
      keysFor(bare),
      keysFor(listOf(demonyms)),
      wikidata || null,
    ]
  })
}

function knownRows(): unknown[] {
  return known.map(({ name, aliases, type, wikidata, wikipedia, note, words }) => [
    type,
    keysFor([name, ...listOf(aliases)]),
    wikidata || null,
    wikipedia,
    /^(?:[A-Z]{2}(?: |$))*/u.exec(note)![0].trim().split(' ').filter(Boolean).join(' '),
    listOf(words).join(';'),
  ])
}

/** One row a line: a change shows as a line. */
const lines = (rows: readonly unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`

const columnLines = (columns: Record<string, unknown>): string =>
  `{\n${Object.entries(columns)
    .map(([name, column]) => `${JSON.stringify(name)}:${JSON.stringify(column)}`)
    .join(',\n')}\n}\n`

/** The files of `data/lexicon` that this script makes, by name. */
export const lexiconFiles = (): Record<string, string> => ({
  'countries.json': lines(countryRows()),
  'regions.json': lines(regionRows()),
  'cities.json': columnLines(cityColumnsOf(capitals)),
  'known.json': lines(knownRows()),
})

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../../data/lexicon')
  for (const [name, text] of Object.entries(lexiconFiles())) writeFileSync(join(folder, name), text)
}
