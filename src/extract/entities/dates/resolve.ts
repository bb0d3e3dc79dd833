import { type Span, slice } from '#/src/text/spans.ts'
import { type Day, type Resolved, unsolved } from './calendar.ts'
import { dateForms, type When } from './forms.ts'
import { leaningOf } from './leaning.ts'
import { normal } from './words.ts'

const longest = 60

/** What an expression of an article means. Its day is where the article states it; durations and ages mean no date. */
export function resolveDate(text: string, span: Span, today: Day | null): Resolved {
  if (ageAfter.test(text.slice(span.end, span.end + 8))) return unsolved('unsupported')
  const words = span.end - span.start > longest ? '' : normal(slice(text, span))
  for (const { form, read } of dateForms) {
    const match = form.exec(words)
    if (match) return read(match.groups ?? {}, whenOf(text, span, today))
  }
  return unsolved('unsupported')
}

/** “A ‹2000› year old custom”. */
const ageAfter = /^[ -]years?\b/u

const hintBefore = /\b(last|this|next|past|coming) $/iu
const yearAfter = /^,?(?: of)? (last|this|next|the same) year\b/u
const years: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

function whenOf(text: string, span: Span, today: Day | null): When {
  const before = hintBefore.exec(text.slice(Math.max(0, span.start - 8), span.start))?.[1]?.toLowerCase()
  const year = yearAfter.exec(text.slice(span.end, span.end + 24))?.[1]
  return {
    today,
    leans: leaningOf(text, span),
    hint: before === 'past' ? 'last' : before === 'coming' ? 'next' : ((before as When['hint']) ?? null),
    years: year ? (years[year] ?? null) : null,
  }
}
