import { hash } from 'node:crypto'
import { cursorExpired, invalidCursor } from '#/src/errors.ts'

/** What a list is, so that a cursor of it fits no other: the path and its query, and the state it was read in. */
export type ListState = { query: string; state: string }

const digest = (words: string): string => hash('sha256', words, 'base64url').slice(0, 12)

/** Where a page ends, in a form that says nothing to a client and that it cannot change. It survives a restart. */
export function writeCursor({ query, state }: ListState, key: unknown): string {
  const body = JSON.stringify([1, digest(query), digest(state), key])
  return Buffer.from(digest(`cursor ${body}`) + body, 'utf8').toString('base64url')
}

/**
 * The key in a cursor.
 *
 * @throws invalid-cursor when it is garbled or of another list; cursor-expired when the list has changed
 */
export function readCursor(cursor: string, { query, state }: ListState): unknown {
  const bytes = Buffer.from(cursor, 'base64url')
  const [sum, body] = [bytes.toString('utf8', 0, 12), bytes.toString('utf8', 12)]
  if (bytes.toString('base64url') !== cursor || sum !== digest(`cursor ${body}`)) throw invalidCursor()
  const [, ofQuery, ofState, key] = JSON.parse(body) as unknown[]
  if (ofQuery !== digest(query)) throw invalidCursor()
  if (ofState !== digest(state)) throw cursorExpired()
  return key
}
