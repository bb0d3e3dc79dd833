import { between, type Day, dayOf, digits, ofYears, type Resolved, unsolved } from './calendar.ts'
import type { DateForm, When } from './forms.ts'
import { whole as all, day, month, monthNumber, weekday, year } from './words.ts'
import { nearestDay } from './yearless.ts'

const to = '(?: ?- ?| to | and | through | until | till |/)'

const whole = (source: string): RegExp => all(`(?:from |between )?(?:${source})`)

/** Days of one month or two, in order; without a year as the first of them is read. */
function days(
  from: [month: string, day: string],
  till: [month: string, day: string],
  year: string | undefined,
  when: When,
): Resolved {
  const [start, end] = [from, till].map(([m, d]) => [monthNumber(m), Number.parseInt(d, 10)] as const) as [
    readonly [number, number],
    readonly [number, number],
  ]
  const first = year ? dayOf(Number(year), ...start) : firstDay(start, when)
  if (!first) return unsolved(year || when.today ? 'ambiguous' : 'no-absolute-date')
  const last = dayOf(first.year + (end[0] < start[0] ? 1 : 0), ...end)
  return last ? between(first.toString(), last.toString(), 'day') : unsolved('ambiguous')
}

function firstDay([m, d]: readonly [number, number], when: When): Day | null {
  const { value } = when.today ? nearestDay(when.today, m, d, when) : { value: null }
  return value === null ? null : Temporal.PlainDate.from(value)
}

/** Two ends in one expression. */
export const rangeForms: readonly DateForm[] = [
  {
    id: 'years',
    form: whole(`(?<y>${year})${to}(?<z>${year}|\\d\\d)`),
    examples: [
      ['She led it from ‹2010 to 2015›.', '2010/2015'],
      ['She led it in ‹2010-11›.', '2010/2011'],
      ['She led it in ‹1998/2001›.', '1998/2001'],
    ],
    read: ({ y, z }) => ofYears(Number(y), Number(z!.length === 2 ? y!.slice(0, 2) + z : z), 'year'),
  },
  {
    id: 'days-of-a-month',
    form: whole(
      `(?<m>${month}) (?<d>${day})${to}(?<e>${day})(?:,? (?<y>${year}))?|(?:${weekday},? )?(?<d>${day})${to}(?<e>${day})(?: of)? (?<m>${month})(?:,? (?<y>${year}))?`,
    ),
    examples: [
      ['It lasted from ‹March 3-5, 2021›.', '2021-03-03/2021-03-05'],
      ['It lasted from ‹3 to 5 March 2021›.', '2021-03-03/2021-03-05'],
      ['It lasted from ‹March 3 to 5›.', '2024-03-03/2024-03-05'],
    ],
    read: ({ m, d, e, y }, when) => days([m!, d!], [m!, e!], y, when),
  },
  {
    id: 'days-of-two-months',
    form: whole(
      `(?<m>${month}) (?<d>${day})${to}(?<n>${month}) (?<e>${day})(?:,? (?<y>${year}))?|(?<d>${day}) (?<m>${month})${to}(?<e>${day}) (?<n>${month})(?:,? (?<y>${year}))?`,
    ),
    examples: [
      ['It lasted from ‹March 30 to April 2, 2021›.', '2021-03-30/2021-04-02'],
      ['It will last from ‹Dec. 30 to Jan. 2›.', '2024-12-30/2025-01-02'],
    ],
    read: ({ m, d, n, e, y }, when) => days([m!, d!], [n!, e!], y, when),
  },
  {
    id: 'months',
    form: whole(`(?<m>${month})(?: (?<x>${year}))?${to}(?<n>${month})(?:,?(?: of)? (?<y>${year}))`),
    examples: [
      ['Exports fell from ‹July to September 2020›.', '2020-07/2020-09'],
      ['Exports fell from ‹July 2019 to March 2020›.', '2019-07/2020-03'],
    ],
    read: ({ m, x, n, y }) =>
      between(
        `${digits(Number(x ?? y), 4)}-${digits(monthNumber(m!), 2)}`,
        `${y}-${digits(monthNumber(n!), 2)}`,
        'month',
      ),
  },
]
