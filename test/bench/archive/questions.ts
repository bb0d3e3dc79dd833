import { newsroom, numbers, type World } from '../../helpers/newsroom.ts'

/** To count or add up everything that is selected is asked for by itself: it is no search, and takes as long as it takes. */
export const isSum = (kind: string): boolean => /^(?:facets|sums) /.test(kind)

/**
 * Paths that a reader of the archive asks for, some of each kind. What they ask for is taken from articles of the same
 * world, so words and names are as common in questions as they are in the archive.
 */
export function questionsAbout(world: World, count: number): Record<string, string[]> {
  const write = newsroom(world)
  const random = numbers(99)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const articles = Array.from({ length: 500 }, (_, n) => write(n)).filter(({ entities }) => entities.length > 0)
  const words = (length: number): string => {
    const spoken = pick(pick(articles).quotes).text.match(/[\p{L}]+/gu)!
    const at = Math.floor(random() * Math.max(1, spoken.length - length))
    return spoken.slice(at, at + length).join(' ')
  }
  const name = (): string => pick(pick(articles).entities).name
  const year = (): number => 2015 + Math.floor(random() * 12)
  const kinds: Record<string, () => Record<string, string | number>> = {
    '/v1/quotes one word': () => ({ q: words(1) }),
    '/v1/quotes two words': () => ({ q: `${words(1)} ${words(1)}` }),
    '/v1/quotes a phrase': () => ({ q: `"${words(2)}"` }),
    '/v1/quotes by relevance': () => ({ q: words(1), sort: 'relevance' }),
    '/v1/quotes of a speaker': () => ({ speaker: name() }),
    '/v1/quotes word, kind, year': () => ({
      q: words(1),
      kind: 'direct',
      from: `${year()}-01-01`,
      publisher: 'Quay Post',
    }),
    '/v1/articles one word': () => ({ q: words(1), sort: '-publishedAt' }),
    '/v1/articles by relevance': () => ({ q: `${words(1)} ${words(1)}`, sort: 'relevance' }),
    '/v1/articles of an entity': () => ({ entity: name(), sort: '-publishedAt' }),
    '/v1/entities by name': () => ({ q: name().split(' ')[0]! }),
    '/v1/speakers most words': () => ({ limit: 20 }),
    'facets /v1/quotes one word': () => ({ q: words(1), facets: 'speaker' }),
    'sums /v1/speakers of a year': () => {
      const asked = year()
      return { from: `${asked}-01-01`, to: `${asked}-12-31` }
    },
    'facets /v1/quotes all': () => ({ facets: 'year', limit: 1 + Math.floor(random() * 90) }),
  }
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, make]) => {
      const path = /\/v1\/\w+/.exec(kind)![0]
      const asked = Array.from({ length: isSum(kind) ? count / 5 : count }, () => ({
        limit: 20,
        ...make(),
      }))
      return [
        kind,
        asked.map((query) => `${path}?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, `${v}`]))}`),
      ]
    }),
  )
}
