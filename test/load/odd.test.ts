import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'

const [first, second] = [
  'The harbour of Port Ella is open again, and ferries leave at noon, said Mara Lindqvist on Monday.',
  '“We counted every mooring,” she told reporters, and the boats may return to the islands tomorrow.',
] as const
const html = `<p>${first}</p><p>${second}</p>`
const page = (head = ''): string =>
  `<!doctype html>${head}<html><head><title>Harbour reopens</title></head><body><h1>Harbour reopens</h1>${html}</body></html>`

/** Each article as its title and the start of its blocks, each fault as its code. */
async function drawn(content: string | Uint8Array, path = 'saved'): Promise<string[]> {
  const lines: string[] = []
  try {
    for await (const each of load({ path, bytes: Buffer.from(content) }))
      if (each instanceof LoadError) lines.push(each.code)
      else {
        const body = each.blocks.filter(({ kind }) => kind === 'paragraph')
        lines.push(
          [each.title.value, ...body.map(({ span }) => each.text.slice(span.start, span.start + 11))].join(' | '),
        )
      }
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    lines.push(error.code)
  }
  return lines
}

const whole = 'Harbour reopens | The harbour | “We counted'
const ninjs = (item: object): object => ({ uri: 'tag:harbour', headline: 'Harbour reopens', body_xhtml: html, ...item })
const data = { '@type': 'NewsArticle', headline: 'Harbour reopens', articleBody: `${first}\n${second}` }
const news = (content: string): string =>
  `<newsItem><contentMeta><headline>Harbour reopens</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`
const nitf = `<nitf><body><body.head><hedline><hl1>Harbour reopens</hl1></hedline></body.head><body.content>${html}</body.content></body></nitf>`
const http = (body: string | Uint8Array, header = ''): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${header}\r\n`), Buffer.from(body)])
const record = (type: string, content: Uint8Array, header = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\n${header}Content-Length: ${content.length}\r\n\r\n`),
    content,
    Buffer.from('\r\n\r\n'),
  ])

