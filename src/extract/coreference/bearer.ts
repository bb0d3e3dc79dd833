import type { ReadName } from './names.ts'
import type { Person } from './people.ts'

/** Who bears a name, how sure that is, and who is the next likely. */
export type Choice = { person: Person; share: number; rival: Person | null }

/**
 * Whose name a single word is, when several may bear it: the one who was called so before, who is named more often and
 * nearer before it; by a surname rather than a given name. A title of the other gender excludes.
 *
 *     Mara Lind … Lind … Bo Lind … ‹Lind› (Mara)        Mara Lind … Bo Lind … ‹Mr. Lind› (Bo)
 *     Mayor Mara Lind … Bo Lind … ‹Mayor Lind› (Mara)
 */
export function bearerOf(name: ReadName, bearers: readonly Person[]): Choice | null {
  const fitting = bearers
    .filter(({ gender }) => name.title * gender >= 0)
    .filter(({ generation }) => name.generation === '' || name.generation === generation)
    .map((person) => ({ person, score: scoreOf(name, person) }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = fitting
  if (!best) return null
  const total = fitting.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0)
  return { person: best.person, share: 1 / total, rival: next?.person ?? null }
}

/** Log-odds, set by hand on articles with two people of one name. */
function scoreOf({ key, span, title, office }: ReadName, person: Person): number {
  const isSeen = person.count > 0
  const count = 0.8 * Math.log(1 + (isSeen ? person.count : person.full / 2))
  const distance = isSeen ? 0.5 * Math.log(1 + (span.start - person.last) / 300) : 1
  const isTitled = title * person.gender > 0 || person.offices.has(office)
  return (
    (isTitled ? 3 : 0) +
    partOf(key, person) +
    (person.alone.has(key) ? 1.5 : 0) +
    (person.generation === '' ? 0.5 : 0) +
    count -
    distance
  )
}

/** A surname is used alone more than a given name, and that more than a name between. */
function partOf(word: string, { forms }: Person): number {
  let best = -1
  for (const form of forms.values()) {
    if (form.at(-1) === word) return 1
    if (form[0] === word) best = 0
  }
  return best
}
