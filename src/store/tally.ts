import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import { identityOf } from './identity.ts'

/** What one article adds to an entity that spans articles. */
export type Tally = {
  key: string
  type: string
  name: string
  mentions: number
  /** Quotes of any kind; `quotes` are the direct and mixed ones, whose words are counted. */
  said: number
  quotes: number
  words: number
  verbatim: number
}

/** One tally for each entity across articles that the article names. */
export function talliesOf({ entities, quotes }: ArticleRecord): Tally[] {
  const said = Map.groupBy(quotes, ({ speaker }) => speaker?.entityId)
  return [...Map.groupBy(entities, identityOf)].map(([key, same]) => {
    const own = same.flatMap(({ id }) => said.get(id) ?? [])
    const counted = own.filter(isCounted)
    return {
      key,
      type: same.map(({ type }) => type).toSorted()[0]!,
      name: fullest(same.map(({ name }) => name)),
      mentions: sum(same.map(({ mentions }: EntityRecord) => mentions.length)),
      said: own.length,
      quotes: counted.length,
      words: sum(counted.map(({ words }) => words.total)),
      verbatim: sum(counted.map(({ words }) => words.verbatim)),
    }
  })
}

/** What some articles call an entity, and how many of them do. */
export type Call = Pick<Tally, 'type' | 'name'> & { articles: number }

/**
 * What an entity is shown as: the fullest name, and the type that most articles give it, of as many the first by code
 * point. It says nothing of which article came first. Undefined when no article calls it anything.
 */
export function shownAs(calls: readonly Call[]): Pick<Call, 'type' | 'name'> | undefined {
  if (calls.length < 2) return calls[0]
  const [type] = [...Map.groupBy(calls, ({ type }) => type)]
    .map(([type, same]) => ({ type, articles: sum(same.map(({ articles }) => articles)) }))
    .toSorted((a, b) => b.articles - a.articles || (a.type < b.type ? -1 : 1))
  return { type: type!.type, name: fullest(calls.map(({ name }) => name)) }
}

/** The longest name; of equal ones the last by code point, so that “Mara Lind” wins over “MARA LIND”. */
const fullest = (names: readonly string[]): string =>
  names.reduce((best, name) =>
    name.length > best.length || (name.length === best.length && name > best) ? name : best,
  )

const isCounted = ({ kind }: QuoteRecord): boolean => kind === 'direct' || kind === 'mixed'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
