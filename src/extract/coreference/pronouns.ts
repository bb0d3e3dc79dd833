import { offices, strangers } from '../paragraph/nouns.ts'
import { type Candidate, comesAfter, type Evidence, evidenceOf, type Scene } from './evidence.ts'
import type { Nominal } from './nominals.ts'
import type { Discourse, Reference } from './references.ts'
import { anAge, aPeople, othersThan, peopleOf, type StatedRole } from './stated-roles.ts'

/** Who a reference is: a person by number, how sure that is, and who else it may be. Null where nobody named is meant. */
export type Resolution = { person: number | null; share: number; rival: number | null }

/**
 * What each piece of evidence is worth, in log-odds. Set by hand, then fitted to pronouns whose person was read from
 * the context (docs/coreference.md).
 */
export const weights: Evidence = {
  ...{ sameSentence: 0.3, sentencesBack: -0.9, paragraphsBack: -1.2 },
  ...{ speaks: 1.4, first: 1.3, owns: -1.5, wasPronoun: -0.3, fresh: 0.6 },
  ...{ chain: 0.2, lastSpeaker: 0.4, speaksOn: 0.8, mentions: 0.4, gender: 0.7 },
  ...{ stranger: -1.2, described: -1.4, quoted: -2.6, itself: -3, comesAfter: -1.8 },
  ...{ otherRole: -1, opens: 1.2, repliedTo: -4 },
}
/** What must be outweighed to take anybody. */
export const nobody = -2.6
const certain = 0.5
/** A person whose title or given name says otherwise is none. */
const impossible = -3.5
const furthest = 15
const mostCandidates = 24

type Reading = Scene & {
  recent: Candidate[]
  known: Set<number>
  titled: ReadonlySet<number>
  sentence: number
  strangers: number
}

/** What references are resolved with: log-odds of a woman against a man for each person, and the roles stated of them. */
export type Known = { genders: readonly number[]; stated: ReadonlyMap<string, readonly StatedRole[]> }

/**
 * Who each “he”, “she” and description is, left to right; one that is resolved counts as a mention of its person.
 * A description that is nobody's stated role stands for a stranger, whom pronouns after it may mean: they are nobody.
 */
export function resolveReferences(discourse: Discourse, known: Known, choose = likeliest): Resolution[] {
  const reading: Reading = {
    ...{ recent: [], known: new Set<number>(), sentence: -1, strangers: 0 },
    titled: new Set([...known.stated.values()].flatMap((roles) => roles.map(({ person }) => person))),
    ...{ speaker: null, chain: { 1: null, [-1]: null } },
  }
  return discourse.references.map((reference, at) => {
    const resolution = resolve(discourse, at, known, reading, choose)
    const { person } = resolution
    if (person !== null) note(reading, reference, person, known.genders[person] ?? 0)
    else if (reference.form === 'nominal' && isStranger(reference))
      note(reading, reference, --reading.strangers, 7 * reference.gender)
    return resolution
  })
}

const isStranger = ({ standing, role }: Nominal): boolean => standing !== 'known' || strangers.has(role.head)

function resolve(
  discourse: Discourse,
  at: number,
  { genders, stated }: Known,
  reading: Reading,
  choose: typeof likeliest,
): Resolution {
  const reference = discourse.references[at]!
  switch (reference.form) {
    case 'name':
      return { person: reference.person, share: 1, rival: null }
    case 'nominal':
      return described(discourse, at, { genders, stated }, reading)
    case 'pronoun':
      return choose(weighed(discourse, at, genders, reading), reference)
  }
}

/**
 * Whom a description means: the one person whose stated role it is; else, where it is no word for a stranger, the one
 * for whom as much speaks as for a pronoun that is sure. “Carson waited. ‹The retired neurosurgeon› said no.”
 */
function described(discourse: Discourse, at: number, { genders, stated }: Known, reading: Reading): Resolution {
  const nominal = discourse.references[at] as Reference & { form: 'nominal' }
  if (nominal.standing === 'new') return unresolved
  const nearest = reading.recent[0]?.id ?? -1
  const isOpen = nearest < 0 || reading.titled.has(nearest)
  const fitting = peopleOf(nominal.role, stated, (each) => reading.known.has(each)).filter(
    (person) => isOpen || person === nearest || isOfPeople(person, nominal, stated),
  )
  if (fitting.length === 1) return { person: fitting[0]!, share: byRole, rival: null }
  if (isStranger(nominal) || (fitting.length === 0 && offices.has(nominal.role.head))) return unresolved
  const isBare = nominal.role.head === anAge || nominal.role.head === aPeople
  // “the 34-year-old” may be the man of whom no name is given: only whose age or people is stated is meant.
  if (isBare && fitting.length === 0) return unresolved
  const others = othersThan(nominal.role, stated)
  // “Lind said ‹the 34-year-old› was late”: somebody else.
  const isOther = ({ id, evidence }: Weighed): boolean =>
    others.has(id) || (isBare && evidence.sameSentence === 1 && (evidence.speaks === 1 || evidence.first === 1))
  const candidates = weighed(discourse, at, genders, reading)
    .filter(({ id, evidence }) => evidence.comesAfter === 0 && (fitting.length === 0 || fitting.includes(id)))
    .filter((candidate) => !isOther(candidate))
    .map(({ id, evidence }) => ({
      id,
      evidence: {
        ...evidence,
        otherRole: Number(id >= 0 && fitting.length === 0 && reading.titled.has(id)),
      },
    }))
  const likely = likeliest(candidates)
  return likely.share >= (isBare ? certainOfBare : certainOfDescribed) ? likely : { ...likely, person: null }
}

