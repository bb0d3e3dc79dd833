/** Why an input, or an article in it, is not in the archive. */
export type Refusal = { code: string; detail: string; outcome: 'skipped' | 'rejected' | 'failed' }

/** An input as it was read. `digest` is that of its bytes, null when it should be read again; `reader` is who read it. */
export type FinishedInput = { path: string; digest: string | null; reader: string; refusals: readonly Refusal[] }

/** `refusedAt` is ISO 8601, UTC. */
export type Refused = Refusal & { path: string; refusedAt: string }

/** What was read, so that it is not read again, and what was refused, so that it is not forgotten. */
export interface Inputs {
  /** An input that this reader has read to its end; null when it has not. */
  finished(path: string, reader: string): Promise<{ digest: string; refusals: Refusal[] } | null>
  /** Remembers an input with all that was refused of it; what was refused before is forgotten. */
  finish(input: FinishedInput): Promise<void>
  /** Remembers one refusal more. */
  refuse(path: string, refusal: Refusal): Promise<void>
  /** Forgets an input that is gone, with all that was refused of it. */
  forget(path: string): Promise<void>
  /** All refusals by their paths, starting behind one; at most `limit`. */
  refused(after: Pick<Refused, 'path' | 'code' | 'detail'> | null, limit: number): Promise<Refused[]>
}
