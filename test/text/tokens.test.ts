import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensIn } from '#/src/text/tokens.ts'
import { whole } from '../helpers/marked.ts'
import { readingsOf } from '../helpers/readings.ts'

/** Tokens drawn with bars between them; bars replace the white space. */
const drawn = (text: string): string =>
  tokensIn(text, whole(text))
    .map(({ start, end }) => text.slice(start, end))
    .join('|')

describe('tokens', () => {
  it.each([
    ['marks stand alone', '“Yes,” he said.', '“|Yes|,|”|he|said|.'],
    ['words split at hyphens', 'Malaysia-U.S. ties', 'Malaysia|-|U.S.|ties'],
    ['a possessive is its own token', 'the U.S. Treasury’s view', 'the|U.S.|Treasury|’s|view'],
    ['after an acronym too', 'the U.K.’s view', 'the|U.K.|’s|view'],
    ['a plural possessive is a mark', 'Hamas’ attacks', 'Hamas|’|attacks'],
    ['contractions', 'I’m sure they’ll say it’s late', 'I|’m|sure|they|’ll|say|it|’s|late'],
    ['negations stay whole', "won’t, don't", "won’t|,|don't"],
    ['names with an apostrophe', 'O’Brien’s Côte d’Ivoire', 'O’Brien|’s|Côte|d’Ivoire'],
    ['a quoted word', "a 'quoted' word", "a|'|quoted|'|word"],
    ['acronyms with dots', 'at 9 a.m. in the U.S.A. or D.C.', 'at|9|a.m.|in|the|U.S.A.|or|D.C.'],
    ['titles', 'Mr. Tan and Lt. Gen. Ali', 'Mr.|Tan|and|Lt.|Gen.|Ali'],
    ['initials', 'George W. Bush, J.K. Rowling', 'George|W.|Bush|,|J.K.|Rowling'],
    ['a letter that ends a sentence', 'It is plan B. The end.', 'It|is|plan|B|.|The|end|.'],
    ['months', 'on Oct. 7', 'on|Oct.|7'],
    ['companies', 'Apple Inc. and AT&T', 'Apple|Inc.|and|AT&T'],
    ['a number sign', 'No. 4 said no.', 'No.|4|said|no|.'],
    ['numbers', '1,000.50 at 10:30, 3.5m', '1,000.50|at|10:30|,|3.5m'],
    ['money and shares', '$5 or 20%', '$|5|or|20|%'],
    ['an ellipsis is one', 'well... yes…', 'well|...|yes|…'],
    [
      'addresses',
      'see www.example.org/a?b=c. Write to desk@example.org.',
      'see|www.example.org/a?b=c|.|Write|to|desk@example.org|.',
    ],
    ['a site as a name', 'Amazon.com said', 'Amazon.com|said'],
    ['a missing blank', 'the end.Then', 'the|end|.|Then'],
    ['other scripts and emoji', 'Ξένος 👍🏽 東京', 'Ξένος|👍|🏽|東京'],
  ])('%s', (_, text, tokens) => expect(drawn(text)).toBe(tokens))

  it('cover every character but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0
        for (const { start, end } of tokensIn(text, whole(text))) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start)).toMatch(/^[\s\u0085\u200B\u2060]*$/u)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('take linear time on a page of dots, of letters, of apostrophes', () => {
    for (const piece of ['.', 'a', "'", 'U.', 'www.', "a'", 'http://', '. ', 'A&']) {
      const text = piece.repeat(400_000 / piece.length)
      expect(readingsOf(() => tokensIn(text, whole(text)))).toBeLessThan(50)
    }
  })
})
