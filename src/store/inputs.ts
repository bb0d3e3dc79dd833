/** Why an input, or an article in it, is not in the archive. */
export type Refusal = { code: string; detail: string; outcome: 'skipped' | 'rejected' | 'failed' }

/** An input that was read to its end: `digest` is that of its bytes, `reader` names the program and its version. */
export type FinishedInput = { path: string; digest: string; reader: string; refusals: readonly Refusal[] }

/** `refusedAt` is ISO 8601, UTC. */
export type Refused = Refusal & { path: string; refusedAt: string }

/** What was read, so that it is not read again, and what was refused, so that it is not forgotten. */
export interface Inputs {
  /** The digest of an input when this reader had read it to its end; null when it has not. */
  finished(path: string, reader: string): Promise<string | null>
  /** Remembers an input with all that was refused of it; what was refused before is forgotten. */
  finish(input: FinishedInput): Promise<void>
  /** Remembers one refusal more; of an input that could not be read, it is all there is. */
  refuse(path: string, refusal: Refusal): Promise<void>
  /** All refusals by their paths, starting behind one; at most `limit`. */
  refused(after: Pick<Refused, 'path' | 'code' | 'detail'> | null, limit: number): Promise<Refused[]>
}
