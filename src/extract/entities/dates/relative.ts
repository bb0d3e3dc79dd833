import { type Day, dayOf, ofDay, ofQuarter, ofSeason, type Resolved, unsolved } from './calendar.ts'
import type { DateForm, Groups, When } from './forms.ts'
import { unitFrom, weekdayFrom, weekendFrom } from './steps.ts'
import {
  count,
  countOf,
  day,
  dayPart,
  month,
  monthNumber,
  quarterNumber,
  season,
  seasonNumber,
  unit,
  weekday,
  weekdayNumber,
  whole,
  year,
} from './words.ts'
import { nearestDay, nearestMonth } from './yearless.ts'

const noDay = unsolved('no-absolute-date')

/** Of an expression that means nothing without the day of the article. */
const fromToday =
  (read: (today: Day, groups: Groups, when: When) => Resolved) =>
  (groups: Groups, when: When): Resolved =>
    when.today ? read(when.today, groups, when) : noDay

const feasts: Readonly<Record<string, readonly [number, number]>> = {
  christmas: [12, 25],
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'new years day': [1, 1],
  'new years eve': [12, 31],
  'boxing day': [12, 26],
}

const daysFrom: Readonly<Record<string, number>> = {
  'day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
}

const hintOf = (printed: string | undefined): When['hint'] =>
  /last|past/u.test(printed ?? '')
    ? 'last'
    : /next|coming/u.test(printed ?? '')
      ? 'next'
      : printed === 'this'
        ? 'this'
        : null

