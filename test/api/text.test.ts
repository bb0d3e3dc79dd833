import { describe, expect, it } from 'vitest'
import { A, openApp, shipped, version, withEmoji } from '../helpers/app.ts'
import { H, harbour, harbourText } from '../helpers/harbour.ts'

const app = await openApp([harbour, shipped, withEmoji])

it('is the text, untouched', async () => {
  const { headers, body } = await app.inject(`${H}/text`)
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(body).toBe(harbourText)
})

it('ignores Accept, because it has one form', async () => {
  expect((await app.inject({ url: `${H}/text`, headers: { accept: 'application/json' } })).body).toBe(harbourText)
  expect((await app.inject(`${H}/text?format=json`)).statusCode).toBe(406)
})

describe('the text holds at every range of every answer what the answer says', () => {
  const bytes = (text: string) => Buffer.from(text)
  const cut: Record<string, (text: string, start: number, end: number) => string> = {
    utf16: (text, start, end) => text.slice(start, end),
    codepoint: (text, start, end) => [...text].slice(start, end).join(''),
    utf8: (text, start, end) => bytes(text).subarray(start, end).toString(),
  }

  /** Every `{ text, range }` of an answer, and every range alone with what must be there. */
  function* passages(
    value: unknown,
  ): Generator<{ text?: string; range: { start: number; end: number; unit: string } }> {
    if (typeof value !== 'object' || value === null) return
    if ('range' in value && value.range) yield value as never
    for (const member of Object.values(value)) yield* passages(member)
  }

  const lists = ['', '/metadata', '/blocks', '/quotes?include=evidence,alternatives', '/speakers', '/entities']
  const bases = [H, A, `/v1/articles/${withEmoji.article.id}`, `${A}/versions/${version}`]

  it.each(['utf16', 'codepoint', 'utf8'] as const)(
    'of whatever article a list over articles shows, in %s',
    async (unit) => {
      let checked = 0
      for (const path of [
        '/v1/quotes?include=evidence&q=we',
        '/v1/quotes?include=evidence&sort=-words',
        '/v1/quotes.ndjson?include=evidence',
        '/v1/articles?q=the',
        '/v1/articles.ndjson?q=the',
      ]) {
        const { statusCode, body } = await app.inject(`${path}&offsets=${unit}`)
        expect([path, statusCode]).toEqual([path, 200])
        const items = path.includes('ndjson')
          ? body
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line))
          : JSON.parse(body).items
        for (const item of items) {
          const text = (await app.inject(`/v1/articles/${item.article?.id ?? item.id}/text`)).body
          for (const range of item.article ? item.highlights : [])
            expect(cut[unit]!(text, range.start, range.end)).toMatch(/^we$/i)
          for (const { text: words, range } of passages(item)) {
            expect(range.unit).toBe(unit)
            if (typeof words !== 'string') continue
            expect(cut[unit]!(text, range.start, range.end)).toBe(words)
            checked++
          }
        }
      }
      expect(checked).toBeGreaterThan(60)
      expect((await app.inject(`/v1/quotes.csv?offsets=utf8&fields=range.unit&limit=1`)).body).toBe(
        'range.unit\r\nutf8\r\n',
      )
    },
  )

  it.each(['utf16', 'codepoint', 'utf8'] as const)('in %s', async (unit) => {
    let checked = 0
    for (const base of bases) {
      const text = (await app.inject(`${base}/text`)).body
      for (const path of lists) {
        if ((path === '' && base.includes('/versions/')) || path === '/speakers') continue
        const { statusCode, json } = await app.inject(`${base}${path}${path.includes('?') ? '&' : '?'}offsets=${unit}`)
        expect([base + path, statusCode]).toEqual([base + path, 200])
        for (const { text: words, range } of passages(json())) {
          expect(range.unit).toBe(unit)
          if (words !== undefined && typeof words === 'string') {
            expect(cut[unit]!(text, range.start, range.end)).toBe(words)
            checked++
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(100)
  })
})
