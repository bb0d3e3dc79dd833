import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { weighted } from './weighted.ts'

export type Encoding = 'identity' | 'br' | 'gzip'

/** The names of the encodings in a tag: each encoding of an answer has a tag of its own. */
const suffixes: Readonly<Record<Encoding, string>> = { identity: '', br: '.br', gzip: '.gz' }

/** The tag of an answer in an encoding. */
export const tagIn = (tag: string, encoding: Encoding): string => tag.replace(/"$/u, `${suffixes[encoding]}"`)

/** Where all are wanted equally, the smallest answer is sent. */
const smallestFirst = ['br', 'gzip', 'identity'] as const

/**
 * The encodings that `Accept-Encoding` takes, the most wanted first (RFC 9110 §12.5.3). None, when it forbids all.
 * Identity is taken unless it is forbidden, after those that are named.
 */
export function accepted(header: string | undefined): Encoding[] {
  const wishes = weighted(header ?? '')
  const wanted = (encoding: Encoding): number => {
    const names = encoding === 'gzip' ? ['gzip', 'x-gzip'] : [encoding]
    const wish = wishes.find(({ name }) => names.includes(name)) ?? wishes.find(({ name }) => name === '*')
    return wish ? wish.q : encoding === 'identity' ? 0.0001 : 0
  }
  return smallestFirst.filter((each) => wanted(each) > 0).sort((a, b) => wanted(b) - wanted(a))
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The quotes of an article take 0.6 ms of CPU at 5 and 9.5 ms at 9, which makes them 1 % smaller. */
const brotliQuality = 5

/** Compresses in another thread. */
export function encode(bytes: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (encoding === 'gzip') return zip(bytes)
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