/** Dates that lean on the day of the article, or on its year. */
export const relativeForms: readonly DateForm[] = [
  {
    id: 'month-day',
    form: whole(`(?:${weekday},? )?(?<m>${month}) ?(?<d>${day})|(?:${weekday},? )?(?<d>${day})(?: of)? (?<m>${month})`),
    examples: [
      ['He left on ‹May 3›.', '2024-05-03'],
      ['The war that began on ‹Oct. 7› goes on.', '2023-10-07'],
      ['They will vote on ‹1 June›.', '2024-06-01'],
      ['The next vote is to be held on ‹December 1›.', '2024-12-01'],
      ['He was given the medal for "courage" on ‹December 1›.', '2023-12-01'],
      ['The ‹November 5› plan is long.', 'ambiguous'],
    ],
    read: fromToday((today, { m, d }, when) => nearestDay(today, monthNumber(m!), Number.parseInt(d!, 10), when)),
  },
  {
    id: 'month',
    form: whole(`(?:(?<hint>last|next|this) )?(?<m>${month})`),
    examples: [
      ['In ‹December›, the ministry closed the port.', '2023-12'],
      ['They will vote in ‹July›.', '2024-07'],
      ['It closed in ‹May› last year.', '2023-05'],
      ['It grew last ‹June›.', '2023-06'],
      ['It grew ‹last April›.', 'ambiguous'],
      ['The ‹May› plan is long.', 'ambiguous'],
    ],
    read: fromToday((today, { m, hint }, when) =>
      nearestMonth(today, monthNumber(m!), { ...when, hint: hintOf(hint) ?? when.hint }),
    ),
  },
  {
    id: 'weekday',
    form: whole(`(?:(?<hint>last|next|this|this past|this coming|past|coming) )?(?<w>${weekday})${dayPart}`),
    examples: [
      ['He said on ‹Tuesday› that it was over.', '2024-05-14'],
      ['He said on ‹Wednesday› that it was over.', '2024-05-15'],
      ['They will meet on ‹Friday›.', '2024-05-17'],
      ['It sank ‹Monday night›, said the owner.', '2024-05-13'],
      ['It sank ‹last Friday›.', '2024-05-10'],
      ['It sank ‹last Monday›.', 'ambiguous'],
      ['They will meet ‹next Monday›.', '2024-05-20'],
      ['They will meet ‹next Friday›.', 'ambiguous'],
      ['The ‹Friday› plan is long.', 'ambiguous'],
    ],
    read: fromToday((today, { w, hint }, when) =>
      weekdayFrom(today, weekdayNumber(w!), { ...when, hint: hintOf(hint) ?? when.hint }),
    ),
  },
  {
    id: 'day-from-today',
    form: whole(
      `(?<word>day before yesterday|yesterday|last night|today|tonight|tomorrow|day after tomorrow)${dayPart}`,
    ),
    examples: [
      ['It sank ‹yesterday›.', '2024-05-14'],
      ['It sank ‹last night›.', '2024-05-14'],
      ['It sinks ‹tomorrow morning›.', '2024-05-16'],
    ],
    read: fromToday((today, { word }) => ofDay(today.add({ days: daysFrom[word!]! }))),
  },
  {
    id: 'unit-from-today',
    form: whole('(?<hint>last|this|next) (?<u>week|month|quarter|year|decade)'),
    examples: [
      ['It sank ‹last week›.', '2024-W19'],
      ['It sinks ‹next month›.', '2024-06'],
      ['It sank ‹last year›.', '2023'],
      ['It sank ‹last quarter›.', '2024-01/2024-03'],
      ['It sank ‹last decade›.', '2010/2019'],
    ],
    read: fromToday((today, { hint, u }) => unitFrom(today, hint === 'last' ? -1 : hint === 'next' ? 1 : 0, u!)),
  },
  {
    id: 'weekend',
    form: whole('(?:(?<hint>last|this|next|past) )?weekend'),
    examples: [
      ['It sank ‹last weekend›.', '2024-05-11/2024-05-12'],
      ['They will meet ‹this weekend›.', '2024-05-18/2024-05-19'],
      ['They will meet ‹next weekend›.', 'ambiguous'],
    ],
    read: fromToday((today, { hint }, { leans }) => weekendFrom(today, hint, leans)),
  },
  {
    id: 'ago',
    form: whole(`(?<n>${count}) (?<u>${unit})s? ago`),
    examples: [
      ['It sank ‹three days ago›.', '2024-05-12'],
      ['It sank ‹two weeks ago›.', '2024-W18'],
      ['It sank ‹a year ago›.', '2023'],
      ['It sank ‹a decade ago›.', 'ambiguous'],
      ['It sank ‹30 years ago›.', 'ambiguous'],
    ],
    read: fromToday((today, { n, u }) => {
      const back = countOf(n!)
      if (u === 'decade' || (back >= 20 && back % 5 === 0)) return unsolved('ambiguous')
      return u === 'day' ? ofDay(today.subtract({ days: back })) : unitFrom(today, -back, u!)
    }),
  },
  {
    id: 'season',
    form: whole(`(?:(?:last|this|next) )?(?<s>${season})(?:(?: of)? (?<y>${year}))?`),
    examples: [
      ['It sank in the ‹summer of 2019›.', '2019-22'],
      ['It sank ‹last autumn›, in the south of the world.', 'ambiguous'],
    ],
    read: ({ s, y }, { today }) => {
      if (y) return ofSeason(Number(y), seasonNumber(s!))
      return today ? unsolved('ambiguous') : noDay
    },
  },
  {
    id: 'quarter',
    form: whole(
      `(?:(?<n>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter|q(?<n>[1-4]))(?: of)?(?: (?<y>${year}))?`,
    ),
    examples: [
      ['Sales fell in the ‹third quarter of 2019›.', '2019-07/2019-09'],
      ['Sales fell in ‹Q1›.', 'ambiguous'],
    ],
    read: ({ n, y }, { today }) => {
      if (y) return ofQuarter(Number(y), quarterNumber(n!))
      return today ? unsolved('ambiguous') : noDay
    },
  },
  {
    id: 'feast',
    form: whole(`(?<f>christmas(?: day| eve)?|new year[’']?s (?:day|eve)|boxing day)(?:,? (?<y>${year}))?`),
    examples: [
      ['They met on ‹Christmas Eve›, and parted.', '2023-12-24'],
      ['They met on ‹Christmas Day 2019›.', '2019-12-25'],
    ],
    read: ({ f, y }, when) => {
      const [feastMonth, feastDay] = feasts[f!.replace(/[’']/u, '')]!
      if (y) return ofDay(dayOf(Number(y), feastMonth, feastDay))
      return when.today ? nearestDay(when.today, feastMonth, feastDay, when) : noDay
    },
  },
]
