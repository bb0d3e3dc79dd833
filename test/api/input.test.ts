import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A, openApp } from '../helpers/app.ts'

const app = await openApp()
const ask = (query: string, path = '/quotes') => app.inject(`${A}${path}?${query}`)

describe('a query is read strictly', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=1001',
    'limit=1e9',
    'limit=1.5',
    'limit=NaN',
    'limit=1e1',
    'limit=0x10',
    'limit=%205',
    'limit=５',
    'limit=05',
    'limit=+5',
    'limit=',
    'limit',
    'limit=1&limit=2',
    'limit=1000000000000',
    'sort=',
    'sort=words',
    'sort=position&sort=position',
    'kind=',
    'kind=direkt',
    'kind=direct,',
    'kind=direct&kind=',
    'attributed=yes',
    'attributed=1',
    'attributed=TRUE',
    'minConfidence=2',
    'minConfidence=-0.1',
    'minConfidence=.5',
    'minConfidence=1e-1',
    'offsets=bytes',
    'include=all',
    'include=evidence,',
    'fields=',
    'fields=id,,text',
    'fields=id,nme',
    'fields=__proto__',
    'fields=constructor',
    'format=',
    'format=xml',
    'format=json&format=csv',
    `q=${'a'.repeat(257)}`,
    `q=${'a+'.repeat(17)}`,
    'q=',
    'speaker=',
    `speaker=${'a'.repeat(301)}`,
    `speaker=${Array(51).fill('a').join('&speaker=')}`,
    'cursor=',
    '__proto__=1',
    'constructor[x]=1',
    'hasOwnProperty=1',
    'Limit=1',
    '=1',
    'speaker[]=a',
    `${'a'.repeat(200)}=1`,
  ])('%s is a 400', async (query) => {
    const answer = await ask(query)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors.length).toBeGreaterThan(0)
    expect({}).not.toHaveProperty('x')
  })

  it.each([
    'limit=1',
    'limit=1000',
    'minConfidence=0',
    'minConfidence=1',
    'minConfidence=0.55',
    'q=%22',
    'q=*',
    'q=...',
    'q=a+OR',
    `q=${'('.repeat(256)}`,
    'q=%EF%BC%85',
    'q=a+*+%22',
    `q=a${'('.repeat(255)}`,
    'q=東',
    'q=NEAR(a+b)',
    "q='%3B+DROP+TABLE--",
    'speaker=Lind,+Mara',
    'speaker=%25',
    'kind=direct,mixed,direct',
    'fields=id,id',
    'offsets=utf16',
    'format=json',
    '',
  ])('%s is fine', async (query) => {
    expect((await ask(query)).statusCode).toBe(200)
  })

  it.each([
    ['limit=0x10', 'must be a whole number from 1 to 1000'],
    ['limit=0', 'must be a whole number from 1 to 1000'],
    ['limit=1001', 'must be a whole number from 1 to 1000'],
    ['minConfidence=2', 'must be a number from 0 to 1'],
    ['minConfidence=.5', 'must be a number from 0 to 1'],
    ['attributed=yes', 'must be true or false'],
    [`q=${'a'.repeat(257)}`, 'more than 256 characters'],
    [`q=${'a+'.repeat(17)}`, 'more than 16 words'],
    [`speaker=${'a'.repeat(301)}`, 'more than 300 characters'],
    [`speaker=${Array(51).fill('a').join('&speaker=')}`, 'more than 50 values'],
  ])('%s: %s', async (query, detail) => {
    const parameter = query.split('=', 1)[0]
    expect((await ask(query)).json().errors).toEqual([{ parameter, detail }])
  })

  it.each(['2024-1-1', '2024-02-30', 'May'])('a day is none: %s', async (from) => {
    const { errors } = (await app.inject(`/v1/quotes?from=${from}`)).json()
    expect(errors).toEqual([{ parameter: 'from', detail: 'must be a day such as 2024-05-14' }])
  })

  it.each(['format=xml', 'kind=foo', 'x=1', 'fields=a.b'])('%s: nothing is near enough to be meant', async (query) => {
    expect((await ask(query)).json().errors[0]).not.toHaveProperty('suggestion')
  })

  it.each([`${A}/quotes`, `${A}/entities`, '/v1/articles', '/v1/quotes', '/v1/speakers', '/v1/entities'])(
    '%s finds nothing where it is asked for no word',
    async (path) => {
      for (const q of ['*', '%22', '...', '%F0%9F%90%9F'])
        expect([q, (await app.inject(`${path}?q=${q}&format=json`)).json().total]).toEqual([q, 0])
    },
  )

  it('all faults are named at once', async () => {
    const { type, errors } = (await ask('limit=x&speeker=a&sort=length')).json()
    expect(type).toBe('/problems/unknown-parameter')
    expect(errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['limit', 'sort', 'speeker'])
  })

  it('a wrong field is named beside all else that is wrong', async () => {
    const wrong = async (query: string, path?: string) =>
      (await ask(query, path)).json().errors.map(({ parameter }: { parameter: string }) => parameter)
    expect(await wrong('limit=0&kind=foo&fields=a.b')).toEqual(['kind', 'limit', 'fields'])
    expect(await wrong('x=1&fields=a.b', '/metadata')).toEqual(['x', 'fields'])
    expect(await wrong('fields=&fields=a.b')).toEqual(['fields'])
    const { errors } = (await app.inject('/v1/quotes?limit=0&sort=relevance')).json()
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['limit', 'sort'])
  })

  it.each([
    ['speeker=a', 'speeker', 'speaker'],
    ['knd=direct', 'knd', 'kind'],
    ['knid=direct', 'knid', 'kind'],
    ['kind=direkt', 'kind', 'direct'],
    ['sort=word', 'sort', '-words'],
    ['fields=speaker.nme', 'fields', 'speaker.name'],
    ['include=evidnce', 'include', 'evidence'],
    ['offsets=utf-8', 'offsets', 'utf8'],
  ])('%s: %s, did you mean %s', async (query, parameter, suggestion) => {
    expect((await ask(query)).json().errors).toMatchObject([{ parameter, suggestion }])
  })

  it('an unknown parameter is told all that there are', async () => {
    const { errors } = (await ask('x=1')).json()
    expect(errors[0].allowed).toEqual(
      expect.arrayContaining(['q', 'speaker', 'kind', 'limit', 'cursor', 'fields', 'format']),
    )
  })

  it.each(['', '/text', '/metadata', '/blocks', '/speakers', '/entities', '/versions', '/quotes/6147c18f'])(
    '…%s has no parameter x',
    async (path) => {
      const answer = await ask('x=1', path)
      expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([400, { parameter: 'x', detail: 'unknown' }])
    },
  )
})

