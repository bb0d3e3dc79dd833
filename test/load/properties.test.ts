import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { LoadError } from '#/src/load/load-error.ts'
import { recordOfText } from '../helpers/app.ts'
import { loaded } from './loaded.ts'

/** What news is made of, and what it is not: pieces that rules look for, between any characters at all. */
const pieces = [
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  ' ',
  '\t',
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  '«',
  '»',
  '—',
  ',',
  '.',
  '[',
  ']',
  '(',
  ')',
  ':',
  '…',
  'Ana Cruz',
  'Bo Li',
  'the minister',
  'he',
  'She',
  ' said ',
  ' told ',
  'according to ',
  'By ',
  'Copyright ',
  '© 2024 ',
  'May 15, 2024',
  'Leave a Reply',
  'Read more:',
  '• ',
  'ANA: ',
  'the U.S. Treasury',
  'Mr. ',
  'yes',
  '🙂',
  'e\u0301',
  '\u202e',
  '漢字',
  '-30-',
]
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

/** Null for a text that is rejected. */
function tried<T>(load: () => T): T | null {
  try {
    return load()
  } catch (error) {
    if (error instanceof LoadError) return null
    throw error
  }
}

/** Every fact of a draft that has a place. */
const placesIn = ({ source, text: _, blocks, ...facts }: Draft) =>
  Object.values(facts).flatMap((fact) => ('reason' in fact ? (fact.found ?? []) : fact.at ? [fact.at] : []))

it('of any text, every line that holds something is in one block, and blocks never overlap', () => {
  fc.assert(
    fc.property(text, (saved) => {
      const draft = tried(() => loaded(saved))
      if (!draft) return
      expect(draft.text).toBe(saved)
      let end = 0
      for (const { span } of draft.blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(saved.slice(end, span.start).trim()).toBe('')
        expect(saved.slice(span.start, span.end).trim()).toBe(saved.slice(span.start, span.end))
        end = span.end
      }
      expect(saved.slice(end).trim()).toBe('')
      for (const { start, end: to } of placesIn(draft))
        expect(0 <= start && start <= to && to <= saved.length).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('of any text, every passage of the record stands where it says, and quotes stand in a paragraph and never overlap', () => {
  fc.assert(
    fc.property(text, (saved) => {
      const record = tried(() => recordOfText(saved))
      if (!record) return
      const { quotes, entities, blocks } = record
      const passages = [
        ...quotes.flatMap(({ speaker, cue, addressee, via, interpolations, elisions, ...quote }) => [
          quote,
          speaker?.mention,
          speaker?.role,
          cue,
          addressee,
          ...via,
          ...interpolations,
          ...elisions,
        ]),
        ...entities.flatMap(({ role, mentions }) => [role, ...mentions]),
      ].filter((passage) => passage !== null && passage !== undefined)
      for (const { text: words, range } of passages) expect(saved.slice(range.start, range.end)).toBe(words)
      let end = 0
      for (const { range } of quotes.filter(({ kind }) => kind !== 'indirect')) {
        expect(range.start).toBeGreaterThanOrEqual(end)
        expect(blocks.some((block) => block.range.start <= range.start && range.end <= block.range.end)).toBe(true)
        end = range.end
      }
    }),
    { numRuns: 300 },
  )
})

it('the same text gives the same record', () => {
  fc.assert(
    fc.property(text, (saved) => {
      const twice = [1, 2].map(() => tried(() => recordOfText(saved)))
      expect(twice[0]).toEqual(twice[1])
    }),
    { numRuns: 50 },
  )
})
