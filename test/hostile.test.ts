import { describe, expect, it } from 'vitest'
import { longestBlock, withShortBlocks } from '#/src/load/long-blocks.ts'
import { factsOf } from '#/src/store/facts.ts'
import { recordOfText } from './helpers/app.ts'
import { readingsOf } from './helpers/readings.ts'
import { loaded } from './load/loaded.ts'

/** Texts that make careless rules look at everything once for each of its parts. */
const baits: readonly [string, string][] = [
  ['marks that open and never close', '“'],
  ['straight marks', '"'],
  ['apostrophes', "'"],
  ['marks within marks', '“‘'],
  ['verbs of speech', 'said '],
  ['reports', 'He said that '],
  ['speakers with appositions', 'said Ana Cruz, of the House of Lords, '],
  ['names', 'Ana Cruz and '],
  ['commas', ', '],
  ['stops', '. '],
  ['digits', '1 '],
  ['short lines', 'a\n'],
  ['paragraphs of speech', '“Yes,” said Ana Cruz.\n\n'],
  ['speech that goes on and on', '“Yes, we go\n\n'],
  ['turns of a transcript', 'ANA: Yes.\n'],
  ['quotations in one paragraph, each with a speaker', '“Yes,” he said. '],
  ['words in marks, one after the other', 'a “b” '],
  ['reports with words in marks', 'He said that he said “no” and that '],
]

describe('a text that is made to cost much', () => {
  recordOfText('“Yes,” said Ana Cruz.')

  it.each(baits)(
    '%s, sixty thousand characters of them, cost less than 120 readings of an ordinary article',
    (_, part) => {
      const text = part.repeat(60_000 / part.length)
      expect(readingsOf(() => recordOfText(text))).toBeLessThan(120)
    },
  )
})

it('what a text with two thousand quotes and six thousand names holds is filed at the cost of few readings', () => {
  const line = (at: number) => `“We met Ida${at} Holm${at} and left Ystad${at},” said Mara${at} Lind${at}.`
  const record = recordOfText(['A title', ...Array.from({ length: 2000 }, (_, at) => line(at))].join('\n\n'))
  expect([record.quotes.length, record.entities.length > 3000]).toEqual([2000, true])
  expect(readingsOf(() => factsOf(record))).toBeLessThan(20)
})

describe('a block that is longer than any paragraph in print', () => {
  const partsOf = (text: string): string[] =>
    withShortBlocks(loaded(text)).blocks.map(({ span }) => text.slice(span.start, span.end))

  it('is parted at white space, and nothing is lost', () => {
    const text = 'harbour '.repeat(10_000).trim()
    const parts = partsOf(text)
    expect(parts.join(' ')).toBe(text)
    expect(parts.every((part) => part.length <= longestBlock && part.endsWith('harbour'))).toBe(true)
  })

  it('is parted between characters where it has no white space', () => {
    const text = `a${'🙂'.repeat(20_000)}`
    const parts = partsOf(text)
    expect(parts.join('')).toBe(text)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part.isWellFormed()).toBe(true)
  })

  it('any other stays whole', () => {
    const draft = loaded('“Yes,” said Ana Cruz.')
    expect(withShortBlocks(draft)).toBe(draft)
  })
})
