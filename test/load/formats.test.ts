import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'
import type { Loaded } from '#/src/load/saved.ts'

const all = async (content: string | Uint8Array): Promise<Loaded[]> => {
  const found: Loaded[] = []
  for await (const each of load({ path: 'saved', bytes: Buffer.from(content) })) found.push(each)
  return found
}

/** An article in a line a fact, then its blocks. */
const drawn = (each: Loaded): string[] =>
  each instanceof LoadError
    ? [`${each.code}: ${each.detail}`]
    : [
        [each.byline.value?.authors.join(', '), each.publisher.value, each.publishedAt.value].join(' | '),
        ...each.blocks.map(({ kind, span }) => `${kind}: ${each.text.slice(span.start, span.end)}`),
      ]

const story = ['The harbour of Port Ella is open again.', 'Ferries leave at noon, said Mara Lindqvist.']
const facts = 'Tomas Oyelaran | Harbour News | 2024-05-15T09:30:00+02:00'
const title = 'title: Harbour reopens'
const body = story.map((line) => `paragraph: ${line}`)
const html = story.map((line) => `<p>${line}</p>`).join('')

const ninjs = (item: object) => JSON.stringify({ uri: 'https://harbour.example/1', ...item })
const data = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Harbour reopens',
  author: 'Tomas Oyelaran',
  publisher: { name: 'Harbour News' },
  datePublished: '2024-05-15T09:30:00+02:00',
  articleBody: story.join('\n'),
}
const http = (page: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
const record = (type: string, url: string, content: string) =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`

const nitf = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><docdata><date.issue norm="20240515T093000+0200"/><doc.copyright holder="Harbour News"/></docdata></head>
<body><body.head><hedline><hl1>Harbour reopens</hl1></hedline><byline>By Tomas Oyelaran, <byttl>Harbour editor</byttl></byline>
</body.head><body.content>${html}</body.content></body></nitf>`
const newsItem = (content: string) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2">
<itemMeta><provider><name>Harbour News</name></provider><versionCreated>2024-05-15T09:30:00+02:00</versionCreated></itemMeta>
<contentMeta><creator><name>Tomas Oyelaran</name></creator><headline>Harbour reopens</headline></contentMeta>
<contentSet>${content}</contentSet></newsItem>`

describe('one article in every format', () => {
  it.each([
    [
      'ninjs 1',
      ninjs({
        headline: 'Harbour reopens',
        byline: 'Tomas Oyelaran',
        copyrightholder: 'Harbour News',
        versioncreated: '2024-05-15T09:30:00+02:00',
        body_text: 'x',
        body_xhtml: html,
      }),
    ],
    [
      'ninjs 3',
      ninjs({
        headlines: [{ value: 'Harbour reopens' }],
        by: 'Tomas Oyelaran',
        copyrightHolder: 'Harbour News',
        versionCreated: '2024-05-15T09:30:00+02:00',
        bodies: [{ contentType: 'text/html', value: html }],
      }),
    ],
    ['schema.org JSON-LD', JSON.stringify(data)],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour News',
        items: [
          {
            id: 1,
            title: 'Harbour reopens',
            authors: [{ name: 'Tomas Oyelaran' }],
            date_published: '2024-05-15T09:30:00+02:00',
            content_html: html,
          },
        ],
      }),
    ],
    ['NITF with a document type that is never read', nitf],
    ['NewsML-G2 with XHTML', newsItem(`<inlineXML><html><body>${html}</body></html></inlineXML>`)],
    ['NewsML-G2 with plain text', newsItem(`<inlineData contenttype="text/plain">${story.join('\n')}</inlineData>`)],
    [
      'RSS',
      `<rss version="2.0" xmlns:dc="x"><channel><title>Harbour News</title><item><title>Harbour reopens</title><dc:creator>Tomas Oyelaran</dc:creator><pubDate>Wed, 15 May 2024 09:30:00 +0200</pubDate><description><![CDATA[${html}]]></description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title><entry><title>Harbour reopens</title><author><name>Tomas Oyelaran</name></author><published>2024-05-15T09:30:00+02:00</published><content type="html">${html.replaceAll('<', '&lt;')}</content></entry></feed>`,
    ],
    [
      'Markdown',
      `---\ntitle: Harbour reopens\nauthor: Tomas Oyelaran\npublisher: Harbour News\ndate: 2024-05-15T09:30:00+02:00\n---\n\n${story.join('\n\n').replace('open', '**open**')}\n`,
    ],
  ])('%s', async (_, content) => {
    const [draft, ...others] = (await all(content)).map(drawn)
    const told = draft!.filter((line) => !/^(?:byline|publisherNote):/.test(line))
    expect([told, others]).toEqual([[facts, title, ...body], []])
  })

  it('a mail', async () => {
    const mail = `From: Tomas Oyelaran <tomas@harbour.example>\r\nSubject: Harbour reopens\r\nDate: Wed, 15 May 2024 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${story.join('\r\n\r\n')}\r\n`
    expect((await all(mail)).map(drawn)).toEqual([[facts.replace('Harbour News', ''), title, ...body]])
  })

  const page = `<!doctype html><title>Harbour reopens</title><body><h1>Harbour reopens</h1>${html}</body>`

  it('a page that a browser saved as one file', async () => {
    const mhtml = `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page.replaceAll('=', '=3D')}\r\n--b--\r\n`
    const [draft] = (await all(mhtml)) as [Draft]
    expect(drawn(draft).slice(1)).toEqual([title, ...body])
    expect(draft.sourceUrl.value).toBe('https://harbour.example/1')
  })

  it.each([
    ['plain', Buffer.from],
    ['packed', gzipSync],
  ])('the pages of a web archive, %s', async (_, pack) => {
    const archive = [
      record('warcinfo', '', 'software: x'),
      record('response', 'https://harbour.example/1', http(page)),
      record('response', 'https://harbour.example/1.css', 'HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}'),
      record('response', 'https://harbour.example/2', http(page)),
    ]
    const drafts = (await all(Buffer.concat(archive.map((each) => pack(Buffer.from(each)))))) as Draft[]
    expect(drafts.map(({ sourceUrl }) => sourceUrl.value)).toEqual([
      'https://harbour.example/1',
      'https://harbour.example/2',
    ])
    expect(drawn(drafts[1]!).slice(1)).toEqual([title, ...body])
  })
})

it.each([
  ['Von Mara Lindqvist und Tomas Oyelaran, dpa', undefined, ['Mara Lindqvist', 'Tomas Oyelaran']],
  ['By Mara Lindqvist', undefined, ['Mara Lindqvist']],
  ['Von Mara Lindqvist, dpa', undefined, ['Mara Lindqvist']],
  [undefined, ['Mara Lindqvist', 'ml/to'], ['Mara Lindqvist']],
  [undefined, ['Harbour Wire'], ['Harbour Wire']],
])('the authors of an agency’s item: %s %s', async (by, people, authors) => {
  const item = {
    headline: 'Harbour reopens',
    by,
    people: people?.map((name) => ({ name, rel: 'author' })),
    body_xhtml: html,
  }
  const [draft] = (await all(ninjs(item))) as [Draft]
  expect(draft.byline.value?.authors).toEqual(authors)
})

describe('several articles in a file all come out', () => {
  it.each([
    ['a list', JSON.stringify([data, data])],
    ['a graph', JSON.stringify({ '@graph': [data, data] })],
    ['JSON lines', `${JSON.stringify(data)}\n${JSON.stringify(data)}\n`],
    ['NewsML-G2', `<newsMessage><itemSet>${newsItem('<inlineData>a</inlineData>').repeat(2)}</itemSet></newsMessage>`],
  ])('%s', async (_, content) => {
    expect((await all(content)).filter((each) => !(each instanceof LoadError))).toHaveLength(2)
  })

  it('and one that cannot be loaded is named beside the others', async () => {
    const [first, second] = await all(JSON.stringify([{ headline: 'No uri' }, data]))
    expect([drawn(first!)[0], drawn(second!)[1]]).toEqual([expect.stringMatching(/^SCHEMA: [\s\S]*uri/), title])
  })
})
