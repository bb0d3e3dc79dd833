import type { ArticleRecord } from '#/schemas/record.ts'
import { LoadError, type Outcome as LoadOutcome } from '#/src/load/load-error.ts'

/** Why an input, or one article of it, was not read; `outcome` says whether it was passed over, refused or not read at all. */
export type Fault = { code: string; detail: string; outcome: LoadOutcome }

/**
 * What reading an input gives, in this order: an article or a fault for each one that it holds, then once `read`.
 * `digest` is the SHA-256 of its bytes in hex, null when they could not be read.
 */
export type Outcome =
  | { record: ArticleRecord }
  | { fault: Fault }
  | { read: { digest: string | null; isKnown: boolean } }

/**
 * An input to read. It is not read again when its bytes have the digest `known`. `from` is how many of its articles were
 * read before, in another thread: they are passed over.
 */
export type Input = { name: Uint8Array; as?: string | undefined; known?: string | undefined; from?: number }

/** Anything but a fault of the input is a fault of ours: it costs this article, and no other. */
export const faultOf = (error: unknown): Fault =>
  error instanceof LoadError
    ? { code: error.code, detail: error.detail, outcome: error.outcome }
    : { code: 'INTERNAL', detail: error instanceof Error ? error.message : String(error), outcome: 'failed' }
