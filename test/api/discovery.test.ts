import { expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { recordOf } from '../helpers/record.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour, recordOf()])
const links = (header: unknown) =>
  Object.fromEntries([...String(header).matchAll(/<([^>]+)>; rel="([^"]+)"/g)].map(([, href, rel]) => [rel, href]))

it('the catalogue says where the API is, and what describes it', async () => {
  const { headers, json } = await app.inject('/.well-known/api-catalog')
  expect(headers['content-type']).toBe('application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
  const [api, catalogue] = json().linkset
  expect(api).toMatchObject({ anchor: '/v1/articles', 'service-desc': [{ href: '/openapi.json' }] })
  expect(catalogue.item).toEqual([{ href: '/v1/articles' }])
  for (const relation of ['service-desc', 'service-doc', 'status'])
    expect((await app.inject(api[relation][0].href)).statusCode).toBe(200)
  expect((await app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' })).headers.link).toContain('api-catalog')
})

it('with a public address the catalogue is absolute, whatever host is asked', async () => {
  await using published = await openService([], { publicUrl: 'https://news.example/api' })
  const answer = await published.inject({
    url: '/.well-known/api-catalog',
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  })
  expect(answer.json().linkset[0].anchor).toBe('https://news.example/api/v1/articles')
  expect(answer.body).not.toContain('evil')
})

it('every answer leads on', async () => {
  const article = links((await app.inject(H)).headers.link)
  expect(article).toMatchObject({
    describedby: '/openapi.json',
    'cite-as': `${H}/versions/${harbour.article.version}`,
    'version-history': `${H}/versions`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
  })
  for (const relation of ['describedby', 'cite-as', 'version-history'])
    expect((await app.inject(article[relation]!)).statusCode).toBe(200)
  expect(links((await app.inject('/v1/articles')).headers.link)).toMatchObject({
    'service-desc': '/openapi.json',
    'service-doc': '/docs',
  })
})

it('without a licence it leads to the copyright notice', async () => {
  const found = links((await app.inject('/v1/articles/a-title')).headers.link)
  expect([found.license, found.copyright]).toEqual([undefined, '/v1/articles/a-title/metadata'])
})

it('a part names the whole that it is of', async () => {
  const found = links((await app.inject(`${H}/quotes/${harbour.quotes[0]!.id}.csl`)).headers.link)
  expect(found).toMatchObject({
    collection: `${H}/quotes`,
    'cite-as': `${H}/versions/${harbour.article.version}/quotes/${harbour.quotes[0]!.id}`,
  })
})
