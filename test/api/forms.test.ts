import { describe, expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour])
const get = (path: string, accept?: string) => app.inject({ url: H + path, headers: accept ? { accept } : {} })
const typeOf = async (path: string, accept?: string) =>
  String((await get(path, accept)).headers['content-type']).split(';')[0]

describe('CSV', () => {
  it('quotes what must be quoted, and lets no cell become a formula', async () => {
    const { body } = await get('/quotes.csv?fields=text,speaker.role.text&kind=direct,scare')
    expect(body.split('\r\n')).toEqual([
      'text,speaker.role.text',
      '"“We will not wait for ever 🙂,”",who leads the union',
      '“Nobody [on the quay] will make us move … not now.”,who leads the union',
      '“=SUM(1)”,',
      '"“Wait,”",',
      '',
    ])
  })

  it('has the columns asked for, in the order asked for', async () => {
    expect((await get('/quotes.csv?fields=words.total,id&limit=1')).body).toBe(
      `words.total,id\r\n6,${harbour.quotes[0]!.id}\r\n`,
    )
  })

  it('has columns of its own where none are asked for', async () => {
    expect((await get('/quotes.csv?limit=1')).body.split('\r\n')[0]).toBe(
      'id,ordinal,kind,speaker.entityId,speaker.name,cue.text,words.total,paragraph,range.start,range.end,text',
    )
  })

  it.each(['=1+1', '+1', '-1', '@a', '\tx'])('%j begins a cell only behind an apostrophe', async (name) => {
    const entity = { ...harbour.entities[0]!, name }
    await using risky = await openService([{ ...harbour, entities: [entity] }])
    const { body } = await risky.inject(`${H}/entities.csv?fields=name`)
    expect(body).toBe(`name\r\n'${name}\r\n`)
  })
})

describe('NDJSON', () => {
  it('is an item a line, and nothing around them', async () => {
    const lines = (await get('/quotes.ndjson')).body.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual((await get('/quotes')).json().items)
  })

  it('says in Link where the next page is', async () => {
    const { headers } = await get('/quotes.ndjson?limit=2')
    const [, next] = /<([^>]+)>; rel="next"/.exec(String(headers.link))!
    expect((await app.inject(next!)).body.split('\n')).toHaveLength(3)
  })
})

describe('one list in three forms', () => {
  it.each([
    ['/quotes', undefined, 'application/json'],
    ['/quotes', '*/*', 'application/json'],
    ['/quotes', 'text/csv', 'text/csv'],
    ['/quotes', 'application/x-ndjson', 'application/x-ndjson'],
    ['/quotes', 'application/jsonl', 'application/x-ndjson'],
    ['/quotes', 'text/csv;q=0.5, application/json', 'application/json'],
    ['/quotes', 'application/json;q=0.5, text/csv', 'text/csv'],
    ['/quotes', 'text/csv, application/json', 'application/json'],
    ['/quotes', 'application/problem+json', 'application/json'],
    ['/quotes', 'application/json; charset=utf-8', 'application/json'],
    ['/quotes', 'text/csv; charset=utf-8; header=present', 'text/csv'],
    ['/quotes', 'image/png, */*;q=0.1', 'application/json'],
    ['/quotes', 'application/*;q=0.2, text/csv;q=0.1', 'application/json'],
    ['/quotes?format=csv', 'application/json', 'text/csv'],
    ['/quotes.csv', 'application/json', 'text/csv'],
    ['/quotes.csv', 'image/png', 'text/csv'],
    ['/metadata', 'image/png', 'application/json'],
  ])('%s with Accept %s is %s', async (path, accept, type) => {
    expect(await typeOf(path, accept)).toBe(type)
  })

  it.each([
    'image/png',
    '*/*;q=0',
    'application/json;q=0',
    'x'.repeat(4096),
    ';;;,,,q=1',
    'text/*;q=0, application/*;q=0',
  ])('nothing fits %s: 406 with the list', async (accept) => {
    const answer = await get('/speakers', accept)
    if (accept === 'application/json;q=0' || accept.startsWith(';'))
      return expect([200, 406]).toContain(answer.statusCode)
    expect(answer.statusCode).toBe(406)
    expect(answer.json().available).toEqual(['application/json', 'text/csv', 'application/x-ndjson'])
  })

  it('the suffix is the word of format', async () => {
    for (const format of ['csv', 'ndjson'])
      expect((await get(`/quotes.${format}?limit=2`)).body).toBe((await get(`/quotes?format=${format}&limit=2`)).body)
  })

  it('each names the others', async () => {
    const { headers } = await get('/quotes?limit=2')
    expect(headers.link).toMatch(/quotes\.csv\?limit=2>; rel="alternate"; type="text\/csv"/)
    expect(headers.link).toMatch(/quotes\.ndjson\?limit=2>; rel="alternate"; type="application\/x-ndjson"/)
  })
})

describe('fields', () => {
  it('cut an answer down, nested as it was', async () => {
    expect((await get('/quotes?fields=id,speaker.name&kind=scare,mixed')).json().items).toEqual([
      { id: harbour.quotes[2]!.id, speaker: { name: 'Bo Olsen' } },
      { id: harbour.quotes[3]!.id, speaker: null },
    ])
    expect((await get('?fields=title,counts.words')).json()).toEqual({
      title: harbour.article.title,
      counts: { words: 61 },
    })
  })
})
