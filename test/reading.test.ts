import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openLexicon } from '#/src/lexicon.ts'
import type { Outcome } from '#/src/reading/outcome.ts'
import { outcomesOf } from '#/src/reading/read.ts'
import { openReaders, type Readers, readPaths } from '#/src/reading/readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-reading-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const story = (name: string): string => `The harbour of ${name}\n\n“We are open,” said Ana Cruz of ${name} on Monday.\n`
const page = (inside: string): string =>
  `<!doctype html><title>Harbour reopens</title><body><p>${story('Port Ella').repeat(3)}</p>${inside}</body>`
/** Takes many seconds of CPU, and is within every limit of what is loaded. */
const costly = `The harbour\n\n${story('Port Ella').repeat(40_000)}`

const short = (outcome: Outcome): string => {
  if ('record' in outcome) return outcome.record.article.title ?? 'untitled'
  return 'fault' in outcome ? outcome.fault.code : `read ${outcome.read.isKnown ? 'before' : 'now'}`
}

/** What each path gives, in the order in which it comes. */
async function outcomes(readers: Readers, paths: string[], reads?: Parameters<typeof readPaths>[2]) {
  const all: [string, string[]][] = []
  for await (const reading of readPaths(readers, paths, reads)) {
    const each: string[] = []
    for await (const outcome of reading.outcomes) each.push(short(outcome))
    all.push([reading.path.slice(folder.length + 1), each])
  }
  return all
}

