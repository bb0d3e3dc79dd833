import { expect, it } from 'vitest'
import { withOwnWords } from '#/src/extract/coreference/own-words.ts'
import { sourceIn } from '#/test/helpers/cast.ts'
import { mark, unmark, whole } from '#/test/helpers/marked.ts'

it.each([
  ['the speaker’s', '“‹I› want it, and so do all of ‹us›. It is ‹my› town, not ‹ours›.”'],
  ['short forms', '“‹We›’re late and ‹I›’ll wait.”'],
  ['nobody’s: a number', '“Before World War I ‹we› had boats.”'],
  ['after a conjunction', '“It rained. But ‹I› stayed.”'],
  ['somebody else’s in inner marks', '“He said, ‘I will go.’ ‹I› stayed.”'],
  ['an editor’s', '“[We in the union] wait, and ‹I› wait.”'],
  ['none: a land', '“The US and US firms wait.”'],
  ['none: part of a word', '“Mines, thus, weeds and I-95.”'],
])('first persons in a quotation are %s', (_, drawn) => {
  const text = unmark(drawn)
  const { cast } = sourceIn('P‹Mara Lind› spoke.')
  const note = { start: text.indexOf('['), end: text.indexOf(']') + 1 }
  const quote = { span: whole(text), speaker: { mention: { start: 0, end: 0 }, entity: 0 }, interpolations: [note] }
  const { pronouns } = withOwnWords(text, { ...cast, names: [] }, [quote])
  expect(
    mark(
      text,
      [...pronouns.values()].map(({ span }) => span),
    ),
  ).toBe(drawn)
})

it('leaves the words of a speaker who is not known alone', () => {
  const { cast } = sourceIn('P‹Mara Lind› spoke.')
  const quote = {
    span: { start: 0, end: 4 },
    speaker: { mention: { start: 0, end: 0 }, entity: null },
    interpolations: [],
  }
  expect(withOwnWords('“I.”', cast, [quote]).pronouns.size).toBe(0)
})
