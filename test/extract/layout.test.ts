import { expect, it } from 'vitest'
import { layoutOf } from '#/src/extract/paragraph/layout.ts'
import type { TaggedName } from '#/src/extract/tagger/tag.ts'
import type { Span } from '#/src/text/spans.ts'

/** The paragraphs with their ‹speech› and [speaker] drawn in. */
function drawn(body: readonly string[], kind = 'paragraph'): string[] {
  const plain = body.map((paragraph) => paragraph.replace(/[‹›[\]]/gu, ''))
  const text = plain.join('\n\n')
  let start = 0
  const blocks = plain.map((paragraph) => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return { kind, span }
  })
  const marks = layoutOf(
    text,
    blocks,
    blocks.map(({ span }) => namesIn(text, span)),
  ).flatMap((found) =>
    found
      ? [
          [found.region.span.start, '‹'] as const,
          [found.region.span.end, '›'] as const,
          ...(found.speaker ? [[found.speaker.start, '['] as const, [found.speaker.end, ']'] as const] : []),
        ]
      : [],
  )
  const signedOnce = new Map(marks.map((mark) => [mark.join(), mark]))
  return [...signedOnce.values()]
    .sort(([a], [b]) => b - a)
    .reduce((line, [at, mark]) => line.slice(0, at) + mark + line.slice(at), text)
    .split('\n\n')
}

const namesIn = (text: string, { start, end }: Span): TaggedName[] =>
  [...text.slice(start, end).matchAll(/Mara Lind|Bo Olsen|Port Authority/gu)].map(({ index, 0: name }) => ({
    span: { start: start + index, end: start + index + name.length },
    type: name.startsWith('Port') ? 'organization' : 'person',
  }))

it.each([
  [
    'labels that return are a transcript',
    ['[LIND]: ‹The harbour is full.›', '[OLSEN]: ‹It is not.›', '[LIND]: ‹Count again.›'],
  ],
  ['full names, with a note', ['[Mara Lind]: ‹It is full.›', '[Bo Olsen] (laughs): ‹Never.›', '[Mara Lind]: ‹See?›']],
  [
    'the full name first, then the last',
    ['[MARA LIND]: ‹The harbour is full.›', '[BO OLSEN]: ‹Never.›', '[MS. LIND]: ‹Count again.›'],
  ],
  [
    'questions and answers of a court',
    ['[Q]. ‹Why did you go?›', '[A]. ‹I had the keys.›', '[Q]. ‹Alone?›', '[A]. ‹I was.›'],
  ],
  ['labels that do not return are none', ['Note: The harbour is full.', 'Update: It is not.', 'Source: the port.']],
  ['what is in marks is left to them', ['LIND: “It is full.”', 'OLSEN: “It is not.”', 'LIND: “Count again.”']],
  ['a post with its signature', ['‹The harbour is full and nobody cares› — [Mara Lind] (@maralind) May 4, 2021']],
  [
    'a post with its signature under it',
    [
      'The harbour closed.',
      '‹The harbour is full and nobody cares.›',
      '— [Mara Lind] (@mara.lind) May 4, 2021',
      'It is.',
    ],
  ],
  ['a post that was shared', ['‹Full again.›', 'A post shared by [Mara Lind] (@maralind) on May 4, 2021 at 1:02pm']],
  ['words that lead in are no post', ['Mara Lind wrote:', '— Mara Lind (@maralind) May 4, 2021']],
  ['a signature on the line', ['‹“The harbour is full.”› — [Mara Lind], captain']],
  ['a signature on the next line', ['‹"The harbour is full."›', '-[Bo Olsen], writing to the council.']],
  ['no signature where the words go on', ['“If they close it” — Lind paused — “we close too.”']],
  ['a title in a signature', ['‹“The harbour is full.”›', '— Captain [Mara Lind].']],
  ['a list item is none', ['“The harbour is full.”', '- Boats wait outside, says Mara Lind.']],
  ['words between a quotation and a dash are none', ['“The harbour is full,” he said — Mara Lind agreed.']],
  ['a dash without an account is none', ['The harbour is full — Mara Lind knows it.']],
])('%s', (_, body) => {
  expect(drawn(body)).toEqual(body)
})

it.each([
  ['a block quotation is speech', ['‹The harbour is full, and nobody has a plan.›']],
  ['unless it has marks of its own', ['She said: “The harbour is full.”']],
  [
    'a post of several paragraphs',
    ['‹The harbour is full.›', '‹Nobody has a plan.›', '— [Mara Lind] (@maralind) 4 May 2021', '‹Boats wait.›'],
  ],
  ['a block quotation with a cited name', ['‹The harbour is full.›', '[Mara Lind], captain of the Hope']],
  ['a block quotation that is signed', ['‹The harbour is full.›', '— [Mara Lind], captain of the Hope']],
])('%s', (_, body) => {
  expect(drawn(body, 'blockquote')).toEqual(body)
})
