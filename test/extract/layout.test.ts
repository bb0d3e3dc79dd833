import { expect, it } from 'vitest'
import { layoutOf } from '#/src/extract/quotes/layout.ts'

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
  return layoutOf(text, blocks).map((found, i) => {
    const { span } = blocks[i]!
    const marks = found
      ? [
          [found.region.span.start, '‹'] as const,
          [found.region.span.end, '›'] as const,
          ...(found.speaker ? [[found.speaker.start, '['] as const, [found.speaker.end, ']'] as const] : []),
        ]
      : []
    return marks
      .sort(([a], [b]) => b - a)
      .reduce(
        (line, [at, mark]) => line.slice(0, at - span.start) + mark + line.slice(at - span.start),
        text.slice(span.start, span.end),
      )
  })
}

it.each([
  [
    'labels that return are a transcript',
    ['[LIND]: ‹The harbour is full.›', '[OLSEN]: ‹It is not.›', '[LIND]: ‹Count again.›'],
  ],
  ['full names, with a note', ['[Mara Lind]: ‹It is full.›', '[Bo Olsen] (laughs): ‹Never.›', '[Mara Lind]: ‹See?›']],
  ['labels that do not return are none', ['Note: The harbour is full.', 'Update: It is not.', 'Source: the port.']],
  ['what is in marks is left to them', ['LIND: “It is full.”', 'OLSEN: “It is not.”', 'LIND: “Count again.”']],
  ['a post with its signature', ['‹The harbour is full and nobody cares› — [Mara Lind] (@maralind) May 4, 2021']],
  ['a dash without an account is none', ['The harbour is full — Mara Lind knows it.']],
])('%s', (_, body) => {
  expect(drawn(body)).toEqual(body)
})

it.each([
  ['a block quotation is speech', ['‹The harbour is full, and nobody has a plan.›']],
  ['unless it has marks of its own', ['She said: “The harbour is full.”']],
])('%s', (_, body) => {
  expect(drawn(body, 'blockquote')).toEqual(body)
})
