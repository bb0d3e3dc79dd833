import { describe, expect, it } from 'vitest'
import { together } from '#/src/extract/attribution/vote.ts'
import { readBody } from '#/src/extract/extract.ts'
import { readParagraph } from '#/src/extract/paragraph/paragraph.ts'
import { rules } from '#/src/extract/paragraph/rules.ts'
import { findQuotes } from '#/src/extract/quotes/quotes.ts'
import { openLexicon } from '#/src/lexicon.ts'
import type { Span } from '#/src/text/spans.ts'
import { cues } from '#/test/helpers/cues.ts'
import { whole } from '#/test/helpers/marked.ts'

const plain = (drawn: string): string => drawn.replace(/[‹›]|\[(?=[^\]]*\])|\]/gu, '')

/** The sentence with its ‹speaker› and [cue] drawn in, as the rules answer for its first quotation that has one. */
function answered(text: string): { rule: string | null; drawn: string } {
  const said = readParagraph(text, whole(text), cues).quotes.find((quote) => quote.said)?.said ?? null
  if (!said) return { rule: null, drawn: text }
  const drawn = insert(text, [[said.mention, '‹', '›'], ...(said.cue ? [[said.cue, '[', ']'] as const] : [])])
  return { rule: said.rule, drawn }
}

function insert(text: string, spans: readonly (readonly [Span, string, string])[]): string {
  return [...spans]
    .sort(([a], [b]) => b.start - a.start)
    .reduce(
      (drawn, [{ start, end }, open, close]) =>
        drawn.slice(0, start) + open + drawn.slice(start, end) + close + drawn.slice(end),
      text,
    )
}

it.each(rules.map(({ id, example }) => [id, example] as const))(
  '%s answers its own example, and no rule before it does',
  (id, example) => {
    expect(answered(plain(example))).toEqual({ rule: id, drawn: example })
  },
)

describe('the speaker is the one that print says', () => {
  it.each([
    ['a name and a verb', '“We wait,” ‹Lind› [said].'],
    ['a verb and a name', '“We wait,” [said] ‹Mara Lind›, 52, of Ystad.'],
    ['a title before the name', '“We wait,” [said] ‹Mayor Mara Lind›.'],
    [
      'a long apposition',
      '“We wait,” ‹Mara Lind›, of the School of Law, History and Trade at the University of Ystad, [told] the paper.',
    ],
    ['a role, not a name', '“We wait,” ‹a spokesman› for the ministry [said] on Friday.'],
    ['adverbs and auxiliaries between', '“We wait,” ‹Lind› has also repeatedly [said].'],
    ['a pronoun', '“We wait,” ‹she› [told] reporters.'],
    ['the one who tells, not the one who is told', '‹Lind› [told] Olsen that the plan was “bold but far too late.”'],
    ['the one who calls, not the one who is called', '‹Lind› [called] Olsen “a danger to the whole town.”'],
    ['the subject of two verbs', '‹Lind› went to Rome and [said]: “We wait.”'],
    ['a participle after the statement', '‹Lind› defended the plan, [saying]: “We wait no longer.”'],
    ['words before the subject', 'In Rome on Monday, ‹Lind› [said], “We wait.”'],
    ['a full stop before the attribution', '“We wait.” ‹Lind› [said].'],
    ['a question before it', '“Why should we wait?” ‹she› [asked].'],
    ['an ally, who is no adverb', '“We wait,” [said] Lind ally ‹Bo Olsen›.'],
    [
      'a sentence after one that ends in “U.S.”',
      'Lind toured the U.S. ‹She› [called] the plan “bold but far too late.”',
    ],
  ])('%s', (_, drawn) => {
    expect(answered(plain(drawn)).drawn).toBe(drawn)
  })

  it.each([
    ['nobody says it', 'The book “The Long Road to Power” came out in May.'],
    ['a noun of the same form is no verb', 'The report “The State of the Town” cost much.'],
  ])('null where %s', (_, sentence) => {
    expect(answered(sentence).rule).toBeNull()
  })
})

describe('speech goes on', () => {
  /** Each quotation as kind, speaker as printed, and the number of the one it carries on. */
  const spoken = (...body: string[]) => {
    const text = body.join('\n\n')
    let start = 0
    const spans = body.map((paragraph) => {
      const span = { start, end: start + paragraph.length }
      start = span.end + 2
      return span
    })
    const lexicon = openLexicon()
    const { paragraphs, roles } = readBody(
      { text, blocks: spans.map((span) => ({ kind: 'paragraph', span })) },
      lexicon,
    )
    const quotes = findQuotes(text, paragraphs, roles, lexicon, () => false)
    return quotes.map(({ kind, said, continues }) => [
      kind,
      said && text.slice(said.mention.start, said.mention.end),
      continues,
    ])
  }

  it('over an attribution in its middle', () => {
    expect(spoken('“We wait,” Lind said, “but not for ever.”')).toEqual([
      ['direct', 'Lind', null],
      ['direct', 'Lind', 0],
    ])
  })

  it('in the same paragraph after the attribution', () => {
    expect(spoken('“We wait,” Lind said. “Nobody will make us move.”')).toEqual([
      ['direct', 'Lind', null],
      ['direct', 'Lind', 0],
    ])
  })

  it('into the next paragraph, closed or not', () => {
    expect(spoken('“We wait,” Lind said.', '“Nobody will make us move.', '“Not now.”')).toEqual([
      ['direct', 'Lind', null],
      ['direct', 'Lind', 0],
      ['direct', 'Lind', 1],
    ])
  })

  it('after a report of what was said', () => {
    expect(spoken('Lind said talks would go on.', '“Nobody will make us move.”')).toEqual([['direct', 'Lind', null]])
  })

  it('but marks around a word or a title are no speech', () => {
    expect(spoken('Lind said the “reform” failed.', 'Her book “The Long Road” is out.')).toEqual([
      ['scare', null, null],
      ['scare', null, null],
    ])
  })

  it('and words in marks inside a report are mixed', () => {
    expect(spoken('Lind said the plan was “bold but far too late.”')).toEqual([['mixed', 'Lind', null]])
  })
})

describe('phrases for one person vote together', () => {
  const vote = (start: number, confidence: number) => ({
    candidate: { phrase: { mention: { start, end: start + 1 }, from: 0, to: 1 }, paragraph: 0 },
    odds: 0,
    confidence,
  })
  /** Phrases in the same ten are one person's. */
  const isSame = (a: Span, b: Span): boolean => Math.floor(a.start / 10) === Math.floor(b.start / 10)
  const counted = (...votes: [number, number][]): [number, number][] =>
    together(
      votes.map(([start, confidence]) => vote(start, confidence)),
      isSame,
    ).map(({ candidate, confidence }) => [candidate.phrase.mention.start, Number(confidence.toFixed(2))])

  it('by the likeliest of them, and the others stay as they are', () => {
    expect(counted([11, 0.4], [25, 0.35], [14, 0.2])).toEqual([
      [11, 0.6],
      [25, 0.35],
    ])
  })

  it('and are never quite sure', () => {
    expect(counted([11, 0.7], [14, 0.5])).toEqual([[11, 0.99]])
  })
})