describe('reading in threads', { timeout: 120_000 }, () => {
  it('gives the inputs in their order, each whole, whatever thread reads it', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${i}`.padStart(2, '0'))
    for (const name of names) put(`order/${name}.txt`, story(name).repeat(Number(name) % 7 === 0 ? 20 : 1))
    using readers = openReaders({ threads: 3 })
    expect(await outcomes(readers, [join(folder, 'order')])).toEqual(
      names.map((name) => [`order/${name}.txt`, [`The harbour of ${name}`, 'read now']]),
    )
  })

  it('does not mix what is read at the same time from one set of threads', async () => {
    const [a, b] = ['a', 'b'].map((name) => put(`${name}.txt`, story(name)))
    using readers = openReaders({ threads: 2 })
    const twice = await Promise.all([outcomes(readers, [a!, a!, a!]), outcomes(readers, [b!, b!, b!])])
    expect(twice.map((all) => new Set(all.flatMap(([path, [title]]) => [path, title])))).toEqual([
      new Set(['a.txt', 'The harbour of a']),
      new Set(['b.txt', 'The harbour of b']),
    ])
  })

  it('gives up what takes too long, and reads the others', async () => {
    const [a, slow, b] = [put('1.txt', story('1')), put('2.txt', costly), put('3.txt', story('3'))]
    using readers = openReaders({ threads: 1, budget: { time: 3_000, memory: 512 } })
    expect(await outcomes(readers, [a, slow, b])).toEqual([
      ['1.txt', ['The harbour of 1', 'read now']],
      ['2.txt', ['TOO_COSTLY', 'read now']],
      ['3.txt', ['The harbour of 3', 'read now']],
    ])
  })

  it('gives up one of many articles in a file that takes too long, and reads those behind it', async () => {
    const news = (headline: string, articleBody: string) => ({ '@type': 'NewsArticle', headline, articleBody })
    const http = (html: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`
    const record = (html: string) =>
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${Buffer.byteLength(http(html))}\r\n\r\n${http(html)}\r\n\r\n`
    const slow = `<!doctype html><title>Slow</title><body>${`<p>${story('Port Ella')}</p>`.repeat(30_000)}`
    const [list, archive] = [
      put('many.json', JSON.stringify([news('One', story('1')), news('Slow', costly), news('Three', story('3'))])),
      put('many.warc', [page(''), slow, page('')].map(record).join('')),
    ]
    using readers = openReaders({ threads: 1, budget: { time: 3_000, memory: 512 } })
    expect(await outcomes(readers, [list, archive])).toEqual([
      ['many.json', ['One', 'TOO_COSTLY', 'Three', 'read now']],
      ['many.warc', ['Harbour reopens', 'TOO_COSTLY', 'Harbour reopens', 'read now']],
    ])
  })

  it('gives up what takes too much memory, and reads the others', async () => {
    const [large, b] = [put('large.txt', costly), put('3.txt', story('3'))]
    using readers = openReaders({ threads: 1, budget: { time: 60_000, memory: 90 } })
    expect(await outcomes(readers, [large, b])).toEqual([
      ['large.txt', ['TOO_COSTLY', 'read now']],
      ['3.txt', ['The harbour of 3', 'read now']],
    ])
  })

  it('answers when no thread can start, and tries anew for the next', async () => {
    using readers = openReaders({ threads: 2, budget: { time: 5_000, memory: 16 } })
    const paths = [put('1.txt', story('1')), put('3.txt', story('3'))]
    expect((await outcomes(readers, paths)).map(([, [code]]) => code)).toEqual(['TOO_COSTLY', 'TOO_COSTLY'])
  })

  it('answers what is no file like any other', async () => {
    using readers = openReaders({ threads: 2 })
    const paths = [join(folder, 'none.txt'), put('empty.txt', ''), put('deep.html', page('<div>'.repeat(300)))]
    expect((await outcomes(readers, paths)).map(([, codes]) => codes[0])).toEqual(['ENOENT', 'EMPTY', 'TOO_DEEP'])
  })

  it('does not read again what is known', async () => {
    const path = put('known.txt', story('Ystad'))
    using readers = openReaders({ threads: 1 })
    const [reading] = await Array.fromAsync(readPaths(readers, [path]))
    const last = (await Array.fromAsync(reading!.outcomes)).at(-1)!
    const { digest } = 'read' in last ? last.read : { digest: null }
    const again = { knownDigest: async () => digest ?? undefined }
    expect(await outcomes(readers, [path], again)).toEqual([['known.txt', ['read before']]])
    put('known.txt', story('Malmö'))
    expect(await outcomes(readers, [path], again)).toEqual([['known.txt', ['The harbour of Malmö', 'read now']]])
  })
})

describe('a web archive that is larger than any article', { timeout: 60_000 }, () => {
  const record = (type: string, mediaType: string, length: number, content = ''): string => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\n\r\n`
    const url = 'https://harbour.example/1'
    return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${http.length + length}\r\n\r\n${http}${content}`
  }
  const ofPage = (inside = '') =>
    record('response', 'text/html', Buffer.byteLength(page(inside)), `${page(inside)}\r\n\r\n`)

  /** Two pages, and between them a film; a sparse file, so that the disk need not hold it. */
  function archive(name: string, megabytes: number, mediaType = 'video/mp4'): string {
    const path = put(name, ofPage() + record('response', mediaType, megabytes * 1024 * 1024))
    truncateSync(path, statSync(path).size + megabytes * 1024 * 1024)
    appendFileSync(path, `\r\n\r\n${ofPage()}`)
    return path
  }

  const lexicon = openLexicon()
  const read = (path: string, known?: string) =>
    Array.fromAsync(outcomesOf({ name: Buffer.from(path), known }, () => lexicon))

  it('is read page by page, in little memory', async () => {
    const path = archive('film.warc', 400)
    const before = process.memoryUsage().rss
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
    expect((await read(path)).map(short)).toEqual(['Harbour reopens', 'Harbour reopens', 'read now'])
    clearInterval(watch)
    expect(most - before).toBeLessThan(100_000_000)
  })

  it('is read the same when it is packed', async () => {
    const packed = Buffer.concat([ofPage(), record('response', 'video/mp4', 0), ofPage()].map((each) => gzipSync(each)))
    const path = put('packed.warc.gz', Buffer.concat([packed, gzipSync(randomBytes(17_000_000)), gzipSync(ofPage())]))
    expect((await read(path)).map(short)).toEqual(['Harbour reopens', 'Harbour reopens', 'Harbour reopens', 'read now'])
  })

  it('loses a page that is too large, and no other', async () => {
    const path = archive('page.warc', 17, 'text/html')
    expect((await read(path)).map(short)).toEqual(['Harbour reopens', 'TOO_LARGE', 'Harbour reopens', 'read now'])
  })

  it('is not read again until its size or its time is another', async () => {
    const path = archive('known.warc', 17)
    const last = (await read(path)).at(-1)!
    const { digest } = 'read' in last ? last.read : { digest: null }
    expect((await read(path, digest!)).map(short)).toEqual(['read before'])
    utimesSync(path, 1, 1)
    expect((await read(path, digest!)).at(-1)).toMatchObject({ read: { isKnown: false } })
  })

  it('is tried again when somebody writes into it meanwhile', async () => {
    const path = archive('growing.warc', 17)
    const codes: string[] = []
    for await (const outcome of outcomesOf({ name: Buffer.from(path) }, () => lexicon)) {
      codes.push(short(outcome))
      if (codes.length === 1) appendFileSync(path, 'WARC/1.0\r\nWARC-Type: resp')
    }
    expect(codes).toEqual(['Harbour reopens', 'Harbour reopens', 'UNSTABLE', 'read now'])
  })

  it('is refused like any other file where it is none', async () => {
    const path = put('none.warc', 'The harbour.\n'.repeat(1_400_000))
    expect((await read(path)).map(short)).toEqual(['TOO_LARGE', 'read now'])
  })
})

it('an article on which the extractor fails is rejected, and those beside it are read', async () => {
  const bodies = ['one', 'two', 'three'].map((name) => ({
    '@type': 'NewsArticle',
    headline: `The harbour of ${name}`,
    articleBody: story(name),
  }))
  const path = put('three.json', JSON.stringify(bodies))
  const lexicon = openLexicon()
  let asked = 0
  const failing = {
    ...lexicon,
    findNames: (...asking: Parameters<typeof lexicon.findNames>) => {
      if (++asked === 2) throw new TypeError('nothing is where it should be')
      return lexicon.findNames(...asking)
    },
  }
  const all = await Array.fromAsync(outcomesOf({ name: Buffer.from(path) }, () => failing))
  expect(all.map(short)).toEqual(['The harbour of one', 'INTERNAL', 'The harbour of three', 'read now'])
})