/** “The French president” is not every president, where somebody else was just named of whom no office was said. */
const isOfPeople = (person: number, { peoples }: Nominal, stated: Known['stated']): boolean =>
  peoples.length === 0 ||
  [...stated.values()].some((roles) =>
    roles.some((role) => role.person === person && peoples.some((word) => role.words.has(word))),
  )

const unresolved: Resolution = { person: null, share: 0, rival: null }
const byRole = 0.9
const certainOfDescribed = 0.9
const certainOfBare = 0.85

export type Weighed = { id: number; evidence: Evidence }

/** Everybody whom a pronoun may mean, with what speaks for each. */
function weighed(
  { references, quoted }: Discourse,
  at: number,
  genders: Known['genders'],
  reading: Reading,
): Weighed[] {
  const pronoun = references[at] as Reference & { form: 'pronoun' | 'nominal' }
  const all: Weighed[] = []
  for (const candidate of reading.recent) {
    if (candidate.gender * pronoun.gender <= impossible) continue
    if (pronoun.sentence - candidate.last.sentence > furthest) continue
    all.push({
      id: candidate.id,
      evidence: evidenceOf(pronoun, candidate, reading, quoted[pronoun.sentence]!, candidate === reading.recent[0]),
    })
  }
  for (let next = at + 1; next < references.length && next < at + 8; next++) {
    const later = references[next]!
    if (later.sentence !== pronoun.sentence) break
    if (later.form !== 'name' || all.some(({ id }) => id === later.person)) continue
    const gender = genders[later.person] ?? 0
    if (gender * pronoun.gender > impossible) all.push({ id: later.person, evidence: comesAfter(pronoun, gender) })
  }
  return all
}

/** The one for whom most speaks, if it is much. */
function likeliest(candidates: readonly Weighed[], _pronoun?: Reference): Resolution {
  let total = Math.exp(nobody)
  let best: { id: number; odds: number } | null = null
  let next: { id: number; odds: number } | null = null
  for (const { id, evidence } of candidates) {
    const odds = Math.exp(sum(evidence))
    total += odds
    if (!best || odds > best.odds) {
      next = best
      best = { id, odds }
    } else if (!next || odds > next.odds) next = { id, odds }
  }
  const share = best ? best.odds / total : 0
  const rival = next && next.id >= 0 ? next.id : null
  if (!best || best.id < 0 || share < certain) return { person: null, share, rival }
  return { person: best.id, share, rival }
}

const names = Object.keys(weights) as (keyof Evidence)[]

function sum(evidence: Evidence): number {
  let odds = 0
  for (const name of names) odds += weights[name] * evidence[name]
  return odds
}

/** Moves a person to the front of those who were mentioned. */
function note(reading: Reading, reference: Reference, id: number, gender: number): void {
  const { recent } = reading
  const at = recent.findIndex((candidate) => candidate.id === id)
  const before = at < 0 ? null : recent.splice(at, 1)[0]!
  const same = before?.last.sentence === reference.sentence ? before : null
  recent.unshift({
    ...{ id, gender, last: reference, mentions: (before?.mentions ?? 0) + 1 },
    place: same && rank[same.place] > rank[reference.place] ? same.place : reference.place,
    isFirst: same?.isFirst ?? (reading.sentence !== reference.sentence || reference.place === 'first'),
    isDefinite: reference.form === 'nominal' && id < 0 && reference.standing !== 'new',
  })
  if (recent.length > mostCandidates) recent.pop()
  reading.sentence = reference.sentence
  if (reference.place === 'speaks') reading.speaker = { id, paragraph: reference.paragraph }
  if (reference.form === 'pronoun') reading.chain[reference.gender] = id
  if (id >= 0) reading.known.add(id)
}

const rank = { speaks: 3, first: 2, other: 1, owns: 0 }
