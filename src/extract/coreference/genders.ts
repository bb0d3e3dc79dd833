import { personNouns } from '../paragraph/nouns.ts'
import type { Cluster } from './cluster.ts'
import { type GivenNames, genderOf, inBounds } from './gender.ts'
import type { Reference } from './references.ts'
import type { StatedRole } from './stated-roles.ts'

/**
 * Log-odds of a woman against a man for each entity: 7 for a title, 3 for a given name, 2 for a role (“spokeswoman”), 4 for
 * kin (“his daughter”),
 * and 0.8 for each pronoun that stands where only this person can be meant, 4 of those at most.
 */
export function gendersOf(
  clusters: readonly Cluster[],
  given: GivenNames,
  references: readonly Reference[],
  stated: ReadonlyMap<string, readonly StatedRole[]>,
): number[] {
  const odds = clusters.map(({ type, names, forms }) => {
    if (type !== 'person') return 0
    const titles = names.reduce((sum, { title }) => sum + 7 * title, 0)
    let name = 0
    for (const words of forms.values()) name ||= genderOf({ words, title: 0 }, given)
    return inBounds(inBounds(titles) + name)
  })
  for (const [head, roles] of stated) {
    const gender = personNouns.get(head) ?? 0
    if (gender !== 0)
      for (const { person } of roles) odds[person] = inBounds(odds[person]! + (kin.has(head) ? 4 : 2) * gender)
  }
  const votes = votesOf(references)
  return odds.map((own, entity) => inBounds(own + Math.max(-4, Math.min(4, 0.8 * (votes.get(entity) ?? 0)))))
}

/** Whoever is somebody's son is no woman; a spokesman may be. */
const kin: ReadonlySet<string> = new Set(
  'mother daughter wife sister grandmother aunt widow father son husband brother grandfather uncle widower'.split(' '),
)

/** “Lind said ‹she› …”: a pronoun after the only person of its sentence, or of the sentence before. */
function votesOf(references: readonly Reference[]): Map<number, number> {
  const votes = new Map<number, number>()
  let named: number[] = []
  let before: number[] = []
  let sentence = -1
  for (const reference of references) {
    if (reference.sentence !== sentence) {
      before = reference.sentence === sentence + 1 ? named : []
      named = []
      sentence = reference.sentence
    }
    if (reference.form === 'name' && !named.includes(reference.person)) named.push(reference.person)
    if (reference.form === 'nominal') named.push(-1)
    if (reference.form !== 'pronoun') continue
    const near = named.length > 0 ? named : before
    if (near.length === 1 && near[0]! >= 0) votes.set(near[0]!, (votes.get(near[0]!) ?? 0) + reference.gender)
  }
  return votes
}
