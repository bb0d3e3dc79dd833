import type { Span } from '#/src/text/spans.ts'

/** Whether what happens on a day has happened when the article is written, or is to come. */
export type Leaning = 'past' | 'future' | 'open'

const future =
  /^(?:will|won[’']t|shall|would|[’']ll|due|scheduled|slated|planned|expected|upcoming|deadline|tomorrow|until|postponed|set)$/u
const past =
  /^(?:was|were|had|did|didn[’']t|said|told|met|went|came|took|gave|made|left|held|won|lost|found|began|broke|brought|built|bought|caught|chose|dealt|drew|drove|fell|felt|fought|flew|got|grew|heard|kept|knew|laid|led|paid|ran|rose|sat|saw|sent|sold|shot|spoke|spent|stood|stole|struck|swore|taught|thought|threw|understood|woke|wore|wrote|became|since|\p{Ll}{2,}ed)$/u

const reach = 90
const word = /[\p{L}\p{N}’'-]+/gu
/** Where a clause ends: a quotation mark alone is none. */
const stops = /[.;:!?](?=[\s”"’]|$|\p{Lu})|\n/gu

/**
 * By the verb that is nearest, first to the left:
 *
 *     The court ruled on ‹Monday› that …        past
 *     The court will rule on ‹Monday›.          future
 *     A vote is to be held on ‹Monday›.         future
 *     On ‹Monday›, the court rules.             open
 */
export function leaningOf(text: string, { start, end }: Span): Leaning {
  const before = text.slice(Math.max(0, start - reach), start)
  const left = before.slice(Math.max(0, ...[...before.matchAll(stops)].map(({ index }) => index + 1)))
  const after = text.slice(end, end + reach)
  const right = after.slice(0, [...after.matchAll(stops)][0]?.index ?? after.length)
  const behind = wordsOf(left)
  for (let at = behind.length - 1; at >= 0; at--) {
    const leans = verbLeans(behind, at)
    if (leans) return leans
  }
  const ahead = wordsOf(right)
  for (let at = 0; at < ahead.length; at++) {
    const leans = verbLeans(ahead, at)
    if (leans) return leans
  }
  return 'open'
}

const wordsOf = (words: string): string[] => [...words.matchAll(word)].map(([each]) => each)

const intends =
  /^(?:is|are|set|due|scheduled|slated|expected|planned|plans?|planning|going|hopes?|aims?|vow(?:s|ed)|wants?)$/u

/** What one word says; null: nothing, look on. “To be held” is told by what stands before “to”. */
function verbLeans(words: readonly string[], at: number): Leaning | null {
  const each = words[at]!
  const before = words[at - 1] ?? ''
  if (future.test(each)) return 'future'
  if (each === 'to' && words.length > at + 1) return intends.test(before) ? 'future' : 'open'
  return past.test(each) && before !== 'be' ? 'past' : null
}
