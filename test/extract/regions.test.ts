import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findRegions } from '#/src/extract/paragraph/regions.ts'
import { mark, unmark, whole } from '#/test/helpers/marked.ts'

const drawn = (text: string): string =>
  mark(
    text,
    findRegions(text, whole(text)).map(({ span }) => span),
  )

it.each([
  ['curly marks', 'Lind said: ‹“We will not wait.”›'],
  ['straight marks', 'Lind said: ‹"We will not wait."› Then she left.'],
  ['two in a sentence', '‹“We wait,”› she said, ‹“but not for ever.”›'],
  ['doubled apostrophes', "Lind said: ‹''We will not wait.''› Then she left."],
  ['backquotes and apostrophes', "Lind said: ‹``We will not wait.''›"],
  ['guillemets', 'Lind a dit : ‹«Nous partons.»›'],
  ['German marks', 'Lind sagte: ‹„Wir gehen jetzt.“› Dann ging sie.'],
  ['Japanese brackets', 'リンドは‹「待たない」›と言った。'],
  ['curly single marks', 'Lind said: ‹‘We will not wait.’›'],
  ['straight single marks', "Lind said: ‹'We will not wait.'› Then she left."],
  ['a word in single marks', 'the so-called ‹‘reform’› of the court'],
  ['single marks inside double ones are no quotation of their own', '‹“He told us ‘not yet’ and left,”› she said.'],
  ['double marks inside single ones', '‹‘He told us not yet and left,’› she said.'],
  ['apostrophes inside a single quotation', '‹‘We don’t see the workers’ plan working,’› she said.'],
  ['two plurals in a single quotation', "He said they ‹'ignored the players' families and fans'›."],
  ['speech that runs on into the next paragraph', '‹“We have waited for years›'],
  ['a mark opened again before it was closed', '‹“We have waited,› ‹“and we wait.”›'],
  ['a straight mark that closes a curly one', '‹“We will not wait,"› she said.'],
  ['a straight mark set apart by a blank', '‹"We will not wait, "› Lind said. Then she left.'],
  ['a curly mark set apart by a blank', '‹“We will not wait, ”› Lind said.'],
  ['marks inside, and a blank before the last', "‹''I hate the word 'late,' ''› she said."],
  ['guillemets with blanks inside', 'Lind a dit : ‹« Nous partons »› et elle est partie.'],
  ['a quotation after a dash', 'one word—‹“never”›—was enough'],
  ['a bracket before it', 'the plan (‹“bold”› to some) failed'],
  ['an apostrophe is not a quotation', 'the workers’ plan and the city’s answer don’t meet'],
  ['nor are two plurals', "the workers' plan and the drivers' answer"],
  ['nor are feet and inches', 'He is 6\' 2" tall and she 5\' 9".'],
  ['nor is a decade', "the music of the '90s and the '80s"],
  ['nor are empty marks', 'He typed “” and "" twice.'],
])('%s', (_, sentence) => {
  expect(drawn(unmark(sentence))).toBe(sentence)
})

it.each([
  ["Lind said: ‹'We will not wait. It's too late.›", "'We go,' she said."],
  ['‹\'He shouted, "Get out!"›', "'So I left.'"],
  ["The workers' plan is 'cause for joy", 'She left.'],
])('in single marks it runs on where the next paragraph goes on with them: %s', (drawn, next) => {
  const first = unmark(drawn)
  const regions = findRegions(`${first}\n\n${next}`, whole(first))
  expect(
    mark(
      first,
      regions.map(({ span }) => span),
    ),
  ).toBe(drawn)
})

it('never overlaps, never leaves the paragraph, whatever it is fed', () => {
  const printed = fc.array(
    fc.constantFrom('“', '”', '"', "'", '‘', '’', "''", '«', '»', '„', ' ', 'a', 's', ',', '.', '\n', '🙂'),
    {
      maxLength: 200,
    },
  )
  fc.assert(
    fc.property(printed, fc.string({ unit: 'binary' }), (parts, any) => {
      const text = parts.join('') + any
      const paragraph = { start: Math.min(3, text.length), end: text.length }
      let last = paragraph.start
      for (const { span, inner } of findRegions(text, paragraph)) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(inner.start).toBeGreaterThan(span.start)
        expect(inner.end).toBeGreaterThan(inner.start)
        expect(span.end).toBeGreaterThanOrEqual(inner.end)
        last = span.end
      }
      expect(last).toBeLessThanOrEqual(paragraph.end)
    }),
    { numRuns: 2000 },
  )
})

// Work that grows with the square of the input takes minutes here, and the test runs out of its time.
it.each(['“', '"', "'", "''", '‘', '“ ', '" ', "'a ", '‘a “b '])('reads 100,000 times %j', (bait) => {
  const text = bait.repeat(100_000)
  for (const { span } of findRegions(text, whole(text))) expect(span.end).toBeLessThanOrEqual(text.length)
})
