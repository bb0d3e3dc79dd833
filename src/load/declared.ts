import { analyse } from 'chardet'
import type { Warning } from '#/schemas/record.ts'
import { type Decoded, markOf } from './charset.ts'
import { LoadError } from './load-error.ts'

/** Where a page or an XML file says how it is encoded: `<meta charset=…>`, `<?xml encoding="…"?>`, a mail’s header. */
const declaration = /(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([\w:.-]{2,40})/iu

/**
 * Decodes a format that can declare its charset. A byte order mark is believed first, then the bytes themselves (what
 * decodes as strict UTF-8 and has more than ASCII is nothing else), then the declaration, then a guess by the frequency
 * of letters; windows-1252 decodes anything. What is stated and not so is warned of. The mark is no text here.
 */
export function decodeMarked(bytes: Uint8Array, file: string, declared?: string): Decoded & { warnings: Warning[] } {
  const mark = markOf(bytes)
  if (mark === 'utf-32') throw new LoadError('ENCODING', 'It is encoded in UTF-32; save it as UTF-8.', file)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const stated = known(declared) ?? known(declaration.exec(head)?.[1])
  const { text, charset } = decoded(bytes, mark, stated)
  const isPlain = charset === 'utf-8' && text.length === bytes.length
  const wrong = [mark, stated].find((said) => said && said !== charset)
  const warnings: Warning[] =
    wrong && !isPlain ? [{ code: 'CHARSET_MISMATCH', detail: `It says ${wrong}, and is read as ${charset}.` }] : []
  return { text, charset, warnings }
}

function decoded(bytes: Uint8Array, mark: string | null, stated: string | null): Decoded {
  // A guess costs more than all the rest, and is seldom needed.
  for (const said of [() => mark, () => 'utf-8', () => stated, () => known(guess(bytes))]) {
    const charset = said()
    const text = charset && tried(bytes, charset)
    if (charset && typeof text === 'string') return { text, charset }
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' }
}

/** The name of a charset as browsers have it (`latin1` is windows-1252 to them), or null when they know none. */
function known(label: string | undefined): string | null {
  try {
    return label ? new TextDecoder(label).encoding : null
  } catch {
    return null
  }
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
