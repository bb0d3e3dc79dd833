import { expect, it } from 'vitest'
import { A, openApp, shipped } from '../helpers/app.ts'
import { H, harbour } from '../helpers/harbour.ts'

const app = await openApp([harbour, shipped])

it('says what is known, and where it was read', async () => {
  const { provenance, ...known } = (await app.inject(`${H}/metadata`)).json()
  expect(known).toMatchObject({
    title: harbour.article.title,
    publishedAt: '2026-11-02T08:30:00+01:00',
    sourceUrl: 'https://quay.example/harbour-strike',
    links: { self: `${H}/metadata`, article: H },
  })
  expect(provenance.title).toEqual(harbour.provenance.title)
})

it('has a reason for every null, and none for what is known', async () => {
  const { unknown, ...known } = (await app.inject(`${A}/metadata`)).json()
  const nulls = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([name, member]) =>
      name === 'provenance' || name === 'links'
        ? []
        : member === null
          ? [path + name]
          : typeof member === 'object' && !Array.isArray(member)
            ? nulls(member, `${path}${name}.`)
            : [],
    )
  expect(Object.keys(unknown).toSorted()).toEqual(nulls(known).toSorted())
})

it('of a version is the same under its own address', async () => {
  const base = `${H}/versions/${harbour.article.version}`
  const { links, ...rest } = (await app.inject(`${base}/metadata`)).json()
  const { links: _, ...live } = (await app.inject(`${H}/metadata`)).json()
  expect(rest).toEqual(live)
  expect(links.self).toBe(`${base}/metadata`)
})
