import type { EntityType } from '#/schemas/entity.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'

/** An article as a reader tells it, without a number in it: lines that can be written by reading the article alone. */
export type Reading = Record<Part, string[]>

type Part = 'title' | 'authors' | 'publishedAt' | 'kinds' | 'says' | 'people' | 'organizations' | 'places'

/** What a reader wrote down, and where the product is known to say something else. */
export type Expected = Partial<Record<Part, string | string[] | null>> & {
  /** Lines such as `says: direct | …` that a reader has and the product has not. */
  missed?: string[]
  /** Lines that the product has and no reader would. */
  wrong?: string[]
}

export const reading = ({ article, blocks, quotes, entities }: ArticleRecord): Reading => ({
  title: linesOf(article.title),
  authors: article.byline?.authors.map(({ name }) => name) ?? [],
  publishedAt: linesOf(article.publishedAt),
  kinds: linesOf(counted(blocks.map(({ kind }) => kind)).join(' ')),
  says: numbered(quotes.filter(({ kind }) => kind !== 'indirect').map(said)),
  people: named(entities, ['person']),
  organizations: named(entities, ['organization']),
  places: named(entities, ['place', 'facility']),
})

export const linesOf = (told: string | string[] | null): string[] => (told === null ? [] : [told].flat())

/** `direct | Anwar Ibrahim ← he | said | “Not one shred of evidence they have …` */
function said({ kind, speaker, cue, text }: QuoteRecord): string {
  const who = speaker ? `${speaker.name ?? 'nobody named'} ← ${speaker.mention.text}` : '–'
  const words = text.split(/\s+/u)
  return [kind, who, cue?.text ?? '–', words.slice(0, 7).join(' ') + (words.length > 7 ? ' …' : '')].join(' | ')
}

/** The same line again is told as such: `scare | – | – | “Home” (2)`. */
function numbered(lines: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const times = (seen.get(line) ?? 0) + 1
    seen.set(line, times)
    return times > 1 ? `${line} (${times})` : line
  })
}

/** `Korean Central News Agency (KCNA)` */
const named = (entities: ArticleRecord['entities'], types: readonly EntityType[]): string[] =>
  entities
    .filter(({ type }) => types.includes(type))
    .map(({ name, aliases }) => `${name}${aliases.length ? ` (${aliases.join('; ')})` : ''}`)

/** `title byline paragraph×3`: how often each kind comes in a row. */
function counted(kinds: readonly string[]): string[] {
  const runs: { kind: string; times: number }[] = []
  for (const kind of kinds) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.times++
    else runs.push({ kind, times: 1 })
  }
  return runs.map(({ kind, times }) => (times > 1 ? `${kind}×${times}` : kind))
}