describe('a cursor', () => {
  const cursorOf = async (query: string, path = '/quotes') => (await ask(query, path)).json().next as string
  const typeOf = async (query: string, path = '/quotes') => (await ask(query, path)).json().type

  it('leads through all items once, in order', async () => {
    const all = (await ask('')).json().items
    const seen: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: unknown[]; total: number; next: string | null } = (
        await ask(`limit=3${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.items)
      expect(page.total).toBe(all.length)
      cursor = page.next
    }
    expect(seen).toEqual(all)
  })

  it('may change the size of the page, its form and its fields, not what is listed', async () => {
    const cursor = await cursorOf('kind=direct&limit=2')
    for (const other of ['kind=direct&limit=5', 'kind=direct&format=csv&limit=2', 'kind=direct&fields=id'])
      expect((await ask(`${other}&cursor=${cursor}`)).statusCode).toBe(200)
    for (const other of ['kind=scare', 'limit=2', 'kind=direct&sort=-words', 'kind=direct&q=the'])
      expect(await typeOf(`${other}&cursor=${cursor}`)).toBe('/problems/invalid-cursor')
    expect(await typeOf(`cursor=${cursor}`, '/entities')).toBe('/problems/invalid-cursor')
  })

  it('cannot be made up, cut or changed', async () => {
    const cursor = await cursorOf('limit=2')
    const changed = [
      cursor.slice(0, -1),
      `${cursor}A`,
      `A${cursor.slice(1)}`,
      cursor.toLowerCase(),
      'null',
      'MTA',
      '%F0%9F%99%82',
    ]
    for (const each of changed) expect(await typeOf(`cursor=${each}`)).toBe('/problems/invalid-cursor')
  })

  it('survives a restart', async () => {
    const cursor = await cursorOf('limit=2')
    await using other = await openApp()
    expect((await other.inject(`${A}/quotes?cursor=${cursor}`)).statusCode).toBe(200)
  })
})

it('whatever is asked, the answer is no fault of the service', async () => {
  const names = ['q', 'speaker', 'kind', 'limit', 'cursor', 'fields', 'format', 'sort', 'include', 'offsets', 'x']
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: 'grapheme' }))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', '/quotes', '/text', '/entities'),
      fc.array(pair, { maxLength: 4 }),
      async (path, pairs) => {
        const answer = await ask(new URLSearchParams(pairs).toString(), path)
        expect([200, 400, 406]).toContain(answer.statusCode)
      },
    ),
    { numRuns: 300, seed: 1 },
  )
})
