import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import { findRegions } from '#/src/extract/paragraph/regions.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { readAll } from '#/src/load/files.ts'
import type { ReadOptions } from '#/src/load/read.ts'
import { sniff } from '#/src/load/sniff.ts'
import { readingsOf } from '../helpers/readings.ts'
import { bytesOf, codeOf, loaded } from './loaded.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const put = (name: string, content: string | Uint8Array = '“Yes,” said Ana Cruz.\n'): string => {
  writeFileSync(at(name), content)
  return at(name)
}

/** What becomes of each file that the paths name: its code, or `read`. */
async function outcomes(paths: string[], options?: ReadOptions): Promise<Record<string, string>> {
  const seen: Record<string, string> = {}
  for await (const file of readAll(paths, options))
    seen[file.path.replace(`${folder}/`, '')] = 'error' in file ? file.error.code : 'read'
  return seen
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a text that is none', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', bytesOf(''), 'EMPTY'],
    ['white space alone', bytesOf(' \n\t\r\n\u00a0'), 'EMPTY'],
    ['a byte order mark alone', bytesOf('\ufeff'), 'EMPTY'],
    ['a byte that UTF-8 has not', latin('Caf\xff is open.'), 'ENCODING'],
    ['Windows-1252 that does not say so', latin('\x93Yes,\x94 said Ana Cruz.'), 'ENCODING'],
    ['UTF-8 that ends within a character', bytesOf('“Yes”').subarray(0, -1), 'ENCODING'],
    ['a surrogate in UTF-8', latin('Harbour \xed\xa0\x80 opens.'), 'ENCODING'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x48, 0, 0, 0]), 'ENCODING'],
    ['UTF-16 that ends within a character', utf16('Harbour opens.').subarray(0, -1), 'ENCODING'],
    ['UTF-16 without a mark', Buffer.from('Harbour opens at noon.', 'utf16le'), 'ENCODING'],
    ['half of a surrogate pair in UTF-16', utf16('Harbour \ud800 opens.'), 'ILL_FORMED'],
    ['a NUL among letters', bytesOf(`${'The harbour is open. '.repeat(20)}\0`), 'CONTROL_CHARS'],
    ['a PNG image', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'NOT_TEXT'],
    ['a gzip archive', latin('\x1f\x8b\x08\0\0\0\0\0'), 'NOT_TEXT'],
    ['a PDF', latin('%PDF-1.7\n%\xe2\xe3'), 'NOT_TEXT'],
    ['bytes at random', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255), 'NOT_TEXT'],
    ['more lines than any article has', bytesOf('a\n'.repeat(200_001)), 'TOO_LARGE'],
  ])('%s', async (_, bytes, code) => {
    const before = process.cpuUsage()
    expect(await codeOf(bytes)).toBe(code)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })
})

describe('a text that only looks odd is kept, character for character', () => {
  it.each([
    ['a byte order mark', '\ufeffHarbour opens.\n'],
    ['Arabic and Hebrew', 'قال محمود: «نعم»\n\nאמרה דנה: “כן”\n'],
    ['joiners and variation selectors', 'The 👩‍🚀 and the ✌️ wave.\n'],
    ['marks that turn the direction', 'Harbour \u202egnihton\u202c \u2066opens\u2069.\n'],
    ['control characters of old terminals', 'Harbour\u0085opens \u009b31mnow\u001b[0m.\n'],
    ['separators of lines and paragraphs', 'Harbour\u2028opens\u2029at noon.\n'],
    ['a byte order mark inside', 'Har\ufeffbour opens.\n'],
    ['letters in two parts', 'Cafe\u0301 and café are open.\n'],
    ['all ends of lines', 'one\r\ntwo\rthree\nfour\r\n'],
    ['spaces at all ends', '  \n  one  \n\n  two  \n  '],
  ])('%s', (_, text) => {
    expect(loaded(text).text).toBe(text)
  })

  it('UTF-16 in both orders', async () => {
    const text = '\ufeff“Yes,” said Ana Cruz.'
    const little = Buffer.from(text, 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()]) expect(await codeOf(bytes)).toBe('loaded')
  })

  it('a name in letters of two parts is the same name', async () => {
    const [composed, apart] = ['Jos\u00e9 Lima', 'Jose\u0301 Lima']
    const draft = loaded(
      `Harbour reopens\n\nPort master ${composed} said the harbour was open.\n\n“We counted every mooring,” ${apart} told reporters.\n`,
    )
    const people = extract(draft, openLexicon()).entities.filter(({ type }) => type === 'person')
    expect(people.map(({ name }) => name)).toEqual([composed])
  })

  it('a name that says something else: .json and .html may hold plain text', async () => {
    const paths = [put('a.json', 'Harbour opens.\n'), put('b.html', 'Harbour opens.\n')]
    expect(await outcomes(paths)).toEqual({ 'a.json': 'read', 'b.html': 'read' })
    expect(sniff(bytesOf('Harbour opens.')).format).toBe('text')
    expect(sniff(bytesOf('<!doctype html><title>Harbour opens</title>')).format).toBe('html')
  })
})

