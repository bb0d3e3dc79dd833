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
