import type { Reason } from '#/schemas/unknown.ts'
import type { Link, NamedEntity } from '../extraction.ts'
import { type Candidate, ofKnown, ofPeople } from './candidates.ts'
import { type Geography, geographyOf } from './geography.ts'
import { keysOf } from './keys.ts'
import type { KnownNames } from './known.ts'
import { chooseKnown } from './known-links.ts'
import { choose, mayBePower, type PlaceNames, placeCandidates } from './place-links.ts'
import type { Places } from './places.ts'
import { type Surroundings, surroundings } from './surroundings.ts'

/** What the links are made from. */
export type Gazetteer = { places: Places; known: KnownNames }

/**
 * The links of the entities of one article, in their order.
 *
 * A name is linked only where the article leaves one reading: “Georgia” beside Tbilisi, “Georgia” beside Atlanta. A
 * capital that accuses or denies is a government, not a town, and stays without a link.
 */
export function linkEntities(text: string, entities: readonly NamedEntity[], gazetteer: Gazetteer): Link[] {
  const keys = entities.map(keysOfEntity)
  const geography = geographyOf(entities, keys, gazetteer.places, gazetteer.known)
  return entities.map((entity, i) => linkEntity(text, entity, keys[i]!, geography(i), gazetteer))
}

const namesOf = ({ name, aliases }: NamedEntity): string[] => [name, ...aliases]

/** “Montreal, Canada” in one name: the town, and where it lies. */
const townAndLand = /^([^,]+)(,\s.+)$/u

const withinName = (name: string): Surroundings[] => {
  const after = townAndLand.exec(name)?.[2]
  return after ? [{ before: '', after }] : []
}

function keysOfEntity(entity: NamedEntity): string[] {
  const names = namesOf(entity)
  const towns = entity.type === 'place' ? names.flatMap((name) => townAndLand.exec(name)?.[1] ?? []) : []
  return [...new Set([...names, ...towns].flatMap(keysOf))]
}

/** What a name means shows where it is first used. */
const mostRead = 40

const unlinked = (reason: Reason): Link => ({ confidence: null, reason })

function linkEntity(
  text: string,
  entity: NamedEntity,
  keys: readonly string[],
  geography: Geography,
  gazetteer: Gazetteer,
): Link {
  const { support } = geography
  const named = entity.mentions.filter(({ form }) => form === 'name').slice(0, mostRead)
  const around = named.map(({ span }) => surroundings(text, span))
  if (entity.type === 'place') around.push(...namesOf(entity).flatMap(withinName))
  switch (entity.type) {
    case 'date':
      return unlinked('unsupported')
    case 'place':
      return (
        linkPlace(keys, around, gazetteer, geography) ?? linkKnown(text, entity, keys, around, gazetteer, geography)
      )
    case 'group':
      return linkPeople(keys, around, gazetteer, support) ?? linkKnown(text, entity, keys, around, gazetteer, geography)
    default:
      return linkKnown(text, entity, keys, around, gazetteer, geography)
  }
}

type Support = (code: string) => number

function linkPlace(
  keys: readonly string[],
  around: readonly Surroundings[],
  names: PlaceNames,
  geography: Geography,
): Link | null {
  const candidates = placeCandidates(keys, around, names, geography)
  const choice = choose(candidates)
  if (!choice) return null
  if ('reason' in choice) return unlinked(choice.reason)
  if (mayBePower(choice.candidate, around)) return unlinked('ambiguous')
  return { ...choice.candidate.identity, confidence: placeConfidence(choice.candidate, choice.margin) }
}

/** Measured on sentences with their answer: `test/extract/links.test.ts` and the table in `data/lexicon/README.md`. */
function placeConfidence({ kind, city, isWeak }: Candidate, margin: number): number {
  if (isWeak) return 0.9
  const isClear = margin > 2
  if (kind === 'country') return isClear ? 0.99 : 0.95
  if (kind === 'region' || kind === 'known') return isClear ? 0.97 : 0.9
  if (city!.standing === 'capital' || city!.standing === 'inTheNews') return isClear ? 0.96 : 0.9
  return isClear ? 0.9 : 0.8
}

const ethnic = /\bethnic $/iu
const ofLand = /^ (?:continents?|mainland)\b/u
const languageBefore =
  /\b(?:in|into|from|speaks?|spoke|speaking|learn\w*|teach\w*|taught|fluent|studied|study) (?:\p{Lu}\p{L}+(?:, | and | or |, and ))*$/u
const languageAfter =
  /^(?:$|[.,;:)”"’]|[- ](?:language|speak\w+|translation|lessons?|subtitles|version|class(?:es)?|teachers?|literature|grammar|reading|media)\b| (?:and|or|at|as|on|the|is|was|called|with|to)\b)/u
const compound = /^[- ](?:language|speak\w+|lessons?|subtitles|grammar)\b/u

/** Whether a word like “English” is a language here, not a people. */
const isLanguage = ({ before, after }: Surroundings): boolean =>
  compound.test(after) || (languageBefore.test(before) && languageAfter.test(after))

/** “Malaysian” has the code of Malaysia; “ethnic Chinese” and “in French” have none. */
function linkPeople(
  keys: readonly string[],
  around: readonly Surroundings[],
  { places }: Gazetteer,
  support: Support,
): Link | null {
  const readings = keys.flatMap((key) => places.peoples(key))
  if (readings.length === 0) return null
  if (around.some(({ before, after }) => ethnic.test(before) || ofLand.test(after))) return unlinked('ambiguous')
  if (2 * around.filter(isLanguage).length > around.length) return unlinked('ambiguous')
  const ranked = [...new Map(readings.map((reading) => [ofPeople(reading.land).iso3166!, reading]))]
    .map(([code, { land, strength }]) => ({ land, score: (strength === 'weak' ? 1.9 : 5) + 3 * support(code) }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]?]
  if (best.score < 2 || best.score - (next?.score ?? 0) < 1.2) return unlinked('ambiguous')
  return { ...ofPeople(best.land), confidence: best.score < 5 ? 0.92 : 0.98 }
}

function linkKnown(
  text: string,
  { type }: NamedEntity,
  keys: readonly string[],
  around: readonly Surroundings[],
  { known, places }: Gazetteer,
  { support, share }: Geography,
): Link {
  const choice = chooseKnown(type, keys, around, known, { text, support, share })
  if (choice) {
    if ('reason' in choice) return unlinked(choice.reason)
    return { ...ofKnown(choice.known), confidence: choice.confidence, type: choice.known.type }
  }
  const isPlaceName = type !== 'person' && keys.some((key) => places.lands(key).length > 0)
  return unlinked(isPlaceName ? 'ambiguous' : 'unsupported')
}
