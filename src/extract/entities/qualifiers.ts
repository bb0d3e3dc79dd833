import { keysOf } from './keys.ts'
import type { Surroundings } from './surroundings.ts'

const nameAfter = /^,\s+((?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|and|the)){0,3})/u
const nameBefore = /((?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:\p{L}[\p{L}.’'-]*)){0,3}),\s+$/u

/**
 * The keys of what may say where a place lies, longest first:
 *
 *     in Athens‹, Ga., police said›      → ga
 *     in Paris‹, Texas›                  → texas
 */
export function placedIn({ after }: Surroundings): string[] {
  const words = nameAfter.exec(after)?.[1]?.split(' ') ?? []
  return words.flatMap((_, dropped) => keysOf(words.slice(0, words.length - dropped).join(' ')))
}

/** The keys of what may be a town in the place that is named: ‹in Atlanta,› Georgia → atlanta. */
export function townsBefore({ before }: Surroundings): string[] {
  const words = nameBefore.exec(before)?.[1]?.split(' ') ?? []
  return words.flatMap((_, dropped) => keysOf(words.slice(dropped).join(' ')))
}

const joinedBefore = /((?:\p{Lu}[\p{L}.’'-]*)(?: \p{Lu}[\p{L}.’'-]*){0,2})(?:,? (?:and|or) | ?, )(?:the )?$/u
const joinedAfter = /^(?:,? (?:and|or) |, )(?:the )?((?:\p{Lu}[\p{L}.’'-]*)(?: \p{Lu}[\p{L}.’'-]*){0,2})/u

/** The keys of the names that stand in one list with a name: ‹Oregon and› Washington → oregon. */
export function joinedWith({ before, after }: Surroundings): string[] {
  const names = [joinedBefore.exec(before)?.[1], joinedAfter.exec(after)?.[1]]
  return names.flatMap((name) => (name ? keysOf(name) : []))
}

const regionAfter =
  /^\s+(?:region|province|oblast|state|prefecture|governorate)\b(?! (?:media|television|TV|news|visit))/u
/** “Georgia, ‹the U.S. state›, …” */
const regionAside = /^, (?:the|a) (?:[\p{L}.]+ ){0,2}(?:state|province|region)\b/u
const regionBefore = /\b(?:region|province|oblast|state|prefecture|governorate) of (?:the )?$/u
const office = /^(?:[’']s)?\s+(?:Gov\b|Governor|Lt\. Gov|Attorney General|Legislature|Senate)/u
const upstate = /\bupstate $/iu

/** Whether the words beside a name make it a region: “Kharkiv ‹region›”, “the ‹state of› Georgia”. */
export const saysRegion = ({ before, after }: Surroundings): boolean =>
  regionAfter.test(after) ||
  regionAside.test(after) ||
  office.test(after) ||
  regionBefore.test(before) ||
  upstate.test(before)

const cityBefore =
  /\b(?:city|town|village|community|municipality|township|hamlet|parish|suburb|outskirts|port|mayor) of (?:the )?$/u
const cityAfter = /^(?:[’']s)?\s+(?:city|town|suburbs?|mayor|metro|subway|neighbou?rhoods?|outskirts|skyline)\b/u

/** Whether they make it a town: “the ‹city of› Georgetown”. */
export const saysTown = ({ before, after }: Surroundings): boolean => cityBefore.test(before) || cityAfter.test(after)

const kind = / (?:region|province|oblast|state|prefecture|governorate)$/u

/** “kharkiv region” → “kharkiv”; null when the name says no kind. */
export const withoutKind = (key: string): string | null => (kind.test(key) ? key.replace(kind, '') : null)
