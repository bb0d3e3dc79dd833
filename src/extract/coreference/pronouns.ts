import type { Span } from '#/src/text/spans.ts'

/** A person where the article names them, or a pronoun that stands for one, outside of quotations. */
export type Reference = {
  span: Span
  paragraph: number
  /** Counted through the body. */
  sentence: number
  /** Speaks there, comes first in its sentence, or only owns something. */
  place: 'speaks' | 'first' | 'other' | 'owns'
} & ({ person: number; pronoun: null } | { person: null; pronoun: 'female' | 'male' })

/** How the weights below were set: by hand, then by single steps on the train texts. Odds are log-odds. */
const weights = {
  sentencesBack: -0.55,
  paragraphsBack: -0.45,
  speaks: 2.2,
  first: 0.9,
  owns: -1,
  /** It was the last that any pronoun of this gender stood for. */
  chain: 0.6,
  /** It is the last that was named at all. */
  last: 0.4,
  named: 0.35,
  gender: 0.1,
}
/** A person whose given name says otherwise is none. */
const impossible = -3
const furthest = 12
const certain = 0.62

/**
 * Who each “he” and “she” is, left to right; a resolved one counts as a mention of its person. Null where nobody is near
 * or two are as likely. Weighted rules: recency, who spoke, who came first, the chain of pronouns, gender.
 *
 * `genders`: log-odds of female against male for each person.
 */
export function resolvePronouns(
  references: readonly Reference[],
  genders: ReadonlyMap<number, number>,
): (number | null)[] {
  const seen = new Map<number, { last: Reference; named: number }>()
  const chain: { female: number | null; male: number | null } = { female: null, male: null }
  let latest: number | null = null
  return references.map((reference) => {
    const person =
      reference.person ?? choose(reference, reference.pronoun, seen, chain[reference.pronoun], latest, genders)
    if (person === null) return null
    if (reference.pronoun) chain[reference.pronoun] = person
    seen.set(person, { last: reference, named: (seen.get(person)?.named ?? 0) + (reference.pronoun ? 0 : 1) })
    latest = person
    return person
  })
}

function choose(
  pronoun: Reference,
  gender: 'female' | 'male',
  seen: ReadonlyMap<number, { last: Reference; named: number }>,
  chain: number | null,
  latest: number | null,
  genders: ReadonlyMap<number, number>,
): number | null {
  const candidates: { person: number; weight: number }[] = []
  for (const [person, { last, named }] of seen) {
    const odds = (genders.get(person) ?? 0) * (gender === 'female' ? 1 : -1)
    const back = pronoun.sentence - last.sentence
    if (odds <= impossible || back > furthest) continue
    const weight =
      weights.sentencesBack * back +
      weights.paragraphsBack * (pronoun.paragraph - last.paragraph) +
      (last.place === 'other' ? 0 : weights[last.place]) +
      (person === chain ? weights.chain : 0) +
      (person === latest ? weights.last : 0) +
      weights.named * Math.log(1 + named) +
      weights.gender * Math.min(3, odds)
    candidates.push({ person, weight })
  }
  if (candidates.length === 0) return null
  const total = candidates.reduce((sum, { weight }) => sum + Math.exp(weight), 0)
  const best = candidates.reduce((a, b) => (b.weight > a.weight ? b : a))
  return Math.exp(best.weight) / total >= certain ? best.person : null
}
