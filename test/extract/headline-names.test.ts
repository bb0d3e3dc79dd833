import { expect, it } from 'vitest'
import { withoutHeadlineWords } from '#/src/extract/coreference/headline-names.ts'
import { readDrawn } from '#/test/helpers/cast.ts'

it.each([
  [
    'words that the body writes small are no name',
    'O‹Ministry Denies Report›',
    'The finance ministry said no.',
    'Ministry Denies Report',
  ],
  ['nor are shouted ones', 'O‹MINISTRY DENIES REPORT›', 'The finance ministry said no.', 'MINISTRY DENIES REPORT'],
  [
    'what the body names, too, is one',
    'O‹Supreme Court› Rules on Ports',
    'The O‹Supreme Court› ruled, a court clerk said.',
    'O‹Supreme Court› Rules on Ports',
  ],
  [
    'so is a part of a name in the body',
    'P‹Baker› Wins Harbour Race',
    'P‹Tom Baker›, a baker, won.',
    'P‹Baker› Wins Harbour Race',
  ],
  [
    'so is what the body does not know',
    'L‹Halland› Closes Harbour',
    'The minister said no.',
    'L‹Halland› Closes Harbour',
  ],
  [
    'where only names have capitals, capitals tell',
    'O‹Ministry Watch› denies the report',
    'The ministry said no.',
    'O‹Ministry Watch› denies the report',
  ],
])('%s', (_, drawn, body, expected) => {
  const { text, names, body: blocks } = readDrawn(drawn, body)
  const kept = withoutHeadlineWords(text, names, blocks.slice(0, 1), blocks.slice(1))
  expect(kept).toEqual(readDrawn(expected, body).names)
})
