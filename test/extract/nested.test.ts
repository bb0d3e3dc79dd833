import { expect, it } from 'vitest'
import { nestedIn } from '#/src/extract/quotes/nested.ts'
import { findRegions } from '#/src/extract/quotes/regions.ts'
import { cues } from '#/test/helpers/cues.ts'
import { whole } from '#/test/helpers/marked.ts'

/** The quotations inside the first quotation of a sentence, each with its speaker. */
const nested = (text: string): [string, string][] =>
  nestedIn(text, findRegions(text, whole(text))[0]!, cues).map(({ region, said }) => [
    text.slice(said!.mention.start, said!.mention.end),
    text.slice(region.span.start, region.span.end),
  ])

it.each([
  [
    'whom the speaker names',
    '“He told me, ‘You will never sail again,’ and then he laughed,” Lind said.',
    [['He', '‘You will never sail again,’']],
  ],
  [
    'the speaker, who quotes what they said',
    '“I told him, ‘We shall see about that.’”',
    [['I', '‘We shall see about that.’']],
  ],
  ['a title is none', '“My book ‘The Long Road Home’ is out,” Lind said.', []],
  ['a word is none', '“They call it ‘progress,’ and laugh,” Lind said.', []],
] as const)('%s', (_, sentence, expected) => {
  expect(nested(sentence)).toEqual(expected)
})
