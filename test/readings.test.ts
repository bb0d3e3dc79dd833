import { describe, expect, it } from 'vitest'
import { expectedOf, readGolden, readingSlugs } from './golden/read.ts'
import { type Expected, linesOf, reading } from './golden/reading.ts'

/**
 * Articles as a reader tells them. What is known to be missed or wrong stands beside it, in `missed` and `wrong`: those
 * rows fail as long as it is so, and then want to be struck out.
 */
const records = await Promise.all(readingSlugs().map(async (slug) => ({ slug, record: await readGolden(slug) })))

describe.each(records)('$slug', ({ slug, record }) => {
  const { missed = [], wrong = [], ...expected } = expectedOf<Expected>(slug)
  const found = reading(record)
  const told = Object.entries(found).flatMap(([part, lines]) => lines.map((line) => `${part}: ${line}`))

  it.each(Object.keys(expected) as (keyof typeof expected)[])('has the %s that a reader finds', (part) => {
    const unknown = (lines: readonly string[]) => (line: string) => !lines.includes(`${part}: ${line}`)
    const wanted = linesOf(expected[part] ?? null).filter(unknown(missed))
    expect(found[part].filter(unknown(wrong)).sort()).toEqual(wanted.sort())
  })

  if (missed.length > 0)
    it.fails.each(missed)('known miss: %s', (line) => {
      expect(told).toContain(line)
    })

  if (wrong.length > 0)
    it.fails.each(wrong)('known error: %s', (line) => {
      expect(told).not.toContain(line)
    })
})
