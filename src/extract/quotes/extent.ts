import { logOdds, type Trees } from '#/src/models/trees.ts'
import { contains, type Span } from '#/src/text/spans.ts'
import type { Ballot } from '../attribution/ballots.ts'
import { classAt, far, near, orders, verbNumber } from '../attribution/features/columns.ts'
import { countKinds, type Sheet, share } from '../attribution/sheet.ts'
import { edge } from '../attribution/surroundings.ts'
import type { Attribution } from '../attribution/vote.ts'
import { isWord } from '../paragraph/skeleton.ts'
import { content, cue, source } from '../roles/roles.ts'

/** The words beside a quotation that may belong to its statement: items in order of distance, never past another quotation. */
export function besides({ quote, sheet: { paragraph } }: Ballot, step: 1 | -1): number[] {
  const { items } = paragraph
  const { from, to } = quote.sentence
  const found: number[] = []
  for (let at = quote.at + step; at >= from && at < to && items[at]!.quote < 0 && found.length < far; at += step)
    if (isWord(items[at]!)) found.push(at)
  return found
}

export const extentColumns = 50

/** What is asked of one word beside a quotation: is it a part of the statement? */
export function writeExtent(
  ballot: Ballot,
  said: Attribution | null,
  at: number,
  out: Float32Array,
  from: number,
): void {
  const { quote, sheet } = ballot
  const { items } = sheet.paragraph
  const { sentence } = quote
  const item = items[at]!
  const left = at < quote.at
  let to = from
  out[to++] = near(at - quote.at)
  out[to++] = near(at - sentence.from)
  out[to++] = near(sentence.to - at)
  for (let offset = -3; offset <= 3; offset++) out[to++] = classAt(sheet, at + offset)
  out[to++] = classAt(sheet, quote.at - 1)
  out[to++] = classAt(sheet, quote.at - 2)
  out[to++] = classAt(sheet, quote.at + 1)
  out[to++] = classAt(sheet, quote.at + 2)
  for (let kind = 0; kind < countKinds; kind++) out[to++] = countBetween(sheet, at, quote.at, kind)
  out[to++] = Math.min(far, Math.round((quote.region.inner.end - quote.region.inner.start) / 6))
  out[to++] = ['stop', 'asks', 'hands-over', 'open'].indexOf(quote.ends)
  out[to++] = Number(quote.region.closed)
  out[to++] = verbNumber(item.word)
  out[to++] = verbNumber(items[at - 1]?.word)
  const clause = said?.clause ?? null
  const own = clause !== null && sentence.clauses.includes(clause)
  out[to++] = own ? near(at - clause.at) : far
  out[to++] = own ? near(at - clause.after) : far
  out[to++] = own ? orders[clause.order] : -1
  out[to++] = own ? classAt(sheet, clause.at) : edge
  out[to++] = own ? near(clause.at - quote.at) : far
  out[to++] = own ? verbNumber(items[clause.at]!.word) : -2
  out[to++] = said ? placeOf(item.span, said.mention) : 2
  out[to++] = said?.addressee ? placeOf(item.span, said.addressee) : 2
  out[to++] = said ? Number(contains(sentence.clauses.length ? spanOf(sheet, sentence) : item.span, said.mention)) : -1
  for (let offset = -2; offset <= 2; offset++) out[to++] = share(sheet, at + offset, content)
  out[to++] = share(sheet, at, source)
  out[to++] = share(sheet, at, cue)
  out[to++] = share(sheet, quote.at, content)
  out[to++] = leastContent(sheet, at, quote.at)
  const between = sentence.clauses.filter((other) =>
    left ? other.at > at && other.at < quote.at : other.at < at && other.at > quote.at,
  )
  out[to++] = between.length
  out[to++] = sentence.clauses.filter((other) => other.at > at).length
  out[to++] = Number(sentence.clauses.some((other) => other.at <= at && at < other.after))
  out[to++] = Number(sentence.clauses.some(({ speaker }) => speaker.from <= at && at < speaker.to))
  out[to++] = sheet.paragraph.quotes.length
  out[to++] = Number(/^[^\p{L}]*\p{Lu}/u.test(item.word) || item.capital)
}

/** The least share of content that any word between has. */
function leastContent(sheet: Sheet, a: number, b: number): number {
  let least = 1
  for (let at = Math.min(a, b) + 1; at < Math.max(a, b); at++) least = Math.min(least, share(sheet, at, content))
  return least
}

const spanOf = ({ paragraph: { items } }: Sheet, { from, to }: { from: number; to: number }): Span => ({
  start: items[from]!.span.start,
  end: items[to - 1]!.span.end,
})

const placeOf = (word: Span, phrase: Span): number => (word.end <= phrase.start ? -1 : word.start >= phrase.end ? 1 : 0)

function countBetween({ counts }: Sheet, a: number, b: number, kind: number): number {
  const upTo = (at: number): number => counts[at * countKinds + kind]!
  return a < b ? upTo(b) - upTo(a + 1) : upTo(a) - upTo(b + 1)
}

/**
 * Where the whole statement stands: the words in marks, or more of the sentence around them.
 *
 * - direct: `‹“We will not wait,”› she said.`
 * - mixed: `She said ‹the plan was “bold but far too late.”›`
 */
export function statementOf(ballot: Ballot, said: Attribution | null, extent: Trees): Span {
  const { items } = ballot.sheet.paragraph
  const { span } = ballot.quote.region
  const first = furthest(ballot, said, besides(ballot, -1), extent)
  const last = furthest(ballot, said, besides(ballot, 1), extent)
  return {
    start: first === null ? span.start : items[first]!.span.start,
    end: last === null ? span.end : items[last]!.span.end,
  }
}

/** The last of the words, the nearest first, up to which they belong to the statement: the cut that agrees best with all odds. */
function furthest(ballot: Ballot, said: Attribution | null, words: readonly number[], extent: Trees): number | null {
  const row = new Float32Array(extentColumns)
  let sum = 0
  let most = 0
  let best: number | null = null
  for (const at of words) {
    writeExtent(ballot, said, at, row, 0)
    sum += logOdds(extent, row)
    if (sum > most) [most, best] = [sum, at]
  }
  return best
}
