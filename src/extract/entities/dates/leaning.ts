import type { Span } from '#/src/text/spans.ts'

/** Whether what happens on a day has happened when the article is written, or is to come. */
export type Leaning = 'past' | 'future' | 'open'

const future =
  /^(?:will|won[’']t|shall|would|[’']ll|due|scheduled|slated|planned|expected|upcoming|deadline|tomorrow|until|postponed|set)$/u
const past =
  /^(?:was|were|had|did|didn[’']t|said|told|met|went|came|took|gave|made|left|held|won|lost|found|began|broke|brought|built|bought|caught|chose|dealt|drew|drove|fell|felt|fought|flew|got|grew|heard|kept|knew|laid|led|paid|ran|rose|sat|saw|sent|sold|shot|spoke|spent|stood|stole|struck|swore|taught|thought|threw|understood|woke|wore|wrote|became|since|\p{Ll}{2,}ed)$/u

const reach = 90
const word = /[\p{L}\p{N}’'-]+/gu
/** Where a clause ends. */
const stops = /[.;:!?“”"\n](?=\s|$|\p{Lu})/gu

/**
 * By the verb that is nearest, first to the left:
 *
 *     The court ruled on ‹Monday› that …        past
 *     The court will rule on ‹Monday›.          future
 *     On ‹Monday›, the court is to rule.        open
 */
export function leaningOf(text: string, { start, end }: Span): Leaning {
  const before = text.slice(Math.max(0, start - reach), start)
  const left = before.slice(Math.max(0, ...[...before.matchAll(stops)].map(({ index }) => index + 1)))
  const after = text.slice(end, end + reach)
  const right = after.slice(0, [...after.matchAll(stops)][0]?.index ?? after.length)
  const nearest = leansTo([...left.matchAll(word)].map(([each]) => each).reverse())
  return nearest === 'open' ? leansTo([...right.matchAll(word)].map(([each]) => each)) : nearest
}

function leansTo(words: readonly string[]): Leaning {
  for (const [at, each] of words.entries()) {
    if (future.test(each)) return 'future'
    if (past.test(each)) return 'past'
    if (each === 'to' && words.length > at + 1) return 'open'
  }
  return 'open'
}
