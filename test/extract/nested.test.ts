import { expect, it } from 'vitest'
import { findRegions } from '#/src/extract/paragraph/regions.ts'
import { nestedIn } from '#/src/extract/quotes/nested.ts'
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
    'somebody who is named after what they said',
    '“‘You will never sail again,’ my father told me, and then he laughed,” Lind said.',
    [['my father', '‘You will never sail again,’']],
  ],
  [
    'whom others had told so',
    '“He had always told me: ‘You will never sail again.’”',
    [['He', '‘You will never sail again.’']],
  ],
  [
    'whoever did something else before',
    '“He looked at me and said, ‘You will never sail again,’” Lind said.',
    [['He', '‘You will never sail again,’']],
  ],
  ['what speakers say of their own words stays theirs', '“I told him, ‘We shall see about that.’”', []],
  ['what somebody may say was not said', '“He may tell me, ‘You will never sail again,’ and laugh,” Lind said.', []],
  [
    'words with a verb farther away stay the outer speaker’s',
    '“He said that a ‘ship of dead men’ came in,” Lind said.',
    [],
  ],
  [
    'an attribution that stands after a full stop is of what follows it',
    '“I saw the letter ‘You will never sail again.’ He wrote it in May,” Lind said.',
    [],
  ],
  [
    'a verb between two goes with the second',
    '“I asked, ‘Are you quite sure?’ She says ‘yes, that is how it was,’” Lind said.',
    [],
  ],
  ['a title is none', '“My book ‘The Long Road Home’ is out,” Lind said.', []],
  ['a word is none', '“They call it ‘progress,’ and laugh,” Lind said.', []],
] as const)('%s', (_, sentence, expected) => {
  expect(nested(sentence)).toEqual(expected)
})
