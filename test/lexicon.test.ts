import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { entityTypes } from '#/schemas/entity.ts'
import { lexiconFiles } from './train/lexicon/build.ts'
import { countryColumns, knownColumns, regionColumns, table } from './train/lexicon/tables.ts'

const made = lexiconFiles()

it.each(Object.keys(made))('data/lexicon/%s is what npm run build:lexicon makes', (name) => {
  expect(readFileSync(new URL(`../data/lexicon/${name}`, import.meta.url), 'utf8') === made[name]).toBe(true)
})

const ids = [
  ...table('countries.tsv', countryColumns),
  ...table('regions.tsv', regionColumns),
  ...table('known.tsv', knownColumns),
].flatMap(({ name, wikidata }) => (wikidata ? [[wikidata, name] as const] : []))

it('an id of Wikidata is that of one thing', () => {
  const shared = [...Map.groupBy(ids, ([id]) => id)].filter(([, names]) => names.length > 1)
  expect(shared).toEqual([])
  for (const [id, name] of ids) expect(id, name).toMatch(/^Q[1-9]\d*$/u)
})

it('a known name is of a type that entities have', () => {
  for (const { name, type, wikipedia } of table('known.tsv', knownColumns)) {
    expect(entityTypes, name).toContain(type)
    expect(wikipedia, name).not.toBe('')
  }
})
