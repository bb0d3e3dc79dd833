import { describe, expect, it } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { duplicateKey } from '#/src/load/json/duplicate-keys.ts'
import { load } from '#/src/load/load.ts'
import { readingsOf } from '../helpers/readings.ts'
import { codeOf } from './loaded.ts'

const story = 'The harbour of Port Ella is open again, and ferries leave at noon, said Mara Lindqvist on Monday.'
const page = (head: string, words = story): string =>
  `<!doctype html><head>${head}<title>Harbour reopens</title></head><body><p>${words}</p></body>`
const data = (more: string): string =>
  `{"@type": "NewsArticle", "headline": "Harbour reopens", "articleBody": "${story}"${more}}`
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

async function draftOf(content: string | Uint8Array, path = 'saved'): Promise<Draft> {
  for await (const draft of load({ path, bytes: Buffer.from(content) })) return draft as Draft
  throw new Error('no article')
}

describe('what an input states against itself is told, and it is loaded', () => {
  it.each<[string, string | Uint8Array, string, string[]]>([
    [
      'UTF-8 that says windows-1252',
      page('<meta charset="windows-1252">', `${story} “Café”`),
      'a.html',
      ['CHARSET_MISMATCH'],
    ],
    [
      'windows-1252 that says UTF-8',
      latin(page('<meta charset="utf-8">', `${story} Caf\xe9 \x93yes\x94`)),
      'a.html',
      ['CHARSET_MISMATCH'],
    ],
    [
      'UTF-8 that says UTF-16',
      `<?xml version="1.0" encoding="UTF-16"?><nitf><body><body.content><p>${story} “Café”</p></body.content></body></nitf>`,
      'a.xml',
      ['CHARSET_MISMATCH'],
    ],
    [
      'a mark of UTF-8 before windows-1252',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin(page('', `${story} Caf\xe9 is \x93open\x94`))]),
      'a.html',
      ['CHARSET_MISMATCH'],
    ],
    ['letters that are the same in both', page('<meta charset="iso-8859-1">'), 'a.html', []],
    ['what it says and is', page('<meta charset="utf-8">', `${story} “Café”`), 'a.html', []],
    ['a key that stands twice', data(', "headline": "Ferry returns"'), 'a.json', ['DUPLICATE_KEYS']],
    [
      'keys that stand once in each object',
      data(', "author": {"name": "A"}, "publisher": {"name": "A"}'),
      'a.json',
      [],
    ],
    ['HTML that is called JSON', page(''), 'a.json', ['WRONG_EXTENSION']],
    ['JSON that is called HTML', data(''), 'a.html', ['WRONG_EXTENSION']],
    ['a name that promises nothing', page(''), 'a.2024', []],
    ['NUL characters in a page', page('', `${story}\0`), 'a.html', ['NUL_CHARACTERS']],
    ['a day that is none of the calendar', data(', "datePublished": "2024-02-30"'), 'a.json', ['DATE_IGNORED']],
    [
      'the same in a page',
      page('<meta property="article:published_time" content="2024-02-30">'),
      'a.html',
      ['DATE_IGNORED'],
    ],
  ])('%s', async (_, content, path, codes) => {
    const { source, text } = await draftOf(content, path)
    expect(source.warnings.map(({ code }) => code)).toEqual(codes)
    expect(text).not.toMatch(/[\ufffd\0]/)
  })

  it('of a key that stands twice the last counts', async () => {
    const { title, source } = await draftOf(data(', "headline": "Ferry returns"'))
    expect([title.value, source.warnings[0]?.detail]).toEqual([
      'Ferry returns',
      'It has “headline” twice; the last one counts.',
    ])
  })

  it('nothing is told of a format that was asked for', async () => {
    for await (const draft of load({ path: 'a.json', bytes: Buffer.from(page('')) }, 'html'))
      expect((draft as Draft).source.warnings).toEqual([])
  })
})

describe('what is no text is refused in every format', () => {
  it.each<[string, Uint8Array, string]>([
    ['JSON that is not UTF-8', latin(data(', "creator": "Caf\xe9"')), 'ENCODING'],
    [
      'a page in UTF-32',
      Buffer.concat([
        Buffer.from([0xff, 0xfe, 0, 0]),
        ...[...page('')].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])),
      ]),
      'ENCODING',
    ],
    ['JSON with a byte order mark', Buffer.from(`\ufeff${data('')}`), 'loaded'],
    ['JSON in UTF-16', Buffer.from(`\ufeff${data('')}`, 'utf16le'), 'loaded'],
    [
      'XML in windows-1252 that says so',
      latin(
        `<?xml version="1.0" encoding="windows-1252"?><nitf><body><body.content><p>\x93Caf\xe9,\x94 she said.</p></body.content></body></nitf>`,
      ),
      'loaded',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })
})

describe('a page is told by its first element, whatever a server printed before it', () => {
  it.each([
    ['a warning', `<br />\n<b>Warning</b>: nothing in line 3<br />\n${page('')}`],
    ['a style', `<style>p { }</style>\n${page('')}`],
    ['comments with tags in them', `<!-- <feed> -->\n<!-- theme -->\n${page('')}`],
  ])('%s', async (_, content) => {
    expect((await draftOf(content)).source.mediaType).toBe('text/html')
  })
})

it('a text may begin with a tag that was left in it', async () => {
  expect((await draftOf(`<img src="http://a.example/1">\nHarbour reopens\n\n${story}\n`)).source.mediaType).toBe(
    'text/plain',
  )
})

describe('duplicateKey', () => {
  it.each([
    ['{"a": 1, "b": {"a": 2}}', null],
    ['{"a": 1, "\\u0061": 2}', 'a'],
    ['[{"a": "a"}, {"a": "{\\"a\\": 1, \\"a\\": 2}"}]', null],
    ['{"a": {"b": 1, "c": [], "b": 2}}', 'b'],
    ['{"a\\\\": 1, "a\\\\" : 2}', 'a\\'],
    ['"a"', null],
  ])('%s: %s', (json, key) => {
    expect(duplicateKey(json)).toBe(key)
  })

  it('takes time as its length does', () => {
    expect(readingsOf(() => duplicateKey(`{"a": "${'x'.repeat(8_000_000)}"}`))).toBeLessThan(25)
    expect(readingsOf(() => duplicateKey(JSON.stringify({ a: '\\'.repeat(1_000_000) })))).toBeLessThan(25)
    expect(readingsOf(() => duplicateKey(`${'['.repeat(500_000)}${']'.repeat(500_000)}`))).toBeLessThan(25)
  })
})
