import type { AttributedRegion } from '../../paragraph/paragraph.ts'
import { rules, type Said } from '../../paragraph/rules.ts'
import { content, cue, source } from '../../roles/roles.ts'
import { mostShare, type Sheet, share } from '../sheet.ts'
import { edge } from '../surroundings.ts'
import { classAt, far, near, verbNumber } from './columns.ts'

/** A quotation: its sheet, the one before, and the answer of the rules, from its own sentence or carried on. */
export type QuotePlace = {
  sheet: Sheet
  previous: Sheet | null
  quote: AttributedRegion
  /** Its number in the paragraph. */
  number: number
  answer: (Said & { rule: string }) | null
  carried: boolean
  /** The last words of the answers for the two quotations before, the nearest first. */
  before: readonly string[]
}

const endings = { stop: 0, asks: 1, 'hands-over': 2, open: 3 } as const

export function writeQuote(text: string, place: QuotePlace, out: Float32Array, from: number): void {
  const { sheet, previous, quote, number } = place
  const { items, quotes, sentences } = sheet.paragraph
  const { at, region, sentence, ends } = quote
  let to = from
  out[to++] = Math.min(far, Math.round((region.inner.end - region.inner.start) / 6))
  out[to++] = endings[ends]
  out[to++] = Number(region.closed)
  out[to++] = number
  out[to++] = quotes.length
  out[to++] = near(at)
  out[to++] = near(items.length - at)
  out[to++] = near(at - sentence.from)
  out[to++] = near(sentence.to - at)
  out[to++] = sentences.length
  for (let offset = -4; offset <= 6; offset++) if (offset !== 0) out[to++] = classAt(sheet, at + offset)
  out[to++] = sentence.clauses.filter((clause) => clause.at < at).length
  out[to++] = sentence.clauses.filter((clause) => clause.at > at).length
  out[to++] = Number(/^[^\p{L}]*\p{Lu}/u.test(text.slice(region.inner.start, region.inner.start + 8)))
  out[to++] = ',.?!—…'.indexOf(text.charAt(region.inner.end - 1))
  out[to++] = near(nearestQuote(sheet, number, -1))
  out[to++] = near(nearestQuote(sheet, number, 1))
  out[to++] = verbNumber(items[at - 1]?.word)
  out[to++] = verbNumber(items[at + 1]?.word)
  out[to++] = verbNumber(items[at + 2]?.word)
  out[to++] = previous ? previous.paragraph.quotes.length : -1
  out[to++] = previous ? near(previous.paragraph.items.length) : -1
  out[to++] = Number(previous?.paragraph.quotes.at(-1)?.region.closed === false)
  out[to++] = previous ? classAt(previous, previous.classes.length - 1) : edge
  out[to++] = previous ? classAt(previous, previous.classes.length - 2) : edge
  out[to++] = share(sheet, at, content)
  for (const offset of [-2, -1, 1, 2]) out[to++] = share(sheet, at + offset, cue)
  for (const offset of [-1, 1, 2]) out[to++] = share(sheet, at + offset, source)
  for (const offset of [-1, 1]) out[to++] = share(sheet, at + offset, content)
  out[to++] = mostShare(sheet, sentence.from, sentence.to, source)
  out[to++] = sheet.surest
  out[to++] = place.answer ? rules.findIndex(({ id }) => id === place.answer!.rule) : -1
  out[to++] = Number(place.carried)
  out[to++] = place.answer?.clause ? near(place.answer.clause.at - at) : -far
}

function nearestQuote({ paragraph: { quotes } }: Sheet, number: number, step: 1 | -1): number {
  const other = quotes[number + step]
  return other ? Math.abs(other.at - quotes[number]!.at) : far
}
