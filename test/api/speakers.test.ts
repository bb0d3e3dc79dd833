import { expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour])
const get = async (path: string) => (await app.inject(H + path)).json()
const names = async (query: string) =>
  (await get(`/speakers${query}`)).items.map(({ name }: { name: string }) => name).join(', ')

it.each([
  ['', 'Mara Lind, Bo Olsen'],
  ['?sort=-words', 'Mara Lind, Bo Olsen'],
  ['?sort=position', 'Mara Lind, Bo Olsen'],
  ['?limit=1', 'Mara Lind'],
])('…/speakers%s is %s', async (query, expected) => {
  expect(await names(query)).toBe(expected)
})

it('counts direct and mixed words, and says what the shares are shares of', async () => {
  const { items, basis } = await get('/speakers')
  expect(items[0]).toMatchObject({
    entityId: 'mara-lind',
    quotes: 2,
    words: { total: 16, verbatim: 13, interpolated: 3 },
    shareOfBody: 0.2623,
    shareOfQuoted: 0.6957,
  })
  expect(basis).toMatchObject({
    kinds: ['direct', 'mixed'],
    bodyWords: 61,
    quotedWords: 23,
    unattributed: { quotes: 1, words: 2 },
    unnamed: [{ description: 'two officials', quotes: 1, words: { total: 1 } }],
  })
})

it('one speaker is the item of the list, and leads to the quotes', async () => {
  const [mara] = (await get('/speakers')).items
  expect(await get('/speakers/mara-lind')).toEqual(mara)
  expect((await app.inject(mara.links.quotes)).json().total).toBe(2)
  expect((await app.inject(mara.links.entity)).json().name).toBe('Mara Lind')
})

it('who is named and says nothing is no speaker', async () => {
  const answer = await app.inject(`${H}/speakers/ystad`)
  expect([answer.statusCode, answer.json().type]).toEqual([404, '/problems/speaker-not-found'])
  expect((await get('/speakers/mara-lin')).suggestions).toEqual(['mara-lind'])
})

it('as CSV', async () => {
  expect((await app.inject(`${H}/speakers.csv`)).body).toBe(
    'entityId,name,quotes,words.total,words.verbatim,shareOfBody,shareOfQuoted\r\n' +
      'mara-lind,Mara Lind,2,16,13,0.2623,0.6957\r\nbo-olsen,Bo Olsen,1,6,6,0.0984,0.2609\r\n',
  )
})
