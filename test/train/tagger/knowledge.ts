import type { Knowledge } from '#/src/extract/tagger/features.ts'
import { beginsLonger, listNames } from '#/src/extract/tagger/lists.ts'
import { addWord, wordHash } from '#/src/models/hashing.ts'
import { newTable, put } from '#/src/models/tables.ts'
import { tokensIn } from '#/src/text/tokens.ts'
import { lists } from '../lexicon/lists.ts'
import { type Corpus, clusters, type Doc } from './corpora.ts'
import { habitsIn } from './habits.ts'

/** What the tagger is told before it learns from `docs`. */
export const knowledge = (docs: readonly Doc[], main: Corpus): Knowledge => ({
  phrases: phrases(),
  clusters: clusterTable(),
  habits: habitsIn(docs, main),
})

function clusterTable(): Knowledge['clusters'] {
  const words = clusters()
  const table = newTable(words.length)
  for (const [word, cluster] of words) put(table, wordHash(word), cluster)
  return table
}

function phrases(): Knowledge['phrases'] {
  const names = lists()
  const bits = new Map<number, number>()
  const add = (hash: number, bit: number): void => void bits.set(hash, (bits.get(hash) ?? 0) | bit)
  listNames.forEach((list, place) => {
    for (const name of names[list]) {
      const tokens = tokensIn(name, { start: 0, end: name.length })
      let phrase = 0
      tokens.forEach(({ start, end }, i) => {
        phrase = addWord(phrase, wordHash(name.slice(start, end)))
        add(phrase, i === tokens.length - 1 ? 1 << place : beginsLonger)
      })
    }
  })
  const table = newTable(bits.size)
  for (const [hash, value] of bits) put(table, hash, value)
  return table
}
