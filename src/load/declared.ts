import { analyse } from 'chardet'
import { type Decoded, markOf } from './charset.ts'

/** Where a page or an XML file says how it is encoded: `<meta charset=…>`, `<?xml encoding="…"?>`, a mail’s header. */
const declaration = /(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([\w:.-]{2,40})/iu

/**
 * Decodes a format that can declare its charset. A byte order mark is believed first, then the bytes themselves (what
 * decodes as strict UTF-8 and has more than ASCII is nothing else), then the declaration, then a guess by the frequency
 * of letters; windows-1252 decodes anything. The mark is no text here.
 */
export function decodeMarked(bytes: Uint8Array, declared?: string): Decoded {
  const mark = markOf(bytes)
  if (mark && mark !== 'utf-32') return { text: new TextDecoder(mark).decode(bytes), charset: mark }
  const strict = tried(bytes, 'utf-8')
  if (strict !== null) return { text: strict, charset: 'utf-8' }
  const named =
    declared ??
    declaration.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1'))?.[1]
  for (const charset of [named, guess(bytes)]) {
    const text = charset && !/^utf-?8$/iu.test(charset) ? tried(bytes, charset) : null
    if (charset && text !== null) return { text, charset: charset.toLowerCase() }
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' }
}

function tried(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** One of the charsets that a browser knows; of ISO 8859-1 it knows only its superset. */
const guess = (bytes: Uint8Array): string | undefined =>
  analyse(bytes.subarray(0, 65_536)).find(
    ({ confidence, name }) => confidence >= 30 && !/^(?:UTF-8|ASCII)$/u.test(name),
  )?.name
