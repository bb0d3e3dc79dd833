import type { Origin } from '#/schemas/metadata.ts'
import { namesOf } from '../facts/credit.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { statedCredits } from './credits.ts'
import type { Meta } from './meta.ts'
import type { Segment } from './segments.ts'
import { siteNames } from './sites.ts'
import { folded } from './title.ts'

export type Credit = { authors: string[]; text: string; from: Origin }
/** What a credit names and where, the most trusted first. A login in data is less than a name in print. */
const kinds = [
  'people in data',
  'word in data',
  'people in print',
  'login',
  'word in print',
  'house in data',
  'house in print',
  'site',
] as const
type Read = Credit & {
  kind: (typeof kinds)[number]
  /** One text names all. */
  isLine: boolean
}

const most = 50

/**
 * Who the page says wrote the article, the best witness first: its structured data, its meta elements, elements that are
 * called author, the lines around the title. What names people beats what names a house, a login or the site itself.
 */
export function creditsOf(meta: Meta, article: SchemaArticle | null, near: readonly Segment[]): Credit[] {
  const isSite = siteNames(meta, article)
  const credits = statedCredits(meta, article, near)
    .map(({ texts, from }) => read(texts, from, isSite))
    .filter(({ authors }) => authors.length > 0)
  const sorted = credits.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
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
  const site = from === 'meta' ? [] : [...all('people', true), ...all('words', true), ...all('houses', true)]
  const where = stated.has(from) ? 'data' : 'print'
  const [authors, kind]: [string[], Read['kind']] = people.length
    ? [people, `people in ${where}`]
    : words.length
      ? [words, words.every(isLogin) ? 'login' : `word in ${where}`]
      : houses.length
        ? [houses, `house in ${where}`]
        : [site, 'site']
  const text = values.join(', ').replace(/\s+/gu, ' ')
  return { authors, text, from, kind, isLine: values.length === 1 && from !== 'microdata' }
}

const namesPeople = ({ kind }: Read): boolean => kind === 'people in data' || kind === 'people in print'

/** One that names all of the first and more: a printed line is longer than the data say, or a login has its name. */
function fuller({ authors, kind }: Read, credits: readonly Read[]): Read | undefined {
  const isWord = kind === 'word in data' || kind === 'login' || kind === 'word in print'
  const holds = ({ authors: others }: Read): boolean =>
    isWord
      ? authors.length === 1 &&
        others.length === 1 &&
        lettersOf(authors[0]!).every((word) => lettersOf(others[0]!).includes(word))
      : others.length > authors.length &&
        authors.every((name) => others.some((other) => folded(other) === folded(name)))
  return credits.find((other) => namesPeople(other) && other.isLine && holds(other))
}

const lettersOf = (name: string): string[] => folded(name.replace(/[._-]/gu, ' ')).split(' ')

/** What two other witnesses of different kinds agree on, against one. */
function outvoted(first: Read, credits: readonly Read[]): Read | undefined {
  const key = ({ authors }: Read): string => authors.map(folded).sort().join('|')
  const groups = Map.groupBy(credits.filter(namesPeople), key)
  if ((groups.get(key(first))?.length ?? 0) > 1) return undefined
  const agreed = [...groups.values()].find((group) => new Set(group.map(({ from }) => from)).size >= 2)
  return agreed?.[0] === first ? undefined : agreed?.[0]
}

const unique = (names: string[]): string[] =>
  [...new Map(names.map((name) => [folded(name), name])).values()].slice(0, most)
