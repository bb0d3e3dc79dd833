import type { EntityType } from '#/schemas/entity.ts'
import { fold } from '#/src/text/fold.ts'
import { mayBeOneGivenName } from '../coreference/given.ts'
import { isTitle } from '../coreference/names.ts'
import type { Geography } from './geography.ts'
import type { Known, KnownNames, KnownReading, Sign } from './known.ts'
import { standsFor } from './metonymy.ts'
import type { Surroundings } from './surroundings.ts'

/** Which kinds of known things an entity of a type can be; the second kinds only by a name that stands by itself. */
const kinds: Readonly<Record<EntityType, { first: readonly EntityType[]; second: readonly EntityType[] }>> = {
  person: { first: ['person'], second: [] },
  organization: { first: ['organization'], second: ['facility'] },
  place: { first: ['place'], second: ['facility', 'organization'] },
  facility: { first: ['facility'], second: ['organization', 'place'] },
  group: { first: ['group'], second: ['organization'] },
  event: { first: ['event'], second: [] },
  date: { first: [], second: [] },
}

const acronym = /^[A-Z]{2,5}$/u

/** What a known name means in an article, with how sure it is, or why it is not linked. Null: no such name. */
export type KnownChoice = { known: Known; confidence: number } | { reason: 'ambiguous' } | null

export type Article = { text: string } & Geography

export function chooseKnown(
  type: EntityType,
  keys: readonly string[],
  around: readonly Surroundings[],
  names: KnownNames,
  article: Article,
): KnownChoice {
  for (const key of keys) {
    const listed = names(key).filter((reading) => type !== 'person' || mayBear(keys, reading))
    const first = listed.filter(({ known }) => kinds[type].first.includes(known.type))
    const readings = first.length > 0 ? first : listed.filter((reading) => mayBe(type, key, reading))
    if (readings.length > 0) return decide(type, key, readings, around, article)
  }
  return null
}

/** “Michelle Obama … Mrs. ‹Obama›” is not whom “Obama” alone would mean: her given name is another. */
function mayBear(keys: readonly string[], { known, sign }: KnownReading): boolean {
  if (sign !== 'short') return true
  const given = keys.map((key) => key.split(' ')).filter((words) => words.length > 1 && !isTitle(words[0]!))
  const [own] = fold(known.wikipedia).toLowerCase().split(' ')
  return given.length === 0 || given.some(([first]) => mayBeOneGivenName(first!, own!))
}

/** A name that stands by itself outdoes a type that does not fit, an acronym does not. */
const mayBe = (type: EntityType, key: string, { known, sign }: KnownReading): boolean =>
  kinds[type].second.includes(known.type) && (sign === 'strong' || sign === 'seat') && !acronym.test(key)

function decide(
  type: EntityType,
  key: string,
  readings: readonly KnownReading[],
  around: readonly Surroundings[],
  article: Article,
): KnownChoice {
  const ranked = readings
    .map(({ known, sign }) => ({ known, sign, backing: backing(known, article) }))
    .sort((a, b) => b.backing - a.backing)
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]?]
  if (next && best.backing - next.backing < 0.25) return { reason: 'ambiguous' }
  const isSeen = type !== 'organization' && around.some((each) => standsFor(each) === 'place')
  if (best.sign === 'seat' && !isSeen) return { reason: 'ambiguous' }
  if ((best.sign === 'weak' || best.sign === 'short') && best.backing < 0.5) return { reason: 'ambiguous' }
  if (best.sign === 'weak' && ofManyLands.test(key) && !isOfMain(best.known, article)) return { reason: 'ambiguous' }
  return { known: best.known, confidence: sureness(best.sign, best.known, best.backing, acronym.test(key)) }
}

/** Many countries have one: it is that of the country that the article is most about, not of any that it names. */
const ofManyLands = /\b(?:congress|senate|parliament|house|court|party|labour|army|navy|force|police)\b/u

const isOfMain = ({ countries }: Known, { share }: Article): boolean =>
  countries.length === 0 || countries.some((country) => share(country) >= 0.75)

/** How much the article speaks for it, 0 to 1: its country is named, or one of its words stands in the text. */
function backing({ countries, words }: Known, { text, support }: Article): number {
  const country = Math.max(0, ...countries.map(support))
  if (words.length === 0) return country
  return words.some((word) => hasWord(text, word)) ? 1 : countries.length > 0 ? country / 2 : 0
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true
  }
  return false
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character)

function sureness(sign: Sign, { type, countries }: Known, backing: number, isAcronym: boolean): number {
  if (sign === 'weak') return 0.9
  if (sign === 'short') return 0.95
  if (sign === 'seat') return 0.9
  if (type === 'person' && countries.length > 0 && backing < 0.5) return 0.9
  return isAcronym && backing < 0.5 ? 0.95 : 0.98
}
