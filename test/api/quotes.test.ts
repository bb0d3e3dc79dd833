import { describe, expect, it } from 'vitest'
import type { Quote } from '#/schemas/quote.ts'
import { H, harbour } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

const app = await openService([harbour])
const get = (query = '') => app.inject(`${H}/quotes${query}`)
const first = (words: string) => words.split(' ')[0]!.replace(/[“”,]/gu, '')
const shown = async (query: string) =>
  (await get(query)).json<{ items: Quote[] }>().items.map(({ text }) => first(text))
const [waits, moves, plan, sum] = harbour.quotes

describe('…/quotes', () => {
  it.each([
    ['', 'We Nobody a =SUM(1) Wait'],
    ['?q=NOBODY', 'Nobody'],
    ['?q=mara', 'We Nobody'],
    ['?q="make us"', 'Nobody'],
    ['?q="us make"', ''],
    ['?q=wait+mara', 'We'],
    ['?speaker=mara-lind', 'We Nobody'],
    ['?speaker=Mara%20Lind&speaker=bo-olsen', 'We Nobody a'],
    ['?speaker=mara-lind,bo-olsen', 'We Nobody a'],
    ['?speaker=olsen', 'a'],
    ['?speaker=nobody-at-all', ''],
    ['?speaker=two%20officials', ''],
    ['?entity=mara-lind', 'We'],
    ['?entity=ystad', ''],
    ['?kind=scare', '=SUM(1)'],
    ['?kind=mixed,scare', 'a =SUM(1)'],
    ['?kind=mixed&kind=scare', 'a =SUM(1)'],
    ['?attributed=true', 'We Nobody a Wait'],
    ['?attributed=false', '=SUM(1)'],
    ['?minConfidence=0.9', 'We Nobody'],
    ['?minConfidence=0', 'We Nobody a =SUM(1) Wait'],
    ['?sort=-words', 'Nobody We a =SUM(1) Wait'],
    ['?sort=speaker', 'a We Nobody =SUM(1) Wait'],
    ['?kind=direct&sort=-words&limit=1', 'Nobody'],
  ])('%s selects “%s”', async (query, expected) => {
    expect((await shown(query)).join(' ')).toBe(expected)
  })

  it('leaves out what was not asked for, and adds what was', async () => {
    const parts = (quote: Quote) => [quote.attribution.evidence, quote.attribution.alternatives, quote.context]
    const [plain] = (await get()).json<{ items: Quote[] }>().items
    expect(parts(plain!)).toEqual([undefined, undefined, undefined])
    const [full] = (await get('?include=evidence,context&include=alternatives')).json<{ items: Quote[] }>().items
    expect(full!.attribution.evidence).toEqual(waits!.attribution.evidence)
    expect(full!.attribution.alternatives).toEqual(waits!.attribution.alternatives)
    expect(full!.context).toEqual({
      prefix: 'in Ystad 🇸🇪 walked out again. ',
      suffix: ' Mara Lind, who leads the union,',
    })
  })

  it('a part that fields names is there without include', async () => {
    const [quote] = (await get('?fields=context.prefix,attribution.evidence.type')).json().items
    expect(quote).toEqual({
      context: { prefix: 'in Ystad 🇸🇪 walked out again. ' },
      attribution: { evidence: [{ type: 'cue' }] },
    })
  })

  it('cuts context between characters, never inside one', async () => {
    for (const { context } of (await get('?include=context')).json<{ items: Quote[] }>().items)
      expect([context!.prefix.isWellFormed(), context!.suffix.isWellFormed()]).toEqual([true, true])
  })

  it('points at the published page with a text fragment', async () => {
    const [quote] = (await get('?limit=1')).json().items
    expect(quote.links.sourceTextFragment).toBe(
      `https://quay.example/harbour-strike#:~:text=${encodeURIComponent('We will not wait for ever 🙂,')}`,
    )
  })
})

describe('…/quotes/{quoteId}', () => {
  it('is the item of the list', async () => {
    for (const quote of (await get('?include=evidence')).json<{ items: Quote[] }>().items)
      expect((await app.inject(`${quote.links.self}?include=evidence`)).json()).toEqual(quote)
  })

  it('says which ids are near', async () => {
    const answer = await app.inject(`${H}/quotes/${plan!.id.slice(0, 7)}x`)
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ type: '/problems/quote-not-found', suggestions: [plan!.id] })
  })

  it('says where an older version had it', async () => {
    const newer = { ...harbour, quotes: [moves!], article: { ...harbour.article, version: '0123456789ab' } }
    await using two = await openService([harbour, newer])
    const answer = await two.inject(`${H}/quotes/${sum!.id}`)
    expect(answer.json().lastSeen).toBe(`${H}/versions/${harbour.article.version}/quotes/${sum!.id}`)
    expect((await two.inject(answer.json().lastSeen)).json().text).toBe(sum!.text)
    expect((await two.inject(`${H}/quotes/00000000`)).json().lastSeen).toBeUndefined()
  })
})
