import { bearerOf } from './bearer.ts'
import { addName, type Cluster, newCluster } from './cluster.ts'
import { type GivenNames, genderOf, inBounds } from './gender.ts'
import { mayBeOneGivenName } from './given.ts'
import { misprintsOf } from './misprints.ts'
import type { ReadName } from './names.ts'

/** A person while names are gathered. */
export type Person = Cluster & {
  generation: string
  /** What the person was called to hold, beside a name. */
  offices: Set<string>
  /** Log-odds of a woman against a man, by titles and given names. */
  gender: number
  /** How many full names there are in the article; how many names so far, left to right, and where the last stands. */
  full: number
  count: number
  last: number
  /** Words that were used alone for this person so far. */
  alone: Set<string>
}

/**
 * People by their names: full names first, the longest before the others, then what stands alone, left to right.
 *
 *     Anwar Ibrahim … Anwar        Donald J. Trump … Donald Trump … Mr. Trump        Mara Lind … Bo Lind … Mrs. Lind
 */
export function clusterPeople(names: readonly ReadName[], given: GivenNames): Cluster[] {
  const people: Person[] = []
  const byWord = new Map<string, Person[]>()
  const begin = (name: ReadName): Person => {
    const person = newPerson(name)
    people.push(person)
    return person
  }
  const owners = new Map<ReadName, Person>()
  for (const name of longestFirst(names)) {
    const bearers = [...(byWord.get(name.words.at(-1)!) ?? []), ...(byWord.get(name.words[0]!) ?? [])]
    const fitting = bearers.filter((person) => isFormOf(name, person, given))
    const person = fitting.find(({ forms }) => forms.has(name.key)) ?? fitting[0] ?? begin(name)
    person.full++
    if (name.office !== '') person.offices.add(name.office)
    person.gender ||= genderOf({ words: name.words, title: 0 }, given)
    person.forms.set(name.key, name.words)
    index(byWord, person, name)
    owners.set(name, person)
  }
  const misprints = misprintsOf(people)
  for (const name of names) {
    const owner = owners.get(name)
    const choice = owner ? null : (bearerOf(name, byWord.get(name.key) ?? []) ?? misprints(name))
    const person = owner ?? choice?.person ?? begin(name)
    if (!owner && !choice) index(byWord, person, name)
    addName(person, name, choice?.share, choice?.rival)
    person.gender = inBounds(person.gender + 7 * name.title)
    person.count++
    person.last = name.span.start
    if (name.words.length === 1) person.alone.add(name.key)
  }
  return people.map(({ type, names: own, forms }) => ({ type, names: own, forms }))
}

const newPerson = ({ generation }: ReadName): Person => ({
  ...newCluster('person'),
  ...{ generation, gender: 0, full: 0, count: 0, last: 0, alone: new Set<string>(), offices: new Set<string>() },
})

const longestFirst = (names: readonly ReadName[]): ReadName[] =>
  names
    .filter(({ words }) => words.length > 1)
    .sort((a, b) => b.words.length - a.words.length || a.span.start - b.span.start)

/** Nobody tells more people of one name apart: those who come later are not looked up by it. */
const mostBearers = 64

function index(byWord: Map<string, Person[]>, person: Person, { words }: ReadName): void {
  for (const word of words) {
    const known = byWord.get(word)
    if (!known) byWord.set(word, [person])
    else if (known.length < mostBearers && !known.includes(person)) known.push(person)
  }
}

function isFormOf(name: ReadName, person: Person, given: GivenNames): boolean {
  if (name.generation !== person.generation) return false
  if (genderOf(name, given) * person.gender < 0) return false
  for (const form of person.forms.values()) if (isFormOfName(name.words, form)) return true
  return false
}

/** “Trump”, “Donald Trump”, “D. Trump” and “Don J. Trump” of “Donald John Trump”; “Lopez Obrador” of “Manuel Lopez Obrador”. */
export function isFormOfName(part: readonly string[], full: readonly string[]): boolean {
  if (part.length > full.length) return false
  const stands = (from: number): boolean => part.every((word, at) => full[from + at] === word)
  if (stands(0) || stands(full.length - part.length)) return part.length > 1 || part[0]!.length > 1
  if (part.length === 1 || full.at(-1) !== part.at(-1) || !mayBeOneGivenName(part[0]!, full[0]!)) return false
  const middle = full.slice(1, -1)
  return part.slice(1, -1).every((word) => middle.some((other) => mayBeOneGivenName(word, other)))
}
