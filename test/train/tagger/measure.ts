import type { EntityType } from '#/schemas/entity.ts'
import type { TaggerModel } from '#/src/extract/tagger/model.ts'
import { tagNames } from '#/src/extract/tagger/tag.ts'
import { type Doc, type Gold, sentenceTokens } from './corpora.ts'

type Counts = { right: number; said: number; gold: number }
export type Score = Record<string, Counts>

/** Exact bounds and type; `main` is PER, ORG and LOC together. */
export function countInto(counts: Score, doc: Doc, said: readonly Gold[]): void {
  const key = ({ s, e, t }: Gold): string => `${s}:${e}:${t}`
  const gold = new Set(doc.ents.map(key))
  for (const type of ['PER', 'ORG', 'LOC', 'NORP', 'DATE', 'MISC']) {
    const mine = new Set(said.filter(({ t }) => t === type).map(key))
    const theirs = new Set(doc.ents.filter(({ t }) => t === type).map(key))
    const right = [...mine].filter((one) => gold.has(one)).length
    for (const name of ['PER', 'ORG', 'LOC'].includes(type) ? [type, 'main'] : [type]) {
      counts[name] ??= { right: 0, said: 0, gold: 0 }
      const count = counts[name]
      count.right += right
      count.said += mine.size
      count.gold += theirs.size
    }
  }
}

export const f1 = ({ right, said, gold }: Counts): number => (200 * right) / Math.max(1, said + gold)

export const figures = (counts: Score): string =>
  ['main', 'PER', 'ORG', 'LOC', 'NORP', 'DATE', 'MISC']
    .map((name) => `${name} ${counts[name] ? f1(counts[name]).toFixed(1) : '-'}`)
    .join('  ')

const labels: Partial<Record<EntityType, string>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  facility: 'LOC',
  group: 'NORP',
  date: 'DATE',
}

/** The counts of the shipped model over documents. */
export function measured(docs: readonly Doc[], model: TaggerModel): Score {
  const counts: Score = {}
  for (const doc of docs) {
    const names = tagNames(doc.text, sentenceTokens(doc.text), model)
    countInto(
      counts,
      doc,
      names.map(({ span, type }) => ({ s: span.start, e: span.end, t: labels[type] ?? 'MISC' })),
    )
  }
  return counts
}
