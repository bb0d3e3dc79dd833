import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsAll, nameKey, placesOf, searchWords, termsOf } from '#/src/text/search.ts'
import { mark, unmark } from '../helpers/marked.ts'

describe('words are found whatever their case and accents', () => {
  it.each([
    ['O’Neil’s Straße', 'o neil s strasse'],
    ['l’Économie française', 'l economie francaise'],
    ['Ærø, Łódź, İstanbul', 'aero lodz istanbul'],
    ['the ﬁnal ＡＢＣ', 'the final abc'],
    ['ΟΔΥΣΣΕΎΣ ὀδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['U.S. 3.14', 'u s 3 14'],
    ['東京都で「はい」', '東 京 都 で は い'],
    ['한국어 हिन्दी', '한국어 हिन्दी'],
    ['e\u0301t\u00e9', 'ete'],
    ['— … 🙂', ''],
  ])('%s → %s', (printed, words) => {
    expect(nameKey(printed)).toBe(words)
  })

  it('each word stands where it was printed', () => {
    const text = 'Straße, ﬁn — 東京'
    expect([...searchWords(text)].map(({ start, end }) => text.slice(start, end))).toEqual(['Straße', 'ﬁn', '東', '京'])
  })

  it('nothing is between them, and none holds a blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0
        for (const { word, start, end } of searchWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(word).toMatch(/^[^\s"\0-/:-@[-`{-\x7f]+$/)
          last = end
        }
      }),
    )
  })
})

describe('what is asked for', () => {
  it.each([
    ['two words', [['two'], ['words']]],
    ['"two words" more', [['two', 'words'], ['more']]],
    ['l’économie', [['l', 'economie']]],
    ['a OR b*', [['a'], ['or'], ['b']]],
    ['"', [['\ue000']]],
    ['NEAR(x y) -z', [['near', 'x'], ['y'], ['z']]],
    ['"open ended', [['open'], ['ended']]],
  ])('%s', (q, terms) => {
    expect(termsOf(q)).toEqual(terms)
  })
})

describe('where it stands', () => {
  it.each([
    ['strike', 'The ‹strike› goes on. Strikes end, a ‹STRIKE› does not.'],
    ['"for ever"', 'We will not wait ‹for ever›, for once and ever.'],
    ['"a b" "b c"', 'x ‹a b c› ‹b c›'],
    ['東京', '‹東京›都'],
  ])('%s', (q, drawn) => {
    const text = unmark(drawn)
    expect(mark(text, placesOf(termsOf(q), text))).toBe(drawn)
  })

  it('at most so many', () => {
    expect(placesOf([['a']], 'a b a b a', 2)).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ])
  })

  it('every term must stand in one of the texts, a phrase in one of them whole', () => {
    expect(holdsAll(termsOf('"we wait" lind'), ['“We wait,”', 'Mara Lind'])).toBe(true)
    expect(holdsAll(termsOf('"wait mara"'), ['“We wait,”', 'Mara Lind'])).toBe(false)
  })
})
