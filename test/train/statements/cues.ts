import { isWord } from '#/src/extract/paragraph/skeleton.ts'
import { beginOf, cue, insideOf } from '#/src/extract/roles/roles.ts'
import { wordHash } from '#/src/models/hashing.ts'
import { newTable, put, type Table } from '#/src/models/tables.ts'
import type { Document } from './documents.ts'
import { goldLabels } from './gold.ts'

type Count = { cues: number; all: number }

/** How often each word is (part of) a cue of speech, in all documents, and in one alone. */
export type CueCounts = { total: Map<string, Count>; of: ReadonlyMap<Document, Map<string, Count>> }

export function countCues(documents: readonly Document[]): CueCounts {
  const total = new Map<string, Count>()
  const of = new Map<Document, Map<string, Count>>()
  for (const document of documents) {
    const own = new Map<string, Count>()
    of.set(document, own)
    for (const paragraph of document.paragraphs) {
      const labels = goldLabels(paragraph, document.article.gold)
      paragraph.items.forEach((item, i) => {
        if (!isWord(item)) return
        for (const counts of [total, own]) {
          const count = counts.get(item.word) ?? { cues: 0, all: 0 }
          if (!counts.has(item.word)) counts.set(item.word, count)
          count.all++
          if (labels[i] === beginOf(cue) || labels[i] === insideOf(cue)) count.cues++
        }
      })
    }
  }
  return { total, of }
}

/** Shares of 15, drawn to nothing while a word was seen seldom; without the counts of a document that must not know itself. */
export function cueTable({ total, of }: CueCounts, without?: Document): Table {
  const own = without && of.get(without)
  const known: [word: string, share: number][] = []
  for (const [word, { cues, all }] of total) {
    const mine = own?.get(word)
    const [c, n] = [cues - (mine?.cues ?? 0), all - (mine?.all ?? 0)]
    const share = c < 2 ? 0 : Math.min(15, Math.round((15 * c) / (n + 1)))
    if (share > 0) known.push([word, share])
  }
  const table = newTable(known.length)
  for (const [word, share] of known) put(table, wordHash(word), share)
  return table
}
