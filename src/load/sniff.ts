import { constants, gunzipSync } from 'node:zlib'
import { markOf } from './charset.ts'

/** What a file looks like by its first bytes; its name says nothing (`.json` may hold HTML). */
export type Look = {
  format: 'text' | 'html' | 'xml' | 'json' | 'markdown' | 'mail' | 'warc' | 'utf-16' | 'binary'
  what: string
}

type Rule = Look & { example: string; looks: (head: string, tail: string) => boolean }

const startsWith =
  (...signatures: string[]) =>
  (head: string): boolean =>
    signatures.some((signature) => head.startsWith(signature))

/** Files that are no text, by their signatures; one character of `example` is one byte. */
const binaries: readonly Rule[] = (
  [
    ['a PNG image', '\x89PNG\r\n\x1a\n'],
    ['a JPEG image', '\xff\xd8\xff'],
    ['a GIF image', 'GIF89a', 'GIF87a'],
    ['a TIFF image', 'II*\0', 'MM\0*'],
    ['a PDF', '%PDF-'],
    ['a PostScript file', '%!PS-'],
    ['an RTF document', '{\\rtf'],
    ['a gzip archive', '\x1f\x8b'],
    ['a ZIP archive (or an office document)', 'PK\x03\x04', 'PK\x05\x06'],
    ['a bzip2 archive', 'BZh91AY&SY'],
    ['an xz archive', '\xfd7zXZ\0'],
    ['a zstd archive', '\x28\xb5\x2f\xfd'],
    ['a 7-Zip archive', '7z\xbc\xaf'],
    ['an old office document', '\xd0\xcf\x11\xe0'],
    ['an SQLite database', 'SQLite format 3\0'],
    ['a program', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'],
    ['an Ogg file', 'OggS\0'],
    ['an MP3 file', 'ID3\x03', 'ID3\x04'],
  ] as const
).map(([what, ...signatures]) => ({ format: 'binary', what, example: signatures[0], looks: startsWith(...signatures) }))

/** Formats that are text and not plain text. */
const texts: readonly Rule[] = [
  {
    format: 'html',
    what: 'XHTML',
    example: '<?xml version="1.0"?><!DOCTYPE html><html/>',
    looks: (head) => /^<\?xml\b[^>]{0,200}>\s*<(?:!doctype\s+html|html)\b/i.test(withoutComments(head)),
  },
  {
    format: 'html',
    what: 'HTML',
    example: '<!doctype html><title>Harbour opens</title>',
    looks: (head, tail) => {
      const start = withoutComments(head)
      return firstOfPage.test(start) || isLatePage(start, tail) || (head !== '' && start === '')
    },
  },
  {
    format: 'xml',
    what: 'XML',
    example: '<nitf><head/></nitf>',
    looks: (head, tail) =>
      /^<\?xml\b/i.test(head) || (/^<(?:!DOCTYPE\s|[a-z][\w:.-]{0,60}[\s/>])/i.test(head) && tail.endsWith('>')),
  },
  {
    format: 'json',
    what: 'JSON',
    example: '{ "headline": "Harbour opens" }',
    looks: (head, tail) =>
      /^\[?\s*\{\s*"[\w@$:.-]{1,60}"\s*:/.test(head) ||
      (/^(?:\{\s*["}]|\[\s*["{[\]])/.test(head) && /[}\]]$/.test(tail)),
  },
  {
    format: 'warc',
    what: 'a web archive',
    example: 'WARC/1.0\r\nWARC-Type: warcinfo\r\n',
    looks: (head) => /^WARC\/\d\.\d\r?\n/.test(head),
  },
  {
    format: 'mail',
    what: 'a mail',
    example: 'From: Mara <mara@harbour.example>\r\nSubject: The ferry\r\nMIME-Version: 1.0\r\n\r\nIt is back.',
    looks: (head) => {
      const names =
        headers
          .exec(head)?.[0]
          .match(/^[\w-]+(?=:)/gm)
          ?.map((name) => name.toLowerCase()) ?? []
      return names.some((name) => ofMails.has(name)) && names.some((name) => name === 'from' || name === 'content-type')
    },
  },
  {
    format: 'markdown',
    what: 'Markdown',
    example: '---\ntitle: Harbour opens\n---\n\nThe harbour is open.',
    looks: (head) =>
      /^---[ \t]*\r?\n(?:---|(?:[\w-]{1,40}:.*|\s+.*|-.*|#.*)?\r?\n(?:.*\r?\n){0,60}?(?:---|\.\.\.))[ \t]*(?:\r?\n|$)/.test(
        head,
      ) ||
      /^\+\+\+[ \t]*\r?\n(?:.*\r?\n){0,60}?\+\+\+[ \t]*(?:\r?\n|$)/.test(head) ||
      /^# \S.*\r?\n\s*\r?\n/.test(head),
  },
]

/** What a page begins with. No news format in XML has a root of these names. */
const firstOfPage = /^<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|h1|script|table)[\s/>]/i

/**
 * What a server or a plugin printed before the page: `<br /><b>Warning</b>: … <!DOCTYPE html>`. A text may begin with a tag
 * that was left in it; it has no `<html>` after it.
 */
const beforePage =
  /^<(?:link|base|style|noscript|span|a|b|i|br|hr|strong|em|font|center|img|iframe|form|section|main|header|nav|ul|ol|h[2-6])[\s/>]/i
const isLatePage = (head: string, tail: string): boolean =>
  beforePage.test(head) && (/<(?:!doctype\s+html|html|head|body)\b/i.test(head) || /<\/html>/i.test(tail))

const withoutComments = (head: string): string => head.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim()

/** The lines at the start of a mail, each with a name; long ones go on in the next line. */
const headers = /^(?:[\w-]{1,60}:.*\r?\n(?:[ \t].*\r?\n)*){2,}/
const ofMails = new Set([
  'mime-version',
  'message-id',
  'received',
  'return-path',
  'snapshot-content-location',
  'delivered-to',
])

/** What a file is: the first rule that fits, else binary when control characters abound, else plain text. */
export function sniff(bytes: Uint8Array): Look {
  const head = latin1(bytes.subarray(0, 4096))
  if (isPackedArchive(bytes)) return { format: 'warc', what: 'a packed web archive' }
  const binary = binaries.find((rule) => rule.looks(head, ''))
  if (binary) return binary
  if (markOf(bytes) === null && !/^WARC\/\d/.test(head)) {
    if (hasHalfNuls(bytes)) return { format: 'utf-16', what: 'UTF-16 without a byte order mark' }
    if (controlShare(bytes) > 0.05) return { format: 'binary', what: 'a binary file' }
  }
  const [start, end] = [letters(head), letters(latin1(bytes.subarray(-64)))]
  return texts.find((rule) => rule.looks(start, end)) ?? { format: 'text', what: 'plain text' }
}

/** Whether a gzip file begins with a WARC record; a few bytes of it are enough to see. */
function isPackedArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 }
    return gunzipSync(bytes.subarray(0, 512), options).toString('latin1', 0, 5) === 'WARC/'
  } catch {
    return false
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The characters of a head without byte order mark, the zeros of UTF-16, and white space at the ends. */
const letters = (head: string): string =>
  head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trim()

/** Every second byte of English in UTF-16 is zero; a text that holds a few zeros is something else. */
function hasHalfNuls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  return Math.max(...zeros) > head.length * 0.3 && Math.min(...zeros) < head.length * 0.05
}

/** Of the first bytes, how many are control characters that no text has. In compressed data it is a tenth. */
function controlShare(bytes: Uint8Array): number {
  const head = bytes.subarray(0, 8192)
  let controls = 0
  for (const byte of head) if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) controls++
  return head.length ? controls / head.length : 0
}
