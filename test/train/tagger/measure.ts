import type { EntityType } from '#/schemas/entity.ts'
import { bestLabels } from '#/src/extract/tagger/decode.ts'
import { begin, labelCount, nameTypes, partOf, single, typeOf } from '#/src/extract/tagger/labels.ts'
import type { TaggerModel } from '#/src/extract/tagger/model.ts'
import { tagNames } from '#/src/extract/tagger/tag.ts'
import { type Doc, type Gold, sentenceTokens } from './corpora.ts'
import type { Example } from './examples.ts'
import { score, type Weights } from './learn.ts'

/** The names that weights find in an example whose features are numbered. */
export function namesFound(weights: Weights, example: Example): Gold[] {
  const found: Gold[] = []
  let from = 0
  for (const sentence of example.sentences) {
    const length = sentence.length
    if (length === 0) continue
    const scores = new Float32Array(length * labelCount)
    score(weights.features, example.features, example.offsets, length, scores, from)
    const labels = bestLabels(scores, length, weights.transitions)
    let open = 0
    labels.forEach((label, i) => {
      const part = partOf(label)
      if (part === begin || part === single) open = i
      if (label > 0 && (part === single || part === 3))
        found.push({ s: sentence[open]!.start, e: sentence[i]!.end, t: nameTypes[typeOf(label)]! })
    })
    from += length
  }
  return found
}

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