describe('what senders really write', () => {
  it.each<[string, string, string | Uint8Array, string[]]>([
    [
      'front matter that ends with dots',
      'a.md',
      `---\ntitle: Harbour reopens\n...\n\n${first}\n\n${second}\n`,
      [whole],
    ],
    ['front matter that is empty', 'a.md', `---\n---\n\n# Harbour reopens\n\n${first}\n\n${second}\n`, [whole]],
    [
      'front matter in TOML',
      'a.md',
      `+++\ntitle = "Harbour reopens"\ndate = 2024-05-15\n+++\n\n${first}\n\n${second}\n`,
      [whole],
    ],
    [
      'a title with a colon and no marks',
      'a.md',
      `---\ntitle: Harbour: open again\n---\n\n${first}\n`,
      ['Harbour: open again | The harbour'],
    ],
    ['Markdown that only its name tells', 'a.md', `A **bold** harbour.\n`, [' | A bold harb']],
    [
      'ninjs with nulls',
      'a.json',
      JSON.stringify(ninjs({ byline: null, associations: null, versioncreated: null })),
      [whole],
    ],
    [
      'ninjs that is escaped twice',
      'a.json',
      JSON.stringify(ninjs({ headline: 'Harbour &amp; sea', body_xhtml: html.replaceAll('<', '&lt;') })),
      ['Harbour & sea | The harbour | “We counted'],
    ],
    [
      'ninjs with odd company',
      'a.json',
      JSON.stringify(ninjs({ associations: { a: [1], b: { type: 'picture', renditions: 5 }, c: 'x' } })),
      [whole],
    ],
    [
      'the answer of a service',
      'a.json',
      JSON.stringify({ _items: [ninjs({}), ninjs({})], _meta: {} }),
      [whole, whole],
    ],
    [
      'schema.org with a prefix',
      'a.json',
      JSON.stringify({
        '@type': 'schema:NewsArticle',
        'schema:headline': 'Harbour reopens',
        'schema:articleBody': data.articleBody,
      }),
      [whole],
    ],
    [
      'a line of JSON that is broken',
      'a.jsonl',
      `${JSON.stringify(data)}\n{"broken": \n${JSON.stringify(data)}\n`,
      [whole, 'JSON_SYNTAX', whole],
    ],
    ['JSON with a comma too many', 'a.json', `${JSON.stringify(data)},`, ['JSON_SYNTAX']],
    ['a NUL in JSON', 'a.json', JSON.stringify({ ...data, headline: 'Harbour\0' }), ['CONTROL_CHARS']],
    [
      '3,000 articles in a graph',
      'a.json',
      JSON.stringify({ '@graph': Array(3000).fill(data) }),
      Array(3000).fill(whole),
    ],
    [
      'NewsML-G2 with markup as text',
      'a.xml',
      news(`<inlineXML contenttype="text/html"><![CDATA[${html}]]></inlineXML>`),
      [whole],
    ],
    [
      'NewsML-G2 in base64',
      'a.xml',
      news(
        `<inlineData contenttype="text/plain" encoding="base64">${Buffer.from(data.articleBody).toString('base64')}</inlineData>`,
      ),
      [whole],
    ],
    ['several NITF documents in one', 'a.xml', `<wire>${nitf}${nitf}</wire>`, [whole, whole]],
    ['an empty line before the XML declaration', 'a.xml', `\n\n<?xml version="1.0"?>${nitf}`, [whole]],
    [
      'an archive whose answers are packed',
      'a.warc',
      record('response', http(gzipSync(page()), 'Content-Encoding: gzip\r\n')),
      [whole],
    ],
    [
      'an archive of what says it is packed',
      'a.warc',
      record('response', http(page(), 'Content-Encoding: gzip\r\n')),
      [whole],
    ],
    [
      'an archive that cannot be unpacked in part',
      'a.warc',
      Buffer.concat([
        record('response', http('\x00\x01', 'Content-Encoding: gzip\r\n')),
        record('response', http(page())),
      ]),
      ['ILL_FORMED', whole],
    ],
    [
      'an archive that breaks off',
      'a.warc.gz',
      Buffer.concat([
        gzipSync(record('response', http(page()))),
        gzipSync(record('response', http(page()))).subarray(0, -60),
      ]),
      [whole, 'ILL_FORMED'],
    ],
    [
      'a page as a resource of an archive',
      'a.warc',
      record('resource', Buffer.from(page()), 'Content-Type: text/html\r\n'),
      [whole],
    ],
    ['comments that never end', 'a.html', `${'<!--'.repeat(20_000)}${page()}`, ['EMPTY']],
    [
      'a page of a title alone',
      'a.html',
      '<!doctype html><title>Harbour reopens</title><div id="root"></div>',
      ['NO_ARTICLE'],
    ],
    [
      'a page whose data alone hold the story',
      'a.html',
      `<!doctype html><title>Harbour reopens</title><script type="application/ld+json">${JSON.stringify({ ...data, articleBody: `${data.articleBody}\n`.repeat(3) })}</script><div id="root"><p>Please turn on scripts.</p></div>`,
      [`Harbour reopens${' | The harbour | “We counted'.repeat(3)}`],
    ],
  ])('%s', async (_, path, content, lines) => {
    expect(await drawn(content, path)).toEqual(lines)
  })

  it.each([
    ['a browser', page('\n<!-- saved from url=(0028)https://harbour.example/1 -->\n')],
    [
      'an extension',
      page(
        '<html lang=en><!--\n Page saved with SingleFile \n url: https://harbour.example/1 \n saved date: Wed May 15 2024\n-->',
      ),
    ],
  ])('the address that %s saved a page from', async (_, content) => {
    for await (const each of load({ path: 'a.html', bytes: Buffer.from(content) }))
      expect(each).toMatchObject({ sourceUrl: { value: 'https://harbour.example/1' } })
  })
})