describe('a text that would cost too much is read in time that grows with its length', () => {
  const long = (part: string, length = 250_000): string => part.repeat(Math.ceil(length / part.length)).slice(0, length)
  it.each([
    ['one line without a space', long('a')],
    ['one line of words', long('harbour ')],
    ['spaces', `a${long(' ')}b`],
    ['short lines', long('a\n')],
    ['lines that look like bylines', long('By Ana Cruz\n')],
    ['lines that look like days', long('May 15, 2024\n')],
    ['lines that look like notices', long('Copyright Harbour News\n')],
    ['one notice after the other', long('Copyright ')],
    ['one sign after the other', long('(c) ')],
    ['one address', `https://${long('a/')}`],
    ['addresses', long('https://harbour.example/ ')],
    ['bullets', long('- a\n')],
    ['combining marks', `a${long('\u0301')}`],
    ['empty lines', `a${long('\n')}b`],
    ['turns of a transcript', long('ANA: Yes.\n')],
  ])('%s', (_, text) => {
    expect(readingsOf(() => loaded(text))).toBeLessThan(50)
  })

  it.each([['“'], ['"'], ["'"], ['«'], ['“”'], ['“‘'], ["''"], ['“a'], ["a'"]])(
    'a hundred thousand times %s',
    (mark) => {
      const text = mark.repeat(100_000)
      expect(readingsOf(() => findRegions(text, { start: 0, end: text.length }))).toBeLessThan(25)
    },
  )
})

