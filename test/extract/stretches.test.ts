import { expect, it } from 'vitest'
import { columnsOf } from '#/src/extract/tagger/columns.ts'
import { standing, stretchesOf } from '#/src/extract/tagger/stretches.ts'
import { tokensIn } from '#/src/text/tokens.ts'
import { mark, unmark, whole } from '#/test/helpers/marked.ts'

const never = ['the', 'sent', 'money', 'and', 'left', '.']
const between = ['of', 'for']

it.each([
  ['a word that names can hold is looked at, one that they never hold is not', 'the ‹Bank› sent money and left .'],
  ['“of” is looked at beside a capital', 'the ‹Bank of China› sent money .'],
  ['“of” is not looked at among small words', 'the ‹committee› of the ‹Bank› left .'],
  ['a word that was hardly seen may be in a name', 'the ‹zorblat› left .'],
])('%s', (_, drawn) => {
  const text = unmark(drawn)
  const tokens = tokensIn(text, whole(text))
  const columns = columnsOf(text, [tokens])
  const places = new Uint8Array(columns.rows)
  tokens.forEach(({ start, end }, i) => {
    const word = text.slice(start, end)
    places[columns.firsts[0]! + i] = never.includes(word)
      ? standing.never
      : between.includes(word)
        ? standing.between
        : standing.anywhere
  })
  const found = stretchesOf({ ...columns, standing: places }).map(({ first, last }) => ({
    start: tokens[first - columns.firsts[0]!]!.start,
    end: tokens[last - 1 - columns.firsts[0]!]!.end,
  }))
  expect(mark(text, found)).toBe(drawn)
})
