import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLexicon } from '#/src/lexicon.ts'
import { mark, unmark, whole } from '#/test/helpers/marked.ts'

const { findNames } = openLexicon()
const named = (text: string) => findNames(text, [whole(text)])

describe('a name is found with its type, from its first to its last character', () => {
  it.each([
    ['people', 'person', 'Talks with ‹Adam Kowalski› failed, ‹Maria Jensen› told reporters.'],
    [
      'a person by surname alone, the full name elsewhere',
      'person',
      '‹Peter Holm› resigned. A day later ‹Holm› was back.',
    ],
    ['places', 'place', 'They drove from ‹Nairobi› to ‹Mombasa›.'],
    ['organisations', 'organization', 'The ‹World Bank› lent money to the ‹Ministry of Finance›.'],
    ['groups', 'group', 'Two ‹French› and three ‹Kenyan› engineers were hurt.'],
    ['dates', 'date', 'The vote was held on ‹Monday› and counted on ‹July 4, 2019›.'],
    ['facilities', 'facility', 'The plane left ‹Changi Airport› at dawn.'],
    ['events', 'event', 'She won gold at the ‹Asian Games› and went home.'],
  ])('%s', (_, type, drawn) => {
    const text = unmark(drawn)
    const found = named(text).filter((name) => name.type === type)
    expect(
      mark(
        text,
        found.map(({ span }) => span),
      ),
    ).toBe(drawn)
  })

  it.each([
    ['in title case', 'President Maria Jensen Will Visit Kenya Next Week', ['Maria Jensen', 'Kenya']],
    ['in upper case', 'PRESIDENT MARIA JENSEN WILL VISIT KENYA NEXT WEEK', ['MARIA JENSEN', 'KENYA']],
  ])('a headline %s', (_, text, names) => {
    const found = named(text).filter(({ type }) => type === 'person' || type === 'place')
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(names)
  })
})

it('words without names hold none', () => {
  expect(named('the rain fell on the roof of the house, and nobody said a word about it.')).toEqual([])
})

it('the weights are those that the data card describes', () => {
  const models = new URL('../../data/models/', import.meta.url)
  const bytes = readFileSync(new URL('tagger.bin.gz', models))
  expect(readFileSync(new URL('tagger.md', models), 'utf8')).toContain(createHash('sha256').update(bytes).digest('hex'))
})

describe('whatever it is fed', () => {
  const pieces = fc.constantFrom(
    'Maria',
    'Kenya',
    'U.S.',
    '’s',
    '“',
    ' ',
    '\n',
    '-',
    '2019',
    'of the',
    'ÅÉ',
    '𝔘',
    '.',
    ',',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join(' ')),
  )

  it('names lie inside the text, one behind the other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0
        for (const { span } of named(text)) {
          expect(span.start).toBeGreaterThanOrEqual(from)
          expect(span.end).toBeGreaterThan(span.start)
          from = span.end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each([
    ['capitals with no end', 'Maria '],
    ['one word with no end', 'Mariamaria'],
    ['marks', '“ ( ’ '],
    ['joined names', 'Bank of '],
  ])('time grows with the text and no faster: %s', (_, piece) => {
    const time = (text: string): number => {
      const begun = process.cpuUsage()
      named(text)
      return process.cpuUsage(begun).user
    }
    time(piece.repeat(4_000))
    const small = time(piece.repeat(2_000))
    expect(time(piece.repeat(8_000))).toBeLessThan(12 * small + 100_000)
  })
})