describe('a file that cannot be read', () => {
  it('that is larger than the limit is refused before it is read', async () => {
    const file = openSync(at('large.txt'), 'w')
    ftruncateSync(file, 200_000_000)
    closeSync(file)
    const before = process.memoryUsage().rss
    expect(await outcomes([at('large.txt')])).toEqual({ 'large.txt': 'TOO_LARGE' })
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
    rmSync(at('large.txt'))
  })

  it('that grows while it is read is not read for ever', async () => {
    const path = put('growing.txt', 'a'.repeat(2_000))
    const growing: ReadOptions['open'] = async (name, flags) => {
      const file = await open(name, flags)
      return Object.assign(Object.create(file), {
        stat: () => file.stat(),
        close: () => file.close(),
        read: async (buffer: Buffer, offset: number, length: number) => ({
          bytesRead: length,
          buffer: buffer.fill(97, offset),
        }),
      })
    }
    expect(await outcomes([path], { open: growing, limit: 100_000 })).toEqual({ 'growing.txt': 'TOO_LARGE' })
  })

  it('a link, a pipe, a socket, a device and an empty folder are passed over, and nothing waits', async () => {
    mkdirSync(at('odd/folder.json'), { recursive: true })
    put('odd/real.txt')
    symlinkSync(at('odd/real.txt'), at('odd/link.txt'))
    symlinkSync('/', at('odd/out'))
    symlinkSync(at('odd/loop'), at('odd/loop'))
    spawnSync('sh', ['-c', 'mkfifo "$0"', at('odd/pipe.txt')])
    const server = createServer().listen(at('odd/socket'))
    const seen = await outcomes([at('odd'), '/dev/zero'])
    server.close()
    expect(seen).toEqual({
      'odd/folder.json': 'NOT_REGULAR',
      'odd/link.txt': 'SYMLINK',
      'odd/loop': 'SYMLINK',
      'odd/out': 'SYMLINK',
      'odd/pipe.txt': 'NOT_REGULAR',
      'odd/real.txt': 'read',
      'odd/socket': 'NOT_REGULAR',
      '/dev/zero': 'NOT_REGULAR',
    })
  }, 2_000)

  it('without permission is named, and the others are read', async () => {
    mkdirSync(at('closed'))
    put('closed/a.txt')
    put('closed/b.txt')
    mkdirSync(at('closed/c'))
    chmodSync(folder, 0o755)
    chmodSync(at('closed/a.txt'), 0)
    chmodSync(at('closed/c'), 0)
    // Root reads everything: it becomes somebody else for a moment.
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      expect(await outcomes([at('closed')])).toEqual({
        'closed/a.txt': 'EACCES',
        'closed/b.txt': 'read',
        'closed/c': 'EACCES',
      })
    } finally {
      if (root) process.seteuid?.(0)
    }
  })

  it.each([
    ['a line break', 'a\nb.txt'],
    ['a dash in front', '-rf'],
    ['255 bytes', `${'n'.repeat(251)}.txt`],
    ['a quotation mark', '“yes”.txt'],
    ['two dots', '..a..txt'],
    ['an escape sequence', '\u001b[31m.txt'],
  ])('a name with %s is a name', async (_, name) => {
    put(name)
    expect(await outcomes([at(name)])).toEqual({ [name]: 'read' })
  })

  it('a name that is no Unicode is read, and printed with its odd bytes', async () => {
    mkdirSync(at('bytes'))
    writeFileSync(Buffer.concat([Buffer.from(`${at('bytes')}/`), Buffer.from([0xff, 0x61])]), 'Harbour opens.')
    expect(await outcomes([at('bytes')])).toEqual({ 'bytes/\\xffa': 'read' })
  })

  it('a path that is too long, and one that is not there', async () => {
    const long = at('n'.repeat(300))
    expect(await outcomes([long, at('none.txt')])).toEqual({ ['n'.repeat(300)]: 'ENAMETOOLONG', 'none.txt': 'ENOENT' })
  })

  it('that changes each time it is read is named; one that changes once is read', async () => {
    const path = put('changing.txt', 'a')
    /** Opens the file and changes it behind the back of the reader, so many times. */
    const changing =
      (times: number): NonNullable<ReadOptions['open']> =>
      async (name, flags) => {
        const file = await open(name, flags)
        const stat = file.stat.bind(file)
        return Object.assign(file, {
          stat: async () => {
            const before = await stat()
            if (times-- > 0) appendFileSync(path, 'a')
            return before
          },
        }) as typeof file
      }
    expect(await outcomes([path], { open: changing(1) })).toEqual({ 'changing.txt': 'read' })
    expect(await outcomes([path], { open: changing(1_000) })).toEqual({ 'changing.txt': 'UNSTABLE' })
  })

  it('that goes away between the look and the reading is named', async () => {
    const path = put('gone.txt')
    const going: ReadOptions['open'] = (name, flags) => {
      rmSync(path)
      return open(name, flags)
    }
    expect(await outcomes([path, put('stays.txt')], { open: going })).toMatchObject({ 'gone.txt': 'ENOENT' })
  })

  it('folders within folders, a thousand deep, and thousands of files in one', async () => {
    mkdirSync(join(folder, 'deep', ...Array.from({ length: 1_000 }, () => 'd')), { recursive: true })
    mkdirSync(at('many'))
    for (let i = 0; i < 2_000; i++) put(`many/${i}.txt`, 'a')
    const deep = await outcomes([at('deep')])
    expect(Object.values(deep)).toEqual(['NOT_REGULAR'])
    expect(Object.keys(await outcomes([at('many')]))).toHaveLength(2_000)
  })
})
