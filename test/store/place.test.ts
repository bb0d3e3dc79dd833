import { describe, expect, it } from 'vitest'
import { placesBetween, wishedPlace } from '#/src/store/place.ts'

const at = (publishedAt: string | null, digits = '000000000000') => wishedPlace(publishedAt, digits, 1)

describe('the place of an article', () => {
  it('rises with the minute that it was published in, whatever the zone', () => {
    const dates = [
      null,
      '1492',
      '1999-12-31',
      '2024',
      '2024-05-14',
      '2024-05-14T08:01:00+08:00',
      '2024-05-14T23:59:59Z',
    ]
    const places = dates.map((date) => at(date))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(dates.length)
  })

  it('is a safe number whatever is said, and leaves room for its quotes', () => {
    for (const date of [null, 'Tuesday', '0000', '9999-12-31T23:59:59Z', '+99999'])
      expect(Number.isSafeInteger(wishedPlace(date, 'ffffffffffff', 9000) + 9000)).toBe(true)
    expect(wishedPlace('2024', 'ffffffffffff', 9000) + 9000).toBeLessThanOrEqual(at('2024-01-01T00:01:00Z'))
  })

  it('is in the days of its publication, both ends included; undated ones are in none', () => {
    const isIn = (date: string | null, from?: string, to?: string) => {
      const { first, end } = placesBetween({ from, to })!
      return at(date, 'ffffffffffff') >= first && at(date) < end
    }
    expect(isIn('2024-05-14T00:00:00Z', '2024-05-14', '2024-05-14')).toBe(true)
    expect(isIn('2024-05-14T23:59:59Z', '2024-05-14', '2024-05-14')).toBe(true)
    expect(isIn('2024-05-15T00:00:00Z', '2024-05-14', '2024-05-14')).toBe(false)
    expect(isIn('2024-05-14T01:00:00+08:00', '2024-05-14')).toBe(false)
    expect(isIn(null, undefined, '9999-01-01')).toBe(false)
    expect(isIn('1492', '0001-01-01')).toBe(true)
    expect(placesBetween({})).toBeNull()
  })
})
