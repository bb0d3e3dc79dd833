import { expect, it } from 'vitest'
import { recordOfText } from '../helpers/app.ts'

const { entities, text } = recordOfText(
  [
    'US presses Denmark over the ferry to Ystad',
    'By Ida Holm',
    'COPENHAGEN, May 15, 2024 – Danish Transport Minister Mara Lind said on Tuesday that the United States had asked',
    'for the papers of the ferry. The U.S. Treasury’s deputy secretary, Bo Olsen, will fly to Denmark next week.',
    '',
    'Lind, 52, a former sailor, told the Quay Post that the Treasury Department had “no business” there.',
    '',
    'Olsen (pictured), a banker from Boston, had met Danes and Swedes in March. America buys no Danish ferries.',
    '',
    'Copyright 2024 Harbour Wire of Malmo. All rights reserved.',
  ].join('\n'),
  'ferry.txt',
)
const drawn = entities.map(({ name, aliases }) => [name, ...aliases].join(' = '))
const named = (name: string) => entities.find((entity) => entity.name === name)

it('names that mean one thing are one entity', () => {
  expect(drawn).toContain('United States = US = America')
  expect(drawn).toContain('U.S. Treasury = Treasury Department')
  expect(drawn).toContain('Mara Lind = Lind')
})

it('a people is no country, and has its code alone', () => {
  expect(named('Denmark')).toMatchObject({ type: 'place', identifiers: { iso3166: 'DK', wikidata: 'Q35' } })
  expect(entities.filter(({ type }) => type === 'group').map(({ identifiers }) => identifiers)).toContainEqual(
    expect.objectContaining({ iso3166: 'DK', wikidata: null }),
  )
})

it('title and role are places in the text', () => {
  const mara = named('Mara Lind')!
  expect(mara.title?.text).toBe('Danish Transport Minister')
  expect(mara.role?.text).toBe('a former sailor')
  expect(named('Bo Olsen')?.role?.text).toBe('The U.S. Treasury’s deputy secretary')
  for (const passage of [mara.title!, mara.role!])
    expect(text.slice(passage.range.start, passage.range.end)).toBe(passage.text)
})

it('dates are of the calendar, since the article states its day', () => {
  const dates = entities.filter(({ type }) => type === 'date').map(({ name, date }) => `${name}: ${date?.value}`)
  expect(dates).toEqual(expect.arrayContaining(['Tuesday: 2024-05-14', 'next week: 2024-W21', 'March: 2024-03']))
})

it('the byline and the notice make no entities', () => {
  expect(drawn.filter((names) => /Holm|Harbour Wire|Malmo/u.test(names))).toEqual([])
})

it('every null has its reason', () => {
  for (const { type, title, role, date, identifiers, unknown } of entities) {
    if (title === null) expect(unknown).toHaveProperty('title')
    if (role === null) expect(unknown).toHaveProperty('role')
    if (type === 'date' && date === null) expect(unknown).toHaveProperty('date')
    if (identifiers.confidence === null) expect(unknown).toHaveProperty('identifiers')
  }
})
