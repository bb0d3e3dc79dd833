import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '#/schemas/record.ts'
import { recordOf, storyOf } from '../helpers/record.ts'
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

describe('what changed in the quotes', () => {
  const said = (name: string, speech: string, extractor?: string) =>
    storyOf({ said: `“${speech},” said ${name}.`, speaker: name, ...(extractor && { extractor }) })
  const changes = async (records: ArticleRecord[], query = '') => {
    await using service = await openService(records)
    const { version } = records.at(-1)!.article
    return (await service.inject(`${base}/versions/${version}/changes${query}`)).json()
  }
  const first = said('Mara Lind', 'We will not wait for ever')
  const reworded = said('Mara Lind', 'We will not wait any longer for ever')
  const other = said('Mara Lind', 'Herring is cheap')
  const corrected = said('Bo Olsen', 'Herring is cheap')

  it.each([
    ['reworded', [first, reworded], ['text']],
    ['added', [first], []],
    ['changed', [other, corrected], ['speaker']],
  ])('is %s', async (change, records, fields) => {
    const { items, total, from, to, same } = await changes(records)
    const [before, after] = [records.at(-2), records.at(-1)!]
    expect([total, same, from, to]).toEqual([1, 0, before?.article.version ?? null, after.article.version])
    expect(items[0]).toMatchObject({ change, fields, after: { text: after.quotes[0]!.text } })
    expect(items[0].before?.text).toBe(before?.quotes.at(0)?.text)
  })

  it('is added and removed where the words are others, and nothing where they are the same', async () => {
    const { items } = await changes([first, other])
    expect(items.map(({ change }: { change: string }) => change)).toEqual(['added', 'removed'])
    const moved = storyOf({ said: `It rained. ${first.text}`, speaker: 'Mara Lind' })
    expect(await changes([first, moved])).toMatchObject({ items: [], total: 0, same: 1 })
  })

  it('is told with offsets in any unit, those of each quote in its own text', async () => {
    const records = [
      storyOf({ said: '🐟🐟 “We will not wait for ever,” said Mara Lind.', speaker: 'Mara Lind' }),
      storyOf({ said: 'Élan: “We will not wait any longer for ever,” said Mara Lind.', speaker: 'Mara Lind' }),
    ]
    const starts = async (query: string) => {
      const [{ before, after }] = (await changes(records, query)).items
      return [before.range.start, after.range.start, after.range.unit, after.speaker.mention.range.unit]
    }
    expect(await starts('')).toEqual([5, 6, 'utf16', 'utf16'])
    expect(await starts('?offsets=codepoint')).toEqual([3, 6, 'codepoint', 'codepoint'])
    expect(await starts('?offsets=utf8')).toEqual([9, 7, 'utf8', 'utf8'])
  })

  it('is told since any version', async () => {
    const { items, from } = await changes([first, other, reworded], `?since=${first.article.version}`)
    expect(from).toBe(first.article.version)
    expect(items[0]).toMatchObject({ change: 'reworded', before: { id: first.quotes[0]!.id } })
    expect((await changes([first, other], '?since=000000000000')).type).toBe('/problems/version-not-found')
  })

  it('a quote that is gone says where it was', async () => {
    await using service = await openService([first, other])
    const { lastSeen } = (await service.inject(`${base}/quotes/${first.quotes[0]!.id}`)).json()
    expect((await service.inject(lastSeen)).json().text).toBe(first.quotes[0]!.text)
  })

  it('of an older version every link leads to what is there', async () => {
    await using service = await openService([first, other])
    const old = `${base}/versions/${first.article.version}`
    const items = []
    for (const list of ['quotes', 'entities', 'speakers'])
      items.push(...(await service.inject(`${old}/${list}`)).json().items)
    items.push((await service.inject(`${base}/versions/${other.article.version}/changes`)).json().items[1].before)
    const paths = items.flatMap(({ links }) => Object.values(links as Record<string, string | null>))
    for (const path of paths.filter((each) => each !== null))
      expect([path, (await service.inject(path)).statusCode]).toEqual([path, 200])
    expect(items.map(({ links }) => links.self).every((self) => self.startsWith(old))).toBe(true)
  })
})
