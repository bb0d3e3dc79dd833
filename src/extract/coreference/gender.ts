import type { Span } from '#/src/text/spans.ts'
import { type Cluster, wordsOf } from './clusters.ts'

/** Given names that are borne by one gender: for a word in lower case the log-odds of female against male, or nothing. */
export type GivenNames = { female: ReadonlySet<string>; male: ReadonlySet<string> }

/** The form of data/lexicon/given-names.json: words in lower case with spaces between. */
export const readGivenNames = (file: { female: string; male: string }): GivenNames => ({
  female: new Set(file.female.split(' ')),
  male: new Set(file.male.split(' ')),
})

const titleBefore =
  /\b(?:(Mrs|Ms|Miss|Madam|Lady|Dame|Queen|Princess|Congresswoman|Chairwoman|Sister)|(Mr|Sir|Lord|King|Prince|Congressman|Chairman|Brother))\.?\s$/u
const titleInside = /^(?:(Mrs|Ms|Miss|Madam|Lady|Dame|Queen|Princess)|(Mr|Sir|Lord|King|Prince))\b/u

/**
 * How much speaks for a woman (above 0) or a man (below 0), in log-odds: 7 for a title, 3 for a given name. Nothing is
 * guessed from surnames or roles.
 */
export function genderOf(text: string, { names }: Cluster, given: GivenNames): number {
  let odds = 0
  for (const name of names) {
    const title =
      titleBefore.exec(text.slice(Math.max(0, name.span.start - 14), name.span.start)) ??
      titleInside.exec(textOf(text, name.span))
    if (title) odds += title[1] ? 7 : -7
  }
  const full = names.map((name) => wordsOf(text, name)).reduce((a, b) => (b.length > a.length ? b : a))
  const first = full.length > 1 ? full[0]! : ''
  if (given.female.has(first)) odds += 3
  if (given.male.has(first)) odds -= 3
  return Math.max(-10, Math.min(10, odds))
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end)
