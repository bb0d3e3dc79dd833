import { describe, expect, it } from 'vitest'
import { datesOf } from '#/src/extract/entities/dates/dates.ts'
import { dateForms } from '#/src/extract/entities/dates/forms.ts'
import { resolveDate } from '#/src/extract/entities/dates/resolve.ts'
import { unmark, whole } from '../helpers/marked.ts'

const wednesday = Temporal.PlainDate.from('2024-05-15')

const read = (drawn: string, today: Temporal.PlainDate | null): string => {
  const date = resolveDate(unmark(drawn), { start: drawn.indexOf('‹'), end: drawn.indexOf('›') - 1 }, today)
  return date.value ?? date.reason
}

describe('on Wednesday, 15 May 2024', () => {
  it.each(dateForms.flatMap(({ id, examples }) => examples.map(([drawn, answer]) => [id, drawn, answer] as const)))(
    '%s: %s is %s',
    (_, drawn, answer) => {
      expect(read(drawn, wednesday)).toBe(answer)
    },
  )
})

it.each([
  ['‹Tuesday›', 'no-absolute-date'],
  ['‹last week›', 'no-absolute-date'],
  ['‹Oct. 7›', 'no-absolute-date'],
  ['‹December›', 'no-absolute-date'],
  ['‹March 3-5›', 'no-absolute-date'],
  ['‹October 7, 2023›', '2023-10-07'],
  ['‹2010-2015›', '2010/2015'],
  ['‹ten years together›', 'unsupported'],
  ['‹2000› year old', 'unsupported'],
])('in an article without a day %s is %s', (drawn, answer) => {
  expect(read(`He said so ${drawn}.`, null)).toBe(answer)
})

it('one day by two names is one entity, and what leans on the day is found untagged', () => {
  const drawn = 'He left on ‹Tuesday›. It was May 13 yesterday, or ‹May 14›, and last week nobody knew.'
  const text = unmark(drawn)
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const found = datesOf(text, [whole(text)], [at('Tuesday'), at('May 13'), at('May 14')], '2024-05-15T08:00Z')
  expect(found.map(({ name, aliases, date }) => [name, ...aliases, date!.value])).toEqual([
    ['May 14', 'Tuesday', 'yesterday', '2024-05-14'],
    ['May 13', '2024-05-13'],
    ['last week', '2024-W19'],
  ])
})

it('what only leans on a day that the article does not state is no entity', () => {
  const text = 'He left last week, and returned yesterday.'
  expect(datesOf(text, [whole(text)], [], null)).toEqual([])
})

it('a stretch of time is no date', () => {
  const text = 'It grew over the last year, and will grow for the next decade.'
  expect(datesOf(text, [whole(text)], [], '2024-05-15')).toEqual([])
})
