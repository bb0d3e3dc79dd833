import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { type Bytes, streamOf } from './byte-stream.ts'
import { decodeMarked } from './declared.ts'
import { LoadError } from './load-error.ts'
import { pageDraft } from './page/page.ts'
import { largest } from './read.ts'
import { type Loaded, type Saved, sourceOf } from './saved.ts'

/** Lines at the start of a record, or of an answer of a server. */
const longestHead = 65_536
/** A record that holds the largest page that is read. */
const longestRecord = largest + longestHead

/**
 * A web archive: every page that it holds, the other records passed over. Its records are counted out by their
 * lengths, so the parser of a package (with its command line and its 2 MB) is not needed.
 */
export const loadWarc = ({ path, bytes }: Saved, from: number): AsyncGenerator<Loaded> => pagesOf(path, [bytes], from)

/** The same of an archive of any size: no more of it is in memory than one record. */
export async function* pagesOf(path: string, pieces: Bytes, from: number): AsyncGenerator<Loaded> {
  let pages = 0
  for await (const { headers, content, isWhole } of recordsIn(pieces, path)) {
    const found = pageIn(headers, content)
    if (!found) continue
    if (pages++ < from) continue
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/gu, '')
    try {
      if (!isWhole) throw new LoadError('TOO_LARGE', `It is larger than ${largest.toLocaleString('en')} bytes.`, path)
      if (found.body === null) throw new LoadError('ILL_FORMED', 'What it says is packed cannot be unpacked.', path)
      const { text, charset, warnings } = decodeMarked(found.body, path, found.charset)
      const source = sourceOf({ path, bytes: found.body }, 'text/html', charset, warnings)
      yield pageDraft(text, path, source, url)
    } catch (error) {
      if (!(error instanceof LoadError)) throw error
      yield new LoadError(error.code, `${url}: ${error.detail}`, path)
    }
  }
  if (pages === 0) throw new LoadError('NO_ARTICLE', 'The archive holds no page.', path)
}

type Head = ReadonlyMap<string, string>

/** A record that may hold a page; of one that is too long only its beginning. */
type Message = { headers: Head; content: Buffer; isWhole: boolean }

async function* recordsIn(pieces: Bytes, file: string): AsyncGenerator<Message> {
  const bytes = streamOf(pieces, file)
  while (await bytes.find('WARC/')) {
    const at = bytes.place()
    const headers = headersIn(await bytes.until('\r\n\r\n', longestHead))
    const length = Number(headers?.get('content-length') ?? Number.NaN)
    if (!headers || !Number.isSafeInteger(length) || length < 0)
      throw new LoadError('ILL_FORMED', `The record at byte ${at} has no length.`, file)
    const isWhole = length <= longestRecord
    const mayBePage = /^res(?:ponse|ource)$/u.test(headers.get('warc-type') ?? '')
    const content = await bytes.take(!mayBePage ? 0 : isWhole ? length : longestHead)
    const passed = content.length + (await bytes.skip(length - content.length))
    if (passed < length) throw new LoadError('ILL_FORMED', `The record at byte ${at} ends before its length.`, file)
    if (mayBePage) yield { headers, content, isWhole }
  }
}

/** Header lines, by their names in lower case; the first line is none. */
function headersIn(head: Buffer | null): Head | null {
  const lines = head?.toString('latin1').split('\r\n').slice(1)
  return lines
    ? new Map(
        lines.map((line): [string, string] => {
          const colon = line.indexOf(':')
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
        }),
      )
    : null
}

type Page = { body: Buffer | null; charset: string | undefined }

/** The page in a record: an answer of a server, or the page itself. Null: it is none. */
function pageIn(headers: Head, content: Buffer): Page | null {
  const type = headers.get('warc-type')
  if (type === 'response') return responseIn(content)
  const isPage = type === 'resource' && /html/iu.test(headers.get('content-type') ?? '')
  return isPage ? { body: content, charset: charsetIn(headers.get('content-type') ?? '') } : null
}

const charsetIn = (type: string): string | undefined => /charset=["']?([\w:.-]+)/iu.exec(type)?.[1]

/** The page in an answer of a server, or null when the answer is no page. */
function responseIn(content: Buffer): Page | null {
  const end = content.subarray(0, longestHead).indexOf('\r\n\r\n')
  const headers = end < 0 ? null : headersIn(content.subarray(0, end))
  const type = headers?.get('content-type') ?? ''
  if (!headers || !/^HTTP\/[\d.]+ 200/u.test(content.toString('latin1', 0, 16)) || !/html/iu.test(type)) return null
  const sent = content.subarray(end + 4)
  const whole = /chunked/iu.test(headers.get('transfer-encoding') ?? '') ? joined(sent) : sent
  return {
    body: decoded(whole, headers.get('content-encoding') ?? ''),
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
  const options = { maxOutputLength: largest }
  try {
    if (/gzip/iu.test(encoding)) return gunzipSync(body, options)
    if (/br/iu.test(encoding)) return brotliDecompressSync(body, options)
    return /deflate/iu.test(encoding) ? inflateSync(body, options) : body
  } catch {
    return /^\s*</u.test(body.toString('latin1', 0, 64)) ? body : null
  }
}
