import { expect, it } from 'vitest'
import { wordSpans, wordsIn } from '#/src/text/words.ts'
import { mark, unmark, whole } from '../helpers/marked.ts'

it.each([
  ['contractions are one word', '‹He› ‹won’t›.', 2],
  ['hyphens divide', '‹a› ‹two›-‹state› ‹plan›', 4],
  ['numbers are words, marks are none', '‹34,000› – ‹at› ‹10› %', 3],
])('%s', (_, drawn, count) => {
  const text = unmark(drawn)
  expect(mark(text, wordSpans(text, whole(text)))).toBe(drawn)
  expect(wordsIn(text, whole(text))).toBe(count)
})
