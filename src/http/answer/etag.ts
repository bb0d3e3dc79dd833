import { hash } from 'node:crypto'

/** A strong tag of an answer, from all that decides its bytes: known before the answer is made. */
export const tagOf = (...parts: readonly string[]): string =>
  `"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)}"`

/**
 * Whether `If-None-Match` holds a tag (RFC 9110 §13.1.2: weak comparison, a list, or `*`). A suffix that a proxy added
 * when it compressed is taken off. What is not a list of tags matches nothing.
 */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const known = withoutSuffix(tag)
  for (const [each] of ifNoneMatch.matchAll(/"[^"]*"/gu)) if (withoutSuffix(each) === known) return true
  return false
}

const withoutSuffix = (tag: string): string => tag.replace(/-(?:gzip|br)"$/u, '"')
