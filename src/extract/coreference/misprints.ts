import type { Choice } from './bearer.ts'
import { isOneLetterApart } from './given.ts'
import type { ReadName } from './names.ts'
import type { Person } from './people.ts'

/**
 * Looks up who is meant by a surname that nobody bears: “Water” where one “Waters” is known, one letter apart.
 * Surnames are kept under themselves with each letter left out, so that looking up takes a few steps.
 */
export function misprintsOf(people: readonly Person[]): (name: ReadName) => Choice | null {
  const near = new Map<string, Set<Person>>()
  for (const person of people) {
    for (const form of person.forms.values()) {
      for (const key of lettersLeftOut(form.at(-1)!)) {
        const known = near.get(key)
        if (known) known.add(person)
        else near.set(key, new Set([person]))
      }
    }
  }
  return ({ words, key, title }) => {
    if (words.length !== 1 || key.length < shortest) return null
    const found = new Set(lettersLeftOut(key).flatMap((short) => [...(near.get(short) ?? [])]))
    const isNear = (surname: string): boolean =>
      surname !== key && surname[0] === key[0] && isOneLetterApart(key, surname)
    const persons = [...found].filter(
      ({ forms, gender }) => title * gender >= 0 && [...forms.values()].some((form) => isNear(form.at(-1)!)),
    )
    return persons.length === 1 ? { person: persons[0]!, share: 0.9, rival: null } : null
  }
}

const shortest = 5
const longest = 24

function lettersLeftOut(word: string): string[] {
  if (word.length < shortest || word.length > longest) return []
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}
