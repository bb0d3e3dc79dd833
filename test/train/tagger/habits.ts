import { casing, columnsOf, isCapital } from '#/src/extract/tagger/columns.ts'
import { habitOf, usually } from '#/src/extract/tagger/features.ts'
import { standing } from '#/src/extract/tagger/stretches.ts'
import { newTable, put, type Table } from '#/src/models/tables.ts'
import { type Corpus, type Doc, sentenceTokens } from './corpora.ts'

/** How often a word stands inside a sentence, written small and with a capital, and how often it is small in a name. */
type Counts = { small: number; capital: number; smallInMain: number; inName: number }

/**
 * How words are written and whether names hold them, as the texts have it. The last only corpus `main` tells: the
 * others do not mark all that is a name to us.
 */
export function habitsIn(docs: readonly Doc[], main: Corpus): Table {
  const counts = new Map<number, Counts>()
  for (const doc of docs) count(doc, doc.corpus === main, counts)
  const table = newTable(counts.size)
  for (const [word, seen] of counts) {
    const habit = habitOf(standingOf(seen), usualOf(seen))
    if (habit) put(table, word, habit)
  }
  return table
}

function count({ text, ents }: Doc, inMain: boolean, counts: Map<number, Counts>): void {
  const sentences = sentenceTokens(text)
  const columns = columnsOf(text, sentences)
  const names = ents.filter(({ t }) => t !== 'MONEY').sort((a, b) => a.s - b.s)
  let next = 0
  sentences.forEach((sentence, s) => {
    sentence.forEach(({ start, end }, i) => {
      while (next < names.length && names[next]!.e <= start) next++
      const row = columns.firsts[s]! + i
      const how = columns.casing[row]!
      const isSmall = how === casing.lower || how === casing.mark
      if (columns.manner[row] !== 0 || (!isSmall && (i === 0 || !isCapital(how)))) return
      const one = counts.get(columns.word[row]!) ?? { small: 0, capital: 0, smallInMain: 0, inName: 0 }
      counts.set(columns.word[row]!, one)
      if (!isSmall) one.capital++
      else {
        one.small++
        if (!inMain) return
        one.smallInMain++
        if (next < names.length && names[next]!.s < end) one.inName++
      }
    })
  })
}

/** Seen so often, a word is known. */
const enough = 8

function standingOf({ smallInMain, inName }: Counts): number {
  if (smallInMain < enough) return standing.anywhere
  if (inName <= 0.0005 * smallInMain) return standing.never
  return inName <= 0.06 * smallInMain ? standing.between : standing.anywhere
}

function usualOf({ small, capital }: Counts): number {
  const seen = small + capital
  if (seen < enough) return usually.unknown
  if (capital <= 0.1 * seen) return usually.small
  return capital < 0.9 * seen ? usually.either : usually.capital
}
