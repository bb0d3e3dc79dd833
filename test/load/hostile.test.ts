import { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'

const story =
  'The harbour of Port Ella is open again, and ferries leave at noon, said Mara Lindqvist on Monday. '.repeat(3)

/** The code of the fault that an input gets, or `loaded`. */
async function answer(content: string | Uint8Array): Promise<string> {
  try {
    for await (const each of load({ path: 'bait', bytes: Buffer.from(content) }))
      return each instanceof LoadError ? each.code : 'loaded'
    return 'nothing'
  } catch (error) {
    if (error instanceof LoadError) return error.code
    throw error
  }
}

async function textOf(content: string | Uint8Array): Promise<string> {
  for await (const each of load({ path: 'bait', bytes: Buffer.from(content) })) return (each as Draft).text
  return ''
}

const page = (inside: string): string =>
  `<!doctype html><title>Harbour reopens</title><body>${inside}<p>${story}</p></body>`
const laughs = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body><p>&b;</p></body></nitf>`
const outside = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><p>&x;</p></nitf>`
const article = (more: object): string =>
  JSON.stringify({ '@type': 'NewsArticle', headline: 'Harbour', articleBody: story, ...more })

describe('every bait is answered', () => {
  it.each([
    ['100,000 nested divisions', page('<div>'.repeat(100_000)), 'TOO_DEEP'],
    ['20,000 tables that nobody closed', page('<table>'.repeat(20_000)), 'loaded'],
    ['3,000 bold marks that nobody closed', page('<b>'.repeat(3000)), 'loaded'],
    ['5,000 divisions, 250 deep each time', page(`${'<div>'.repeat(240)}${'</div>'.repeat(240)}`.repeat(20)), 'loaded'],
    ['300,000 elements', page('<i>x</i><b>y</b>'.repeat(75_000)), 'TOO_LARGE'],
    ['100,000 nested elements of XML', `<nitf>${'<p>'.repeat(100_000)}</nitf>`, 'TOO_DEEP'],
    ['entities that grow', laughs, 'XML_DTD'],
    ['entities that fetch', outside, 'XML_DTD'],
    ['XML that is not closed', '<nitf><body></nitf>', 'XML_SYNTAX'],
    ['XML of two roots', '<nitf/><nitf/>', 'XML_SYNTAX'],
    ['XML of no news format', '<?xml version="1.0"?><invoice/>', 'UNKNOWN_FORMAT'],
    ['JSON of no news format', '{"total": 12}', 'UNKNOWN_FORMAT'],
    ['JSON that ends too early', '{"headline": "a" "b"}', 'JSON_SYNTAX'],
    ['100,000 nested lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'TOO_DEEP'],
    ['half of a surrogate pair', article({ description: 'X' }).replace('X', '\\ud800'), 'ILL_FORMED'],
    ['ninjs without uri', '{"headline": "a", "body_text": "b"}', 'SCHEMA'],
    ['ninjs of other types', '{"uri": "a", "headlines": "b"}', 'SCHEMA'],
    ['HTML in a file that is called JSON', page(''), 'loaded'],
    [
      'an archive that unpacks to 200 MB of nothing',
      gzipSync(Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(200 * 1024 * 1024)])),
      'ILL_FORMED',
    ],
    [
      'an archive that says to hold more than there is in the world',
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${Number.MAX_SAFE_INTEGER}\r\n\r\nHTTP/1.1 200 OK\r\n`,
      'ILL_FORMED',
    ],
    [
      'an archive that breaks off',
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n`,
      'ILL_FORMED',
    ],
    ['a picture of 2 MB in the page', page(`<img src="data:image/png;base64,${'A'.repeat(2_000_000)}">`), 'loaded'],
    ['one line of a megabyte', page('x'.repeat(1_000_000)), 'loaded'],
    ['links of Markdown that nobody closed', `# Harbour\n\n${'[a](b '.repeat(20_000)}`, 'TOO_COSTLY'],
    [
      'code of Markdown that nobody closed',
      `# Harbour\n\n${Array.from({ length: 900 }, (_, i) => '`'.repeat(i)).join(' ')}`,
      'TOO_COSTLY',
    ],
    [
      'front matter that grows',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n---\n\n${story}`,
      'ILL_FORMED',
    ],
    [
      'data that lead to themselves',
      page(
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@id":"#a","name":{"@id":"#a"}}]}</script>',
      ),
      'loaded',
    ],
  ])(
    '%s',
    async (_, content, expected) => {
      expect(await answer(content)).toBe(expected)
    },
    120_000,
  )
})

it('says where XML breaks', async () => {
  const loading = (async () => {
    for await (const _ of load({ path: 'a.xml', bytes: Buffer.from('<nitf>\n<body></nitf>') })) break
  })()
  await expect(loading).rejects.toMatchObject({ detail: expect.stringMatching(/^Line 2, column \d+: /) })
})

it('keeps nothing that could be executed', async () => {
  const text = await textOf(
    page(
      '<script>alert(1)</script><style>p{}</style><iframe src="x">frame</iframe><img src=x onerror="alert(2)"><svg><text>svg</text></svg><a href="javascript:alert(3)">here</a>',
    ),
  )
  expect(text).not.toMatch(/alert|p\{\}|frame|svg/)
})

it('reads no property that was not stated', async () => {
  const text = await textOf(
    article({ description: 'A' }).replace(
      '{',
      '{"__proto__": {"author": "Nobody"}, "constructor": "x", "toString": 1e999,',
    ),
  )
  expect([text.startsWith('Harbour'), ({} as { author?: string }).author]).toEqual([true, undefined])
})

it.each(['2024-02-30', '0000-01-01', '9999-01-01', 'yesterday', '2024-13-01T00:00'])(
  'takes %s for no date',
  async (date) => {
    for await (const draft of load({ path: 'a', bytes: Buffer.from(article({ datePublished: date })) }))
      expect((draft as Draft).publishedAt).toMatchObject({ value: null })
  },
)

it('opens no connection, whatever an input asks for', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    throw new Error('a connection')
  })
  const fetched = vi.spyOn(globalThis, 'fetch')
  const wishes =
    '<link rel=stylesheet href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script><img src="http://127.0.0.1:9/a.png">'
  for (const content of [
    page(wishes),
    article({ '@context': 'http://127.0.0.1:9/context' }),
    outside,
    '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf/>',
  ])
    await answer(content)
  expect([connect.mock.calls, fetched.mock.calls]).toEqual([[], []])
  vi.restoreAllMocks()
})

it.each([
  ['paragraphs', (n: number) => page('<p>A ferry, a boat and a ship.</p>'.repeat(n))],
  ['formatting that nobody closed', (n: number) => page('<b><i>'.repeat(40) + '<p>x'.repeat(n))],
  ['quotation marks', (n: number) => page(`<p>${'“'.repeat(n * 20)}</p>`)],
  ['blanks in data', (n: number) => page(`<script type="application/ld+json">${' '.repeat(n * 200)}x</script>`)],
  ['attributes', (n: number) => page(`<div ${'a=1 '.repeat(n * 5)}>`)],
  ['links', (n: number) => page('<li><a href="/x">Read more</a></li>'.repeat(n))],
  ['links to authors', (n: number) => page(`<div>${'<a rel="author" href="/author/x">Ana Cruz</a> '.repeat(n)}</div>`)],
  ['a byline', (n: number) => page(`<div class="byline">${'By Ana Cruz, '.repeat(n * 5)}</div>`)],
  [
    'a caption',
    (n: number) =>
      page(`<figure><img src="http://a.example/b.jpg"><figcaption>${'([| '.repeat(n * 20)}</figcaption></figure>`),
  ],
  ['meta elements', (n: number) => page('<meta name="author" content="Ana Cruz">'.repeat(n * 5))],
])(
  'takes time as its length does: %s',
  async (_, bait) => {
    const cost = async (n: number): Promise<number> => {
      const content = bait(n)
      const times: number[] = []
      for (let i = 0; i < 2; i++) {
        const start = process.cpuUsage()
        await answer(content)
        const { user, system } = process.cpuUsage(start)
        times.push((user + system) / 1000)
      }
      return Math.min(...times)
    }
    await cost(500)
    const [once, twice] = [await cost(1000), await cost(2000)]
    expect(twice).toBeLessThan(once * 3 + 100)
  },
  120_000,
)
