import { expect, it } from 'vitest'
import { viaOf } from '#/src/extract/attribution/via.ts'
import { readParagraph } from '#/src/extract/paragraph/paragraph.ts'
import { cues } from '#/test/helpers/cues.ts'
import { whole } from '#/test/helpers/marked.ts'

/** The sentence with the ‹phrases› drawn in through whom the words of “Lind” came. */
function drawn(text: string): string {
  const { items, quotes } = readParagraph(text, whole(text), cues)
  const { sentence } = quotes[0]!
  const said = sentence.clauses.find(({ speaker: { mention } }) => text.slice(mention.start, mention.end) === 'Lind')!
  return viaOf(items, sentence, said)
    .sort((a, b) => b.start - a.start)
    .reduce((line, { start, end }) => `${line.slice(0, start)}‹${line.slice(start, end)}›${line.slice(end)}`, text)
}

it.each([
  ['according to somebody', 'According to ‹Olsen›, Lind said the harbour was “full to the last berth.”'],
  ['reported by somebody', 'Lind said the harbour was “full to the last berth,” ‹Olsen› reported.'],
  ['a report of a report', '‹Olsen› reported that Lind had called the harbour “full to the last berth.”'],
  ['a report of who is quoted', '‹Olsen› quoted Lind as saying the harbour was “full to the last berth.”'],
  ['nobody between', 'Lind said the harbour was “full to the last berth.”'],
  [
    'a subject that begins the paragraph',
    'The council met at noon, when Lind interrupted the mayor, shouting “full to the last berth',
  ],
  ['two who speak for themselves', 'Olsen said he would wait, but Lind said the harbour was “full to the last berth.”'],
])('%s', (_, sentence) => {
  expect(drawn(sentence.replace(/[‹›]/gu, ''))).toBe(sentence)
})
