import { expect, it } from 'vitest'
import { readParagraph } from '#/src/extract/paragraph/paragraph.ts'
import { gap, roleColumns } from '#/src/extract/roles/columns.ts'
import { roleOffsets } from '#/src/extract/roles/features.ts'
import { rowsOf } from '#/src/extract/roles/read.ts'
import { roleLabels } from '#/src/extract/roles/roles.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { newWordScores, scoreRows, type WordScores } from '#/src/models/word-scores.ts'

const { cues, roles } = openLexicon()
const fresh = (): WordScores => newWordScores(roleOffsets.length, roleLabels)

/** The scores of every label of every item of a paragraph. */
function scoresOf(text: string, words: WordScores): Float32Array {
  const paragraph = readParagraph(text, { start: 0, end: text.length }, cues)
  const count = paragraph.items.length
  const scores = new Float32Array(count * roleLabels)
  scoreRows(roles.weights, words, rowsOf(roleColumns(text, paragraph, roles.known)), [gap, gap + count], scores, 0)
  return scores
}

const sentence = '“We will not wait,” said Mara Lind, who told the port on Monday that it must pay. '

/** Words that no text has, each once. */
const invented = (count: number): string => Array.from({ length: count }, (_, i) => `w${i.toString(36)}`).join(' ')

it('a word says the same whatever was read before it, and after more words than are kept', () => {
  const words = fresh()
  const first = scoresOf(sentence, words)
  expect(new Set(first).size).toBeGreaterThan(50)
  expect(scoresOf(sentence, words)).toEqual(first)
  for (let i = 0; i < 4; i++) scoresOf(invented(5_000 * (i + 1)), words)
  expect(scoresOf(sentence, words)).toEqual(first)
})

it('a paragraph that is longer than what is read at once has the scores of its sentences', () => {
  const times = 400
  const scores = scoresOf(sentence.repeat(times), fresh())
  const own = scores.length / times
  expect(scores.length / roleLabels).toBeGreaterThan(4_096)
  for (const i of [200, 300, times - 2])
    expect(scores.subarray(i * own, (i + 1) * own)).toEqual(scores.subarray(own, 2 * own))
})
