import { describe, expect, it } from 'vitest'
import { type Drawn, drawn } from './golden/drawn.ts'
import { expectedOf, goldenSlugs, readGolden } from './golden/read.ts'

const records = await Promise.all(goldenSlugs().map(async (slug) => ({ slug, record: await readGolden(slug) })))

describe.each(records)('$slug', ({ slug, record }) => {
  const expected = expectedOf<Drawn>(slug)

  it.each(Object.keys(expected) as (keyof Drawn)[])('has the %s that a person checked', (part) => {
    if (part === 'reports') expect(drawn(record).reports).toEqual(expect.arrayContaining(expected.reports))
    else expect(drawn(record)[part]).toEqual(expected[part])
  })

  it('holds every passage at its range', () => {
    const { text, quotes, entities } = record
    const passages = [
      ...quotes.flatMap((quote) => [
        quote,
        quote.cue,
        quote.speaker?.mention,
        quote.speaker?.role,
        quote.addressee,
        ...quote.via,
      ]),
      ...quotes.flatMap(({ interpolations, elisions }) => [...interpolations, ...elisions]),
      ...entities.flatMap(({ role, mentions }) => [role, ...mentions]),
    ].filter((passage) => passage !== null && passage !== undefined)
    for (const { text: words, range } of passages) expect(text.slice(range.start, range.end)).toBe(words)
    expect(passages.length).toBeGreaterThan(0)
  })
})
