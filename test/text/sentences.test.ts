import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesIn } from '#/src/text/sentences.ts'
import { mark, unmark, whole } from '../helpers/marked.ts'
import { readingsOf } from '../helpers/readings.ts'

describe('sentences', () => {
  it.each([
    ['two', '‹He left.› ‹She stayed.›'],
    ['a comma inside marks does not end', '‹“We won’t go,” he said.›'],
    ['a stop inside marks ends, the mark belongs to it', '‹“We won’t go.”› ‹He left.›'],
    ['sentences inside marks', '‹“We won’t go.› ‹Not now.”›'],
    ['a question with its speaker', '‹“Why now?” Anwar Ibrahim asked.› ‹Nobody knew.›'],
    ['a question with a pronoun', '‹“Why now?” he asked.›'],
    ['a question that stands alone', '‹“Why now?”› ‹The talks ended on Monday.›'],
    ['titles', '‹Mr. Tan met Lt. Gen. Ali in St. Louis.›'],
    ['an acronym goes on', '‹The U.S. officials left the U.N. Security Council.›'],
    ['an acronym that ends', '‹He went to the U.S.› ‹The talks failed.›'],
    ['an acronym before a quotation', '‹He went to the U.S.› ‹“It was late,” he said.›'],
    ['the time of day', '‹It began at 9 a.m. Monday.› ‹It ended at 6 p.m.› ‹They left.›'],
    ['a month', '‹Since Oct. 7, he has waited.›'],
    ['a firm', '‹Apple Inc. rose 3.5 percent.› ‹Shares of Acme Corp.› ‹It fell.›'],
    ['initials', '‹George W. Bush and J.K. Rowling spoke.›'],
    ['an ellipsis goes on', '‹“We met … Khaled … [It] is late,” he said.›'],
    ['an ellipsis that ends', '‹“We waited…› ‹They never came.”›'],
    ['brackets', '‹It was late.› ‹(He had left.)› ‹She knew.›'],
    ['several stops', '‹What?!› ‹No!!!› ‹Yes.›'],
    ['single marks', '‹‘It is late.’› ‹He left.›'],
    ['straight marks', '‹"It is late."› ‹"He left," she said.›'],
    ['a missing blank', '‹That was the end.›‹Then he left.›'],
    ['a number opens', '‹It was over.› ‹25 people left.›'],
    ['a list', '‹1. Ask them.› ‹2. Wait.›'],
    ['no stop at the end', '‹Malaysian PM meets leaders in Qatar›'],
    ['a blank line', '‹A heading›\n\n‹A sentence.›'],
    ['a wrapped line', '‹A line that\ngoes on.›'],
  ])('%s', (_, drawn) => {
    const text = unmark(drawn)
    expect(mark(text, sentencesIn(text, whole(text)))).toBe(drawn)
  })

  it('never overlap, never leave the span, never begin or end with white space', () => {
    const unit = fc.constantFrom(
      '.',
      '!',
      '?',
      '…',
      ' ',
      '\n',
      '"',
      '”',
      '“',
      'He',
      'said',
      'U.S.',
      'Mr.',
      '7',
      ')',
      '😀',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        let at = 0
        for (const { start, end } of sentencesIn(text, whole(text))) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          expect(text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  it('take linear time on marks without end', () => {
    for (const piece of ['. ', '“', '?”', 'U.S. ', '"', '. "', '?"a']) {
      const text = `${piece.repeat(400_000 / piece.length)}a`
      expect(readingsOf(() => sentencesIn(text, whole(text)))).toBeLessThan(50)
    }
  })
})
