import { expect, it } from 'vitest'
import { withoutDateline } from '#/src/extract/paragraph/dateline.ts'

it.each([
  ['a day and an agency', 'LONDON, March 4 (Reuters) - |The railway said no.'],
  ['an agency', 'Jakarta (Antara) — |“We wait,” said Mara Lind.'],
  ['a place in capitals', 'MEXICO CITY — |The mayor said no.'],
  ['a place and its state', 'TRENTON, N.J. (AP) — |Was that Mara Lind?'],
  ['two places', 'ISTANBUL/ANKARA (Reuters) -- |The mayor said no.'],
  ['none: a firm and what it is', '|IBM — the firm said on Monday — would close.'],
  ['none: a person', '|Mara Lind — Bo Olsen said — would wait.'],
  ['none: a sentence', '|The harbour (Port Ella) - The mayor said no.'],
])('a paragraph begins after %s', (_, drawn) => {
  const text = drawn.replace('|', '')
  expect(withoutDateline(text, { start: 0, end: text.length }).start).toBe(drawn.indexOf('|'))
})
