import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { recordOf } from '../helpers/record.ts'
import { openService } from '../helpers/service.ts'

const older = recordOf({ text: '“Yes,” he said.' })
const newer = recordOf({ text: '“No,” he said.' })
const app = await openService([older, newer])
const base = '/v1/articles/a-title'

it('lists every text that the article had, the newest first', async () => {
  const { items, total, next } = (await app.inject(`${base}/versions`)).json()
  expect([total, next]).toEqual([2, null])
  expect(items.map(({ version }: { version: string }) => version)).toEqual([
    newer.article.version,
    older.article.version,
  ])
  for (const item of items) expect((await app.inject(item.href)).json()).toEqual(item)
})

it('an older text stays as it was, under every path', async () => {
  const at = `${base}/versions/${older.article.version}`
  expect((await app.inject(`${at}/text`)).body).toBe(older.text)
  expect((await app.inject(`${base}/text`)).body).toBe(newer.text)
  expect(hash('sha256', older.text).slice(0, 12)).toBe(older.article.version)
  for (const path of ['/metadata', '/blocks', '/quotes', '/speakers', '/entities', `/quotes/${older.quotes[0]!.id}`])
    expect([path, (await app.inject(at + path)).statusCode]).toEqual([path, 200])
})

it.each([
  ['an article that is not there', '/v1/articles/b-title/versions', 'article-not-found'],
  ['a version that is not there', `${base}/versions/000000000000`, 'version-not-found'],
  ['a part of a version that is not there', `${base}/versions/000000000000/quotes`, 'version-not-found'],
  ['a version of an article that is not there', '/v1/articles/b-title/versions/000000000000', 'article-not-found'],
])('%s is a 404', async (_, url, type) => {
  const answer = await app.inject(url)
  expect([answer.statusCode, answer.json().type]).toEqual([404, `/problems/${type}`])
})
