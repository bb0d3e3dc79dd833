import { f1, type Score, shingles, wordsOf } from './align.ts'
import { type Gold, squeezed } from './pages.ts'

export type Judged = { gold: Gold; texts: readonly string[]; kept: Uint8Array }

/** The figures of the evaluation, from the segments themselves. */
export function figuresOf(pages: readonly Judged[]): string {
  const scores: Score[] = []
  let [wanted, found, wrong] = [0, 0, 0]
  for (const { gold, texts, kept } of pages) {
    const body = texts.filter((_, i) => kept[i])
    if ('body' in gold) scores.push(shingles(wordsOf(gold.body), body.flatMap(wordsOf)))
    else {
      const text = squeezed(body.join(' '))
      const held = (chunks: readonly string[]): number =>
        chunks.filter((chunk) => text.includes(squeezed(chunk))).length
      wanted += gold.with.length
      found += held(gold.with)
      wrong += held(gold.without)
    }
  }
  const said = scores.filter((score) => score.said > 0)
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length)
  const precision = mean(said.map((score) => score.shared / score.said))
  const recall = mean(scores.map((score) => (score.gold ? score.shared / score.gold : 0)))
  const exact = mean(scores.map(({ same }) => Number(same)))
  const chunks = f1({ shared: found, gold: wanted, said: found + wrong, same: false })
  return `body F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)} exact ${exact.toFixed(3)}, chunks F1 ${chunks.toFixed(4)}`
}
