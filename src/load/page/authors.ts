import type { Origin } from '#/schemas/metadata.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { statedCredits } from './credits.ts'
import type { Meta } from './meta.ts'
import { namesOf } from './names.ts'
import type { Segment } from './segments.ts'
import { siteNames } from './sites.ts'
import { folded } from './title.ts'

export type Credit = { authors: string[]; text: string; from: Origin }
/** A credit, and how much it is worth: less is better. */
type Read = Credit & { rank: number /** One text names all. */; isLine: boolean }

const most = 50
/** What a name at the end of the story is worth. */
const lastRank = 6
/**
 * Who the page says wrote the article, the best witness first: its structured data, its meta elements, elements that are
 * called author, the lines around the title. What names people beats what names a house, a login or the site itself.
 */
export function creditsOf(
  meta: Meta,
  article: SchemaArticle | null,
  near: readonly Segment[],
  end: readonly Segment[],
): Credit[] {
  const isSite = siteNames(meta, article)
  const credits = statedCredits(meta, article, near, end)
    .map(({ texts, from, isLast }) => {
      const credit = read(texts, from, isSite)
      return isLast ? { ...credit, rank: lastRank } : credit
    })
    .filter(({ authors }) => authors.length > 0)
  const sorted = credits.toSorted((a, b) => a.rank - b.rank)
  const first = sorted[0]
  if (!first) return []
  const better = fuller(first, sorted) ?? outvoted(first, sorted)
  return better ? [better, ...sorted.filter((each) => each !== better)] : sorted
}

const stated = new Set<Origin>(['jsonld', 'meta', 'microdata'])

function read(values: readonly string[], from: Origin, isSite: (name: string) => boolean): Read {
  const names = values.map(namesOf)
  const all = (kind: 'people' | 'words' | 'houses', own: boolean): string[] =>
    unique(names.flatMap((each) => each[kind])).filter((name) => isSite(name) === own)
  const isLogin = (name: string): boolean => /^[\p{Ll}\d._-]+$/u.test(name)
  const [people, words, houses] = [all('people', false), all('words', false), all('houses', false)]
  const data = stated.has(from)
  const [authors, rank] = people.length
    ? [people, data ? 0 : 2]
    : words.length
      ? [words, words.every(isLogin) ? 3 : data ? 1 : 4]
      : houses.length
        ? [houses, data ? 5 : 6]
        : [from === 'meta' ? [] : [...all('people', true), ...all('words', true), ...all('houses', true)], 7]
  return {
    authors,
    text: values.join(', ').replace(/\s+/gu, ' '),
    from,
    rank,
    isLine: values.length === 1 && from !== 'microdata',
  }
}

/** One that names all of the first and more: a printed line is longer than the data say, or a login has its name. */
function fuller({ authors, rank }: Read, credits: readonly Read[]): Read | undefined {
  const isWord = rank === 1 || rank === 3 || rank === 4
  const holds = ({ authors: others }: Read): boolean =>
    isWord
      ? authors.length === 1 &&
        others.length === 1 &&
        lettersOf(authors[0]!).every((word) => lettersOf(others[0]!).includes(word))
      : others.length > authors.length &&
        authors.every((name) => others.some((other) => folded(other) === folded(name)))
  return credits.find((other) => (other.rank === 0 || other.rank === 2) && other.isLine && holds(other))
}

const lettersOf = (name: string): string[] => folded(name.replace(/[._-]/gu, ' ')).split(' ')

/** What two other witnesses of different kinds agree on, against one. */
function outvoted(first: Read, credits: readonly Read[]): Read | undefined {
  const key = ({ authors }: Read): string => authors.map(folded).sort().join('|')
  const kinds = Map.groupBy(
    credits.filter(({ rank }) => rank === 0 || rank === 2),
    key,
  )
  if ((kinds.get(key(first))?.length ?? 0) > 1) return undefined
  for (const [, group] of kinds)
    if (new Set(group.map(({ from }) => from)).size >= 2 && group.length > 1)
      return group[0] === first ? undefined : group[0]
  return undefined
}

const unique = (names: string[]): string[] =>
  [...new Map(names.map((name) => [folded(name), name])).values()].slice(0, most)
