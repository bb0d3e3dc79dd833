import { hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Encoding, encode } from '../ask/encodings.ts'
import type { Link } from './link-header.ts'

/** An answer as it was made: what is sent, and links that were not known before. */
export type Made = { body: string; links?: readonly Link[] }

/** An answer that is made while it is sent, because it may be larger than the memory. */
export type Streamed = { stream: Readable }

/** An answer as bytes, in the encodings that were asked for. */
export type Ready = { bytes: Buffer; links: readonly Link[]; encoded: Map<Encoding, Promise<Buffer>> }

/** Larger answers are made anew each time, in bytes. */
const largest = 2 * 1024 * 1024

/** Whether an answer is kept, and compressed: not what is large, and not what depends on a query. */
export const isKept = ({ bytes }: Ready, query: string): boolean => query === '' && bytes.length <= largest

/** A compressed answer that is not smaller by much costs more than it saves. */
const smallest = 1024

/** Bytes, because Fastify adds a charset to JSON that is a string; RFC 8259 has none. */
export const ready = ({ body, links = [] }: Made): Ready => ({ bytes: Buffer.from(body), links, encoded: new Map() })

/**
 * The encoding that an answer is sent in, of those that are accepted. What is small or made for one question is not
 * compressed, unless nothing else is accepted.
 */
export const encodedIn = ({ bytes }: Ready, accepted: readonly Encoding[], isKept: boolean): Encoding | undefined =>
  isKept && bytes.length >= smallest ? accepted[0] : (accepted.find((each) => each === 'identity') ?? accepted[0])

/** The bytes in an encoding, compressed once, and their digest. */
export async function bytesOf(
  { bytes, encoded }: Ready,
  encoding: Encoding,
): Promise<{ bytes: Buffer; sha256: () => string }> {
  if (encoding !== 'identity' && !encoded.has(encoding)) encoded.set(encoding, encode(bytes, encoding))
  const sent = (await encoded.get(encoding)) ?? bytes
  return { bytes: sent, sha256: () => hash('sha256', sent) }
}
