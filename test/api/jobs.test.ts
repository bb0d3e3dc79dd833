import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Quote } from '#/schemas/quote.ts'
import type { Passage } from '#/schemas/range.ts'
import type { Speaker } from '#/schemas/speaker.ts'
import { A, id, openApp, version } from '../helpers/app.ts'

const app = await openApp()
const get = async (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const json = async (url: string) => (await get(url)).json()

/** The spans in marks of the article that the service ships, as a person read them: id, place, paragraph, words … */
const golden = [
  ['9a2d40c6', 637, 696, 3, 13, 13, 'Anwar Ibrahim', 'Anwar', 697, 'said', 703, 'direct'],
  ['153ef0da', 1564, 1836, 6, 45, 37, 'Anwar Ibrahim', 'Anwar', 1837, 'said', 1843, 'direct'],
  ['3bddaabf', 2448, 2456, 9, 1, 1, null, null, null, null, null, 'scare'],
  ['aea72502', 3435, 3608, 13, 26, 26, 'Brian Nelson', 'he', 3609, 'told', 3612, 'direct'],
  ['6683f031', 3705, 3751, 15, 8, 8, 'Anwar Ibrahim', 'he', 3752, 'said', 3755, 'direct'],
  ['9fd5113e', 3817, 3852, 16, 5, 5, 'Anwar Ibrahim', 'He', 3781, 'said', 3784, 'mixed'],
  ['27692a14', 3899, 4013, 17, 18, 18, 'Anwar Ibrahim', 'he', 4014, 'said', 4017, 'direct'],
  ['6147c18f', 4216, 4444, 19, 36, 36, 'Julia Roknifard', 'Julia Roknifard', 4445, 'told', 4558, 'direct'],
  ['92665844', 4576, 4699, 20, 19, 19, 'Julia Roknifard', 'Julia Roknifard', 4445, null, null, 'direct'],
  ['948af65f', 4941, 5106, 22, 28, 28, 'Tunku Mohar Mokhtar', 'he', 5107, 'told', 5110, 'direct'],
  ['e9637ae7', 5127, 5271, 23, 27, 27, 'Tunku Mohar Mokhtar', 'he', 5107, null, null, 'direct'],
]

describe('what people came for, on the article that the service ships', () => {
  it('the quotes in marks are those that a person found, with who says them', async () => {
    const { items, total } = await json(`${A}/quotes?kind=direct,mixed,scare`)
    expect(total).toBe(11)
    expect(
      items.map(({ id: quote, range, paragraph, words, speaker, cue, kind }: Quote) => [
        quote,
        range.start,
        range.end,
        paragraph,
        words.total,
        words.verbatim,
        speaker?.name ?? null,
        speaker?.mention.text ?? null,
        speaker?.mention.range.start ?? null,
        cue?.text ?? null,
        cue?.range.start ?? null,
        kind,
      ]),
    ).toEqual(golden)
  })

  it('1: everything that somebody said, by id or by name', async () => {
    for (const speaker of ['julia-roknifard', 'Julia%20Roknifard', 'JULIA+ROKNIFARD']) {
      const { items, total } = await json(`${A}/quotes?kind=direct&speaker=${speaker}`)
      expect(total).toBe(2)
      expect(items[0]).toMatchObject({
        id: '6147c18f',
        words: { total: 36 },
        cue: { text: 'told', range: { start: 4558, end: 4562 } },
        addressee: { text: 'BenarNews', range: { start: 4563, end: 4572 } },
      })
      expect(items[1]).toMatchObject({
        id: '92665844',
        words: { total: 19 },
        cue: null,
        continues: '6147c18f',
        unknown: { cue: { reason: 'continuation-quote' } },
      })
    }
  })

  it('2: who speaks most, and how much is theirs', async () => {
    const { items, basis } = await json(`${A}/speakers?sort=-words`)
    const said = items.filter(({ quotes }: Speaker) => quotes > 0)
    expect(said.map(({ entityId, quotes, words }: Speaker) => [entityId, quotes, words.total])).toEqual([
      ['anwar-ibrahim', 5, 89],
      ['julia-roknifard', 2, 55],
      ['tunku-mohar-mokhtar', 2, 55],
      ['brian-nelson', 1, 26],
    ])
    expect(said[0]).toMatchObject({ words: { verbatim: 81 }, shareOfBody: 0.1081, shareOfQuoted: 0.3956 })
    expect(basis).toMatchObject({ bodyWords: 823, quotedWords: 225, unattributed: { quotes: 1, words: 1 } })
  })

  it('3: a link to a quote that will not move', async () => {
    const answer = await get(`${A}/quotes/6147c18f`)
    const { links } = answer.json()
    expect(links).toMatchObject({ citeAs: `${A}/versions/${version}/quotes/6147c18f`, sourceTextFragment: null })
    expect(answer.headers.link).toContain(`<${links.citeAs}>; rel="cite-as"`)
    const cited = await json(links.citeAs)
    expect({ ...cited, links }).toEqual(answer.json())
    expect(cited.links).toMatchObject({ self: links.citeAs, citeAs: links.citeAs })
  })

  it('4: the exact words, in characters and in bytes', async () => {
    const answer = await get(`${A}/text`)
    expect(answer.headers['repr-digest']).toBe('sha-256=:QypP3hy64srimmc2C4/Smg1G9dfbOBvdhQWEQ4qZNWM=:')
    const text = answer.body
    for (const { range, text: words } of (await json(`${A}/quotes`)).items)
      expect(text.slice(range.start, range.end)).toBe(words)
    const quote = await json(`${A}/quotes/6147c18f?offsets=utf8`)
    expect(quote.range).toEqual({ start: 4300, end: 4538, unit: 'utf8' })
    expect(answer.rawPayload.subarray(4300, 4538).toString()).toBe(quote.text)
  })

  it('5: a poll costs nothing when nothing has changed', async () => {
    const first = await get(`${A}/quotes`)
    const tag = String(first.headers.etag)
    for (const known of [`"other", ${tag}`, '*', `W/${tag}`]) {
      const again = await get(`${A}/quotes`, { 'if-none-match': known })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      for (const name of ['etag', 'cache-control', 'vary']) expect(again.headers[name]).toBe(first.headers[name])
    }
    expect((await get(`${A}/quotes?format=csv`)).headers.etag).not.toBe(tag)
  })

  it('6: one pull-quote, and whether an editor changed it', async () => {
    const { items, next } = await json(`${A}/quotes?kind=direct&sort=-words&limit=1`)
    expect(next).toEqual(expect.any(String))
    expect(items).toMatchObject([{ id: '153ef0da', words: { total: 45, verbatim: 37, interpolated: 8 } }])
    expect(items[0].interpolations.map(({ text }: Passage) => text)).toEqual([
      '[former head of Hamas]',
      '[It]',
      '[on Gaza]',
      '[to]',
    ])
    expect(items[0].elisions).toHaveLength(2)
  })

  it('7: a spreadsheet', async () => {
    const fields = 'fields=id,kind,speaker.name,words.total,text'
    const { headers, body } = await get(`${A}/quotes?format=csv&kind=direct,mixed,scare&${fields}`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const rows = body.trimEnd().split('\r\n')
    expect(rows).toHaveLength(12)
    expect(rows.slice(0, 2)).toEqual([
      'id,kind,speaker.name,words.total,text',
      '9a2d40c6,direct,Anwar Ibrahim,13,"“You don’t tell me who I should meet, or who I should not,”"',
    ])
  })

  it('8: a slip of the finger is not ignored', async () => {
    const answer = await get(`${A}/quotes?speeker=julia-roknifard`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      type: '/problems/unknown-parameter',
      errors: [{ parameter: 'speeker', suggestion: 'speaker' }],
    })
  })

  it('9: what is known and what is not', async () => {
    const metadata = await json(`${A}/metadata`)
    expect(metadata).toMatchObject({
      byline: { authors: [{ name: 'Iman Muttaqin Yusof' }], range: { start: 67, end: 89 } },
      rights: { range: { start: 5547, end: 5605 } },
      publishedAt: null,
      sourceUrl: null,
      unknown: { publishedAt: { reason: 'no-absolute-date' }, sourceUrl: { reason: 'not-in-source' } },
    })
  })

  it('10: where somebody is mentioned, and inside which quote', async () => {
    const { mentions } = await json(`${A}/entities/ismail-haniyeh`)
    const named = mentions.filter(({ text }: Passage) => text === 'Ismail Haniyeh')
    expect(named).toMatchObject([
      { range: { start: 1303, end: 1317 }, inQuote: null },
      { range: { start: 1585, end: 1599 }, inQuote: '153ef0da' },
    ])
  })

  it('11: what stands in marks and nobody says', async () => {
    const { items } = await json(`${A}/quotes?attributed=false&kind=direct,mixed,scare`)
    expect(items).toMatchObject([
      { id: '3bddaabf', kind: 'scare', speaker: null, unknown: { speaker: { reason: 'scare-quote' } } },
    ])
  })

  it('12: what somebody said, to whom, and what shows it', async () => {
    const { items } = await json(`${A}/quotes?speaker=brian-nelson&kind=direct&include=evidence`)
    expect(items).toMatchObject([
      {
        id: 'aea72502',
        range: { start: 3435, end: 3608 },
        cue: { text: 'told', range: { start: 3612, end: 3616 } },
        speaker: { mention: { text: 'he', range: { start: 3609, end: 3611 } }, entityId: 'brian-nelson' },
        addressee: { text: 'the local news outlet', range: { start: 3617, end: 3638 } },
      },
    ])
    expect(items[0].attribution.evidence.length).toBeGreaterThan(0)
  })

  it('13: a version is the same bytes for ever', async () => {
    const answer = await get(`${A}/versions/${version}/text`)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.body).toBe((await get(`${A}/text`)).body)
    expect(hash('sha256', answer.rawPayload).slice(0, 12)).toBe(version)
    const none = await get(`${A}/versions/000000000000/text`)
    expect([none.statusCode, none.json().type]).toEqual([404, '/problems/version-not-found'])
  })

  it('the article is in the list, and leads everywhere', async () => {
    const { items } = await json('/v1/articles')
    expect(items).toMatchObject([{ id, version, counts: { words: 823, paragraphs: 23, quotes: 11 } }])
    for (const href of Object.values(items[0].links as Record<string, string>))
      expect([href, (await get(href)).statusCode]).toEqual([href, 200])
  })
})
