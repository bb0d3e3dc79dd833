import { LoadError } from './load-error.ts'

/** Text as it was saved, character for character, and how it was encoded. */
export type Decoded = { text: string; charset: string }

/**
 * A byte order mark says how a file is encoded. UTF-32 comes first: its little-endian mark begins like that of UTF-16.
 *
 *     ff fe 00 00  UTF-32   ·   ff fe  UTF-16   ·   ef bb bf  UTF-8, as is a file without a mark
 */
const marks = [
  { charset: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { charset: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
] as const

export const markOf = (bytes: Uint8Array): (typeof marks)[number]['charset'] | null =>
  marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.charset ?? null

/**
 * Decodes plain text, which cannot declare its charset: by its byte order mark, else as strict UTF-8.
 * The mark stays in the text (`ignoreBOM`), so that offsets count exactly what was saved; nothing becomes U+FFFD.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const charset = markOf(bytes) ?? 'utf-8'
  if (charset === 'utf-32') throw new LoadError('ENCODING', 'It is encoded in UTF-32; save it as UTF-8.', file)
  try {
    return { text: new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes), charset }
  } catch {
    throw charset === 'utf-8' ? notUtf8(bytes, file) : notUtf16(bytes, charset, file)
  }
}

function notUtf8(bytes: Uint8Array, file: string): LoadError {
  const at = firstBad(bytes)
  const byte = bytes[at]?.toString(16).padStart(2, '0') ?? 'missing'
  return new LoadError('ENCODING', `It is not UTF-8 (byte ${at} is ${byte}) and says nothing of another charset.`, file)
}

/** In UTF-16 half a character at the end is a broken file; a surrogate without its partner is a broken text. */
function notUtf16(bytes: Uint8Array, charset: 'utf-16le' | 'utf-16be', file: string): LoadError {
  const half = bytes.length % 2 === 1
  return half
    ? new LoadError('ENCODING', `It is marked as ${charset} and ends within a character.`, file)
    : new LoadError('ILL_FORMED', `It is marked as ${charset} and holds half of a surrogate pair.`, file)
}

/** Where strict UTF-8 fails: the longest part that decodes, found by halving. */
function firstBad(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = (good + bad + 1) >> 1
    if (startsWell(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  return good
}

/** Whether it decodes as far as it goes; a character cut at its end is no fault. */
function startsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
