import { expect, it } from 'vitest'
import { H, harbour, harbourText } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour])
type Item = { kind: string; text: string; paragraph: number | null }
const items = async (query = '') => (await app.inject(`${H}/blocks${query}`)).json<{ items: Item[] }>().items

it('is the text, block by block, and numbers those of the body', async () => {
  expect((await items()).map(({ text }) => text)).toEqual(harbourText.split('\n\n'))
  expect((await items()).map(({ paragraph }) => paragraph)).toEqual([null, null, 1, 2, 3, 4])
})

it.each([
  ['?kind=byline', ['byline']],
  ['?kind=title,byline', ['title', 'byline']],
  ['?kind=caption', []],
  ['?kind=paragraph&limit=2', ['paragraph', 'paragraph']],
])('%s', async (query, kinds) => {
  expect((await items(query)).map(({ kind }) => kind)).toEqual(kinds)
})

it('as CSV, its columns are those of a table', async () => {
  const [header] = (await app.inject(`${H}/blocks.csv`)).body.split('\r\n')
  expect(header).toBe('kind,paragraph,range.start,range.end,text')
})
