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
  const once = new Map(edges.map((edge) => [`${edge.at}${edge.mark}`, edge])) // two reports may have one speaker
  return [...once.values()]
    .sort((a, b) => b.at - a.at)
    .reduce((said, { at, mark }) => said.slice(0, at) + mark + said.slice(at), text)
}

/** What makes reported speech hard, ten kinds of it. */
describe('a report gives who, the verb and what was said', () => {
  it.each([
    ['after that', '{Mara Lind} [said] ‹that the talks had failed›.'],
    ['after that', '{She} [added] ‹that the harbour would stay closed›.'],
    ['after that', '{The company} [denied] ‹that anyone had been hurt›.'],

    ['without that', '{Mara Lind} [said] ‹the talks had failed and nobody was to blame›.'],
    ['without that', '{She} [suggested] ‹the company was to blame›.'],
    ['without that', '{She} [asked] ‹whether the harbour would be closed for long›.'],

    ['before the verb', '‹The talks had failed and prices would rise again›, {Mara Lind} [said].'],
    ['before the verb', '‹Nobody was hurt›, {police} [said].'],
    [
      'before the verb, which comes before its speaker',
      '‹The talks had failed and nobody was to blame›, [said] {Mara Lind}, who leads the union.',
    ],

    ['on both sides of the verb', '‹Many days›, {former officials} [said], ‹the workers had nothing to eat›.'],
    ['on both sides of the verb', '‹The port›, {Lind} [said] on Monday, ‹will not open before the spring›.'],
    ['on both sides of the verb', '‹Most of the dockers›, {she} [added], ‹had never seen the contract›.'],
    [
      'with a condition before the verb',
      '‹If the ice melts early this year›, {Lind} [said], ‹the harbour will open again in March›.',
    ],

    ['according to', '‹At least 30 houses burned down in the night›, [according to] {the police}.'],
    ['according to', '[According to] {two dockers}, ‹the crane had been broken for weeks›.'],
    ['according to', '‹The strike›, [according to] {Mara Lind}, ‹could last for weeks›.'],

    ['of somebody', '{Lind} [accused] ‹the company of hiding the accident from the dockers›.'],
    ['of somebody', '{Lind} [blamed] ‹the company for the accident›.'],
    ['of something', '{The company} [rejected] ‹the union’s demand for higher wages›.'],

    ['by a noun', '{The minister} gave a [promise] ‹that no jobs would be lost›.'],
    ['by a noun', '{Lind} made the [claim] ‹that the crane had been broken for weeks›.'],

    ['to somebody', '{Lind} [told] reporters on Monday ‹that the talks had failed›.'],
    ['to somebody', '{The mayor} [reminded] voters ‹that the harbour had been saved before›.'],
    ['to a paper whose name ends in a verb', '{Mara Lind} [told] The Harbour Post ‹that the talks had failed›.'],
    ['to a paper of two names', '{Lind} [told] the Ystad Courier ‹that the talks had failed›.'],

    ['by an apposition', '{Mara Lind}, a spokeswoman for the union, [warned] ‹that prices would rise again›.'],
    ['over a clause with who', '{The mayor}, who has led the town for ten years, [said] ‹that nobody would be moved›.'],
    ['over both', '{Bo Olsen}, a crane driver from Ystad who lost his job in May, [said] ‹nobody had warned him›.'],

    ['by one source with two verbs', '{Lind} [said] ‹the talks had failed›, [adding] ‹that the strike would go on›.'],
    [
      'by one source with two verbs',
      '{Lind} [argued] ‹that the offer was too low› and [said] ‹the strike would go on›.',
    ],

    ['by a source without a name', '{Two officials} [said] ‹the ship had left the port without a permit›.'],
    ['by whoever is quoted as saying it', 'The paper cited {Mara Lind} as [saying] ‹that the talks had failed›.'],
    ['by whoever was quoted', '{Mara Lind} was [quoted] as saying ‹that the talks had failed›.'],
    ['by a document', '{The report} [found] ‹that two of the cranes were unsafe›.'],
    ['by a government, as its country', '{Malaysia} [said] ‹it would not accept the decision›.'],
    ['by a government, as its capital', '{Washington} [accuses] ‹Tehran of arming the rebels›.'],
  ])('%s: %s', (_, sentence) => {
    expect(drawn(undrawn(sentence))).toBe(sentence)
  })
})

describe('a cue is a verb or a noun of saying, a mention is somebody', () => {
  it.each([
    ['the verb, not what stands before it', '{The mayor} has repeatedly [said] ‹that nobody will lose a home›.'],
    ['the verb, not how long', '{Lind} [said] for days ‹that the talks had failed›.'],
    ['the verb, not the one that only goes on', '{Lind} continues to [argue] ‹that the offer is too low›.'],
    ['the verb, not what goes with it', '{Lind} went so far as to [say] ‹that the company had lied›.'],
    ['who visits, not where', '{Two officials} visited Norway to [discuss] concerns about ‹the harbour›.'],
    ['nobody rather than a day', 'A poll released Sunday found ‹that most voters want a new harbour›.'],
    ['nobody in a question', 'Asked ‹whether the harbour would open›, Lind said no.'],
    ['nobody in a passive', 'Lind was asked ‹whether the strike would go on›.'],
    ['nobody in a passive', 'Olsen was told ‹that the ship had sunk›.'],
  ])('%s: %s', (_, sentence) => {
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
    ['what points at what was said before', 'Lind denied that.'],
    ['what somebody looks like', '“We will not go,” Lind said, her voice breaking.'],
    ['when it was said', '“I am so sorry,” Lind said as she was led away.'],
    ['what followed', '“We will not go,” Lind said, to applause.'],
    ['a belief', 'Lind believes that the talks have failed.'],
    ['a wish', 'Lind wants to win the election in May.'],
    ['a plan', 'Lind plans to visit the harbour next week.'],
    ['a belief of many', 'The dockers believe that they will win.'],
    ['an intention', 'The company intends to sell the port.'],
    ['an event', 'The council met on Monday in the old town hall.'],
    ['what a country does', 'Malaysia continues to support the plan.'],
    ['what joins two sentences', '“This is a landmark,” said Lind. But, she cautioned, “we must be careful.”'],
    ['who speaks in what is reported', 'Lind said the doctor told her, “You have six months to live.”'],
    ['what introduces a speaker', 'The jury will include Ida Holm, who said: “We want someone who listens first.”'],
    ['the wish to stay unnamed', 'Nils, who asked not to be named, left at once.'],
    ['what people go on with', 'The dockers continued to block the road for three days.'],
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
