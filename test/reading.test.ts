import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    using readers = openReaders({ threads: 1, budget: { time: 1_000, memory: 512 } })
    expect(await outcomes(readers, [a, slow, b])).toEqual([
      ['1.txt', ['The harbour of 1', 'read now']],
      ['2.txt', ['TOO_COSTLY', 'read now']],
      ['3.txt', ['The harbour of 3', 'read now']],
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
