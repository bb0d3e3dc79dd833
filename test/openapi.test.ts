import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { written } from '#/src/http/openapi/openapi.ts'
import { A, emojiText, id, openApp, recordOfText, shipped, version, withEmoji } from './helpers/app.ts'
import { checker } from './openapi/examples.ts'
import { type Finished, headersOf, operationsIn, responsesOf } from './openapi/read.ts'
import { rules } from './openapi/rules.ts'

const app = await openApp([shipped, withEmoji, recordOfText(`${emojiText}\n\nIt rained.`, 'harbour.txt')])
const document = (await app.inject('/openapi.json')).json<Finished>()

it('is served as it is committed: npm run openapi writes it', () => {
  expect(written(document)).toBe(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
})

it.each(Object.entries(rules))('%s', (_, broken) => {
  expect(broken(document)).toEqual([])
})

it('every operation documents 200, 304, 400, 404 and the rest', () => {
  for (const read of operationsIn(document)) {
    expect([read.id, [...responsesOf(document, read).keys()].sort()]).toEqual([
      read.id,
      ['200', '304', '400', '404', 'default'],
    ])
  }
})

it('has every operation of the design', () => {
  const ids = operationsIn(document).map(({ id: each }) => each)
  const lists = ['Blocks', 'Quotes', 'Speakers', 'Entities']
  const expected = [
    ...[
      'listArticles',
      'getArticle',
      'getArticleText',
      'getVersionText',
      'getArticleMetadata',
      'getVersionMetadata',
      'listVersions',
      'getVersion',
      'listVersionChanges',
      'getArticleJsonld',
      'getArticleHtml',
      'getArticleNinjs',
    ],
    ...['getQuote', 'getVersionQuote'].flatMap((one) => ['Jsonld', 'Html', 'Text', 'Csl'].map((form) => one + form)),
    ...['listQuotes', 'listVersionQuotes'].flatMap((list) => [`${list}Jsonld`, `${list}Text`]),
    ...['searchQuotes', 'searchSpeakers', 'searchEntities'].flatMap((one) => [one, `${one}Csv`, `${one}Ndjson`]),
    ...lists.flatMap((list) =>
      [`list${list}`, `listVersion${list}`].flatMap((one) => [one, `${one}Csv`, `${one}Ndjson`]),
    ),
    ...[
      'getQuote',
      'getVersionQuote',
      'getSpeaker',
      'getVersionSpeaker',
      'getEntity',
      'getVersionEntity',
      'listArticlesCsv',
      'listArticlesNdjson',
    ],
  ]
  expect(ids.toSorted()).toEqual(expected.toSorted())
})

describe('live answers are what the document says', () => {
  const check = checker(document)
  const articles = [
    { articleId: id, version, quoteId: '6147c18f', entityId: 'anwar-ibrahim' },
    {
      articleId: withEmoji.article.id,
      version: withEmoji.article.version,
      quoteId: withEmoji.quotes[0]!.id,
      entityId: withEmoji.quotes[0]!.speaker!.entityId!,
    },
  ]
  const queries = [
    '',
    '?offsets=utf8',
    '?include=evidence,context,alternatives',
    '?limit=1',
    '?q=the&facets=speaker,year,publisher,language,kind',
  ]

  it.each(operationsIn(document).map((read) => [read.id, read] as const))('%s', async (_, read) => {
    let answered = 0
    for (const names of articles) {
      const url = read.path.replace(/\{(\w+)\}/gu, (_, name: keyof typeof names) => encodeURIComponent(names[name]))
      for (const query of queries) {
        const { statusCode, headers, body } = await app.inject(url + query)
        const response =
          responsesOf(document, read).get(String(statusCode)) ?? responsesOf(document, read).get('default')!
        const type = String(headers['content-type']).split(';')[0]!
        const schema = response.content?.[type]?.schema
        expect(schema, `${url}${query}: ${statusCode} ${type}`).toBeDefined()
        expect(
          check(schema!, type.endsWith('json') && !type.includes('ndjson') ? JSON.parse(body) : body),
          url + query,
        ).toEqual([])
        for (const name of headersOf(document, response).keys())
          expect(headers[name.toLowerCase()], `${url}${query} ${name}`).toBeDefined()
        if (statusCode === 200) answered++
      }
    }
    expect(answered).toBeGreaterThan(0)
  })

  it.each([
    ['a problem with a suggestion', `${A}/quotes?speeker=x`],
    ['a quote that is not there', `${A}/quotes/00000000`],
    ['an article that is not there', '/v1/articles/none'],
    ['a path that is not there', '/v2'],
  ])('%s is a Problem', async (_, url) => {
    const { headers, json } = await app.inject(url)
    expect(headers['content-type']).toBe('application/problem+json')
    expect(check({ $ref: '#/components/schemas/Problem' }, json())).toEqual([])
  })
})
