import { expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour])
const get = async (path: string) => (await app.inject(H + path)).json()
const ids = async (query: string) =>
  (await get(`/entities${query}`)).items.map(({ id }: { id: string }) => id).join(' ')

it.each([
  ['', 'ystad mara-lind quay-post bo-olsen'],
  ['?type=person', 'mara-lind bo-olsen'],
  ['?type=place,organization', 'ystad quay-post'],
  ['?part=speaker', 'mara-lind bo-olsen'],
  ['?part=mentioned&type=place', 'ystad'],
  ['?entity=ystad', 'ystad'],
  ['?entity=MARA%20LIND', 'mara-lind'],
  ['?entity=olsen', 'bo-olsen'],
  ['?q=olsén', 'bo-olsen'],
  ['?q=post', 'quay-post'],
  ['?sort=-mentions', 'mara-lind ystad quay-post bo-olsen'],
  ['?sort=-salience', 'mara-lind ystad quay-post bo-olsen'],
  ['?sort=name', 'bo-olsen mara-lind quay-post ystad'],
  ['?type=person&sort=name&limit=1', 'bo-olsen'],
])('…/entities%s is %s', async (query, expected) => {
  expect(await ids(query)).toBe(expected)
})

it('one entity is the item of the list, and leads to what it says', async () => {
  const [, mara] = (await get('/entities')).items
  expect(await get('/entities/mara-lind')).toEqual(mara)
  expect(mara.counts).toEqual({ mentions: 2, quotes: 2 })
  expect((await app.inject(mara.links.quotes)).json().total).toBe(2)
  expect((await get('/entities/ystad')).links.quotes).toBeNull()
})

it('says which ids are near', async () => {
  expect(await get('/entities/mara-lynd')).toMatchObject({
    type: '/problems/entity-not-found',
    status: 404,
    suggestions: ['mara-lind'],
  })
})

it('a spreadsheet has dates and links', async () => {
  const csv = (await app.inject(`${H}/entities.csv?type=person`)).body
  expect(csv.split('\r\n')[0]!.split(',')).toEqual(
    expect.arrayContaining(['title.text', 'role.text', 'date.value', 'identifiers.iso3166', 'identifiers.wikidata']),
  )
})
