import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import type { ExtractedQuote } from '#/src/extract/extraction.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { contains, overlaps } from '#/src/text/spans.ts'

const lexicon = openLexicon()
const undrawn = (drawn: string): string => drawn.replaceAll(/[{}[\]‹›]/g, '')

/** The quotes of paragraphs. */
function quotesOf(...paragraphs: string[]): ExtractedQuote[] {
  const text = paragraphs.join('\n\n')
  let start = 0
  const blocks = paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return { kind: 'paragraph', span }
  })
  return extract({ text, blocks, publishedAt: { value: null } }, lexicon).quotes
}

const reports = (text: string): ExtractedQuote[] => quotesOf(text).filter(({ kind }) => kind === 'indirect')

/** The sentence with every {source}, [cue] and ‹statement› of a report drawn in. */
function drawn(text: string): string {
  const marks = reports(text).flatMap(({ segments, speaker, cue }) => [
    ...segments.map((span) => ({ ...span, open: '‹', close: '›' })),
    ...(speaker.mention ? [{ ...speaker.mention, open: '{', close: '}' }] : []),
    ...(cue.start === null ? [] : [{ ...cue, open: '[', close: ']' }]),
  ])
  const edges = marks.flatMap(({ start, end, open, close }) => [
    { at: start, mark: open },
    { at: end, mark: close },
  ])
  return edges
    .sort((a, b) => b.at - a.at)
    .reduce((said, { at, mark }) => said.slice(0, at) + mark + said.slice(at), text)
}

describe('a report gives who, the verb and what was said', () => {
  it.each([
    ['after that', '{Mara Lind} [said] ‹that the talks had failed›.'],
    ['without that', '{Mara Lind} [said] ‹the talks had failed and nobody was to blame›.'],
    ['before the verb', '‹The talks had failed and prices would rise again›, {Mara Lind} [said].'],
    [
      'before an inverted verb',
      '‹The talks had failed and nobody was to blame›, [said] {Mara Lind}, who leads the union.',
    ],
    ['on both sides of the verb', '‹Many days›, {former officials} [said], ‹the workers had nothing to eat›.'],
    [
      'with a condition before the verb',
      '‹If the ice melts early this year›, {Lind} [said], ‹the harbour will open again in March›.',
    ],
    ['to somebody', '{Lind} [told] reporters on Monday ‹that the talks had failed›.'],
    ['according to somebody', '‹At least 30 houses burned down in the night›, [according to] {the police}.'],
    ['by an apposition', '{Mara Lind}, a spokeswoman for the union, [warned] ‹that prices would rise again›.'],
    ['over a clause with who', '{The mayor}, who has led the town for ten years, [said] ‹that nobody would be moved›.'],
    ['by a pronoun', '{She} [added] ‹that the harbour would stay closed›.'],
    ['by a source without a name', '{Two officials} [said] ‹the ship had left the port without a permit›.'],
  ])('%s', (_, sentence) => {
    expect(drawn(undrawn(sentence))).toBe(sentence)
  })
})

it('who only passes a report on is via, not the speaker', () => {
  const text = 'According to the Courier, Mara Lind said that the talks had failed.'
  const [report] = reports(text)
  expect(report?.speaker.mention && text.slice(report.speaker.mention.start, report.speaker.mention.end)).toBe(
    'Mara Lind',
  )
  expect(report?.via.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Courier'])
})

describe('no report is', () => {
  it.each([
    ['a belief', 'Lind believes that the talks have failed.'],
    ['a wish', 'Lind wants to win the election in May.'],
    ['a plan', 'Lind plans to visit the harbour next week.'],
    ['an event', 'The council met on Monday in the old town hall.'],
  ])('%s', (_, sentence) => {
    expect(drawn(sentence)).toBe(sentence)
  })

  it('inside of marks', () => {
    const quotes = quotesOf('“Lind said that the talks had failed and nobody was to blame,” Olsen told reporters.')
    expect(quotes.map(({ kind }) => kind)).toEqual(['direct'])
  })
})

it('reports never overlap each other or what is quoted, and never leave their paragraph', () => {
  const parts = [
    'Lind',
    'said',
    'that',
    'the talks',
    'failed',
    ',',
    '.',
    '“',
    '”',
    'according to',
    'police',
    '\n',
    'accused',
    'of',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), (words) => {
      const text = words.join(' ')
      const quotes = quotesOf(text)
      const told = quotes.flatMap(({ kind, segments }) => (kind === 'indirect' ? segments : []))
      const marked = quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
      for (const [i, span] of told.entries()) {
        expect(contains({ start: 0, end: text.length }, span)).toBe(true)
        expect(told.slice(i + 1).some((other) => overlaps(span, other))).toBe(false)
        expect(marked.some((quote) => overlaps(span, quote.span))).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

it('takes linear time on a paragraph of reports without end', () => {
  const time = (sentences: number): number => {
    const text = 'Lind said that the talks failed, the police told Olsen, and '.repeat(sentences)
    const begun = process.cpuUsage().user
    quotesOf(text)
    return process.cpuUsage().user - begun
  }
  time(50)
  const [few, many] = [time(200), time(800)]
  expect(many).toBeLessThan(12 * few + 200_000)
})
