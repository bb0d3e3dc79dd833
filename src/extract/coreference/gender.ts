import type { ReadName } from './names.ts'

/** Given names that are borne by one gender. */
export type GivenNames = { female: ReadonlySet<string>; male: ReadonlySet<string> }

/** The form of data/lexicon/given-names.json: folded words with spaces between. */
export const readGivenNames = (file: { female: string; male: string }): GivenNames => ({
  female: new Set(file.female.split(' ')),
  male: new Set(file.male.split(' ')),
})

/**
 * How much a name speaks for a woman (above 0) or a man (below 0), in log-odds: 7 for a title, 3 for a given name.
 * Nothing is guessed from surnames.
 */
export function genderOf({ title, words }: Pick<ReadName, 'title' | 'words'>, given: GivenNames): number {
  return 7 * title + (words.length > 1 ? 3 * ofGiven(words, given) : 0)
}

/** The first of the names before the last that tells: “J. ‹Edgar› Hoover”. */
function ofGiven(words: readonly string[], { female, male }: GivenNames): -1 | 0 | 1 {
  for (let at = 0; at < words.length - 1; at++) {
    const word = words[at]!.replace(/-.*/u, '')
    if (female.has(word)) return 1
    if (male.has(word)) return -1
    if (words[at]!.length > 1) return 0
  }
  return 0
}

/** All that speaks, kept in bounds: ten titles are no surer than one. */
export const inBounds = (odds: number): number => Math.max(-10, Math.min(10, odds))
