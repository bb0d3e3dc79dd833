import { dayOf, ofDay, ofMonth, ofYear, ofYears, type Resolved, unsolved } from './calendar.ts'
import type { DateForm, Groups } from './forms.ts'
import { day, month, monthNumber, weekday, whole, year } from './words.ts'

const fullDay = ({ y, m, d }: Groups): Resolved =>
  ofDay(dayOf(Number(y), Number(m) || monthNumber(m!), Number.parseInt(d!, 10)))

/** Dates that mean the same whoever reads them, and when. */
export const fullForms: readonly DateForm[] = [
  {
    id: 'iso',
    form: whole(String.raw`(?<y>\d{4})[-/](?<m>\d\d?)[-/](?<d>\d\d?)`),
    examples: [['It sank on ‹2019-04-15›.', '2019-04-15']],
    read: fullDay,
  },
  {
    id: 'month-day-year',
    form: whole(`(?:${weekday},? )?(?<m>${month}) ?(?<d>${day})(?:,| \\(${weekday}\\),?)? (?<y>${year})`),
    examples: [
      ['It sank on ‹October 7th, 2023›.', '2023-10-07'],
      ['It sank on ‹Feb. 30, 2023›.', 'ambiguous'],
    ],
    read: fullDay,
  },
  {
    id: 'day-month-year',
    form: whole(`(?:${weekday},? (?:the )?)?(?<d>${day})(?: of)?[ -]?(?<m>${month}),?[ -](?<y>${year})`),
    examples: [['It sank on ‹Saturday, 7 October 2023›.', '2023-10-07']],
    read: fullDay,
  },
  {
    id: 'numbers',
    form: whole(String.raw`(?<a>\d\d?)[/.-](?<b>\d\d?)[/.-](?<y>(?:1[6-9]|2[01])\d\d)`),
    examples: [
      ['It sank on ‹10/27/2023›.', '2023-10-27'],
      ['It sank on ‹27.10.2023›.', '2023-10-27'],
      ['It sank on ‹7/10/2023›.', 'ambiguous'],
    ],
    read: ({ a, b, y }) => {
      const [first, second] = [Number(a), Number(b)]
      if (first <= 12 && second <= 12 && first !== second) return unsolved('ambiguous')
      return ofDay(first > 12 ? dayOf(Number(y), second, first) : dayOf(Number(y), first, second))
    },
  },
  {
    id: 'month-year',
    form: whole(`(?<m>${month})(?: of|,)? (?<y>${year})`),
    examples: [['The mine opened in ‹Sept. 1998›.', '1998-09']],
    read: ({ m, y }) => ofMonth(Number(y), monthNumber(m!)),
  },
  {
    id: 'year',
    form: whole(`(?:year )?(?<y>${year})(?: mid-year)?`),
    examples: [['The mine opened in ‹1998›.', '1998']],
    read: ({ y }) => ofYear(Number(y)),
  },
  {
    id: 'decade',
    form: whole(String.raw`(?:(?<c>1[0-9]|20)|[’'])?(?<d>\d)0[’']?s`),
    examples: [
      ['It was built in the ‹1970s›.', '1970/1979'],
      ['It was built in the ‹late 1970s›.', '1970/1979'],
      ['It was built in the ‹’60s›.', '1960/1969'],
    ],
    read: ({ c = '19', d }) => ofYears(Number(`${c}${d}0`), Number(`${c}${d}9`), 'decade'),
  },
  {
    id: 'century',
    form: whole(String.raw`(?<n>\d\d?)(?:st|nd|rd|th)[ -]century`),
    examples: [['It was built in the ‹19th century›.', '1801/1900']],
    read: ({ n }) => ofYears(100 * Number(n) - 99, 100 * Number(n), 'century'),
  },
]
