import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'
import { decodeMarked } from './declared.ts'
import { LoadError } from './load-error.ts'
import { pageDraft } from './page/page.ts'
import { type Loaded, type Saved, sourceOf } from './saved.ts'

/** What an archive may hold once it is unpacked: more would not fit into the memory of one input. */
const largest = 192 * 1024 * 1024

/**
 * A web archive: every page that it holds, the other records passed over. Its records are counted out by their
 * lengths, so the parser of a package (with its command line and its 2 MB) is not needed.
 */
export function* loadWarc(saved: Saved): Generator<Loaded> {
  const bytes = unpacked(saved)
  let pages = 0
  for (const { headers, content } of recordsIn(bytes, saved.path)) {
    const found = pageIn(headers, content)
    if (!found) continue
    pages++
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/gu, '')
    try {
      if (found.body === null)
        throw new LoadError('ILL_FORMED', 'What it says is packed cannot be unpacked.', saved.path)
      const { text, charset, warnings } = decodeMarked(found.body, saved.path, found.charset)
      const source = sourceOf({ path: saved.path, bytes: found.body }, 'text/html', charset, warnings)
      yield pageDraft(text, saved.path, source, url)
    } catch (error) {
      if (!(error instanceof LoadError)) throw error
      yield new LoadError(error.code, `${url}: ${error.detail}`, saved.path)
    }
  }
  if (pages === 0) throw new LoadError('NO_ARTICLE', 'The archive holds no page.', saved.path)
}

function unpacked({ bytes, path }: Saved): Buffer {
  if (bytes[0] !== 0x1f) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return gunzipSync(bytes, { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isLarge
      ? new LoadError('TOO_LARGE', `It unpacks to more than ${largest} bytes.`, path)
      : new LoadError('ILL_FORMED', 'Its compressed data is damaged.', path)
  }
}

type Message = { headers: Map<string, string>; content: Buffer }

function* recordsIn(bytes: Buffer, file: string): Generator<Message> {
  for (let at = bytes.indexOf('WARC/'); at >= 0 && at < bytes.length; ) {
    const message = messageAt(bytes, at)
    const length = Number(message?.headers.get('content-length'))
    if (!message || !Number.isSafeInteger(length) || length < 0)
      throw new LoadError('ILL_FORMED', `The record at byte ${at} has no length.`, file)
    if (message.content.length < length)
      throw new LoadError('ILL_FORMED', `The record at byte ${at} ends before its length.`, file)
    yield { headers: message.headers, content: message.content.subarray(0, length) }
    at = bytes.indexOf('WARC/', bytes.length - message.content.length + length)
  }
}

/** Header lines up to an empty one, by their names in lower case, and all that follows. */
function messageAt(bytes: Buffer, at: number): Message | null {
  const end = bytes.indexOf('\r\n\r\n', at)
  if (end < 0 || end - at > 65_536) return null
  const lines = bytes.toString('latin1', at, end).split('\r\n').slice(1)
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers: new Map(headers), content: bytes.subarray(end + 4) }
}

type Page = { body: Buffer | null; charset: string | undefined }

/** The page in a record: an answer of a server, or the page itself. Null: it is none. */
function pageIn(headers: Message['headers'], content: Buffer): Page | null {
  const type = headers.get('warc-type')
  if (type === 'response') return responseIn(content)
  const isPage = type === 'resource' && /html/iu.test(headers.get('content-type') ?? '')
  return isPage ? { body: content, charset: charsetIn(headers.get('content-type') ?? '') } : null
}

const charsetIn = (type: string): string | undefined => /charset=["']?([\w:.-]+)/iu.exec(type)?.[1]

/** The page in an answer of a server, or null when the answer is no page. */
function responseIn(content: Buffer): Page | null {
  const message = messageAt(content, 0)
  const type = message?.headers.get('content-type') ?? ''
  if (!message || !/^HTTP\/[\d.]+ 200/u.test(content.toString('latin1', 0, 16)) || !/html/iu.test(type)) return null
  const whole = /chunked/iu.test(message.headers.get('transfer-encoding') ?? '')
    ? joined(message.content)
    : message.content
  return {
    body: decoded(whole, message.headers.get('content-encoding') ?? ''),
    charset: charsetIn(type),
  }
}

function joined(content: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = content.indexOf('\r\n', at)
    const size = end < 0 || end - at > 20 ? Number.NaN : Number.parseInt(content.toString('latin1', at, end), 16)
    if (!(size > 0)) return at === 0 ? content : Buffer.concat(parts)
    parts.push(content.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

/** The page unpacked; null where that fails. Some archives hold it unpacked already, whatever its headers say. */
function decoded(body: Buffer, encoding: string): Buffer | null {
  const options = { maxOutputLength: 16 * 1024 * 1024 }
  try {
    if (/gzip/iu.test(encoding)) return gunzipSync(body, options)
    if (/br/iu.test(encoding)) return brotliDecompressSync(body, options)
    return /deflate/iu.test(encoding) ? inflateSync(body, options) : body
  } catch {
    return /^\s*</u.test(body.toString('latin1', 0, 64)) ? body : null
  }
}
