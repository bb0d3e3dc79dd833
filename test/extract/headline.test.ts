import { expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'

const body = [
  '“We have no choice,” Mayor Mara Lind told reporters. “The walls are falling.”',
  'Bo Olsen, who leads the union, said that the workers would not go.',
]

/** Every statement of a headline over that body: its kind, its words, who says it, and that person's full name. */
function statementsOf(headline: string): string[] {
  const { text, blocks } = laidOut(headline)
  const { quotes, entities } = extract({ text, blocks, publishedAt: { value: null } }, openLexicon())
  return quotes
    .filter(({ paragraph }) => paragraph === 0)
    .map(({ kind, segments, speaker }) => {
      const words = segments.map(({ start, end }) => text.slice(start, end)).join(' … ')
      if (speaker.mention === null) return `${kind}: ${words}`
      const name = speaker.entity === null ? '?' : entities[speaker.entity]!.name
      return `${kind}: ${words} [${text.slice(speaker.mention.start, speaker.mention.end)} = ${name}]`
    })
}

function laidOut(headline: string) {
  let start = 0
  const blocks = [headline, ...body].map((words, at) => {
    const span = { start, end: start + words.length }
    start = span.end + 2
    return { kind: at === 0 ? 'title' : 'paragraph', span }
  })
  return { text: [headline, ...body].join('\n\n'), blocks }
}

it.each([
  [
    'a colon after the words',
    '‘We have no choice’: Mayor Lind closes Oslo harbour',
    ['direct: ‘We have no choice’ [Mayor Lind = Mara Lind]'],
  ],
  [
    'a verb after the words',
    '‘We will not go,’ says union leader Olsen',
    ['direct: ‘We will not go,’ [Olsen = Bo Olsen]'],
  ],
  ['capitals throughout', 'Oslo Mayor: “The Walls Are Falling”', ['direct: “The Walls Are Falling” [Oslo Mayor = ?]']],
  [
    'who is told is not who says it',
    '‘You will regret this,’ Olsen tells Lind',
    ['direct: ‘You will regret this,’ [Olsen = Bo Olsen]'],
  ],
  ['without marks', 'Harbour to close, Mayor Lind says', ['indirect: Harbour to close [Mayor Lind = Mara Lind]']],
  [
    'words before a colon that the body has with who says them',
    '‘The Walls Are Falling’: Inside the Closed Harbour',
    ['direct: ‘The Walls Are Falling’ [Mara Lind = Mara Lind]'],
  ],
  ['words that the body has not', '‘The Fallen Walls’: A History of the Harbour', ['scare: ‘The Fallen Walls’']],
  ['a title', '‘Moonlight’ wins best picture at film festival', ['scare: ‘Moonlight’']],
  ['a word held at a distance', 'The ‘Oslo deal’ is dead', ['scare: ‘Oslo deal’']],
  ['a topic, not what was said of it', 'What Mara Lind said about the harbour', []],
  ['no statement', 'Workers protest as mayor shuts harbour', []],
])('in a headline: %s', (_, headline, statements) => {
  expect(statementsOf(headline)).toEqual(statements)
})
