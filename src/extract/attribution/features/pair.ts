import { overlaps } from '#/src/text/spans.ts'
import type { Clause } from '../../paragraph/clauses.ts'
import type { Phrase } from '../../paragraph/phrases.ts'
import { rules, type Said } from '../../paragraph/rules.ts'
import { content, cue, roles, source } from '../../roles/roles.ts'
import { countKinds, type Sheet } from '../sheet.ts'
import { edge } from '../surroundings.ts'
import { startOf } from './candidate.ts'
import { classAt, far, near, orders, same, verbNumber } from './columns.ts'
import { between, countBetween, type Surveyed } from './paragraph.ts'
import type { QuotePlace } from './quote.ts'

export type Pair = QuotePlace & {
  /** Where the candidate stands: in the quotation’s own paragraph or in one before. */
  theirs: Surveyed
  /** The candidate, and its number among those of its paragraph. */
  phrase: Phrase
  index: number
  /** The most share of each role between an item of the quotation’s paragraph and the quotation. */
  toQuote: Float32Array
  paragraphsBack: number
}

export function writePair(pair: Pair, out: Float32Array, from: number): void {
  const { sheet, phrase, quote, paragraphsBack } = pair
  const { sheet: theirs } = pair.theirs
  const own = paragraphsBack === 0
  const before = !own || phrase.from < quote.at
  const start = startOf(theirs, phrase)
  let to = from
  out[to++] = paragraphsBack
  out[to++] = Number(before)
  const distance = own
    ? before
      ? phrase.to - quote.at
      : start - quote.at
    : phrase.to - theirs.classes.length - quote.at
  out[to++] = near(distance)
  out[to++] = Math.abs(near(distance))
  const [ownSentence, theirSentence] = [sheet.sentenceOf[quote.at]!, theirs.sentenceOf[phrase.from]!]
  out[to++] = own ? ownSentence - theirSentence : ownSentence + theirs.paragraph.sentences.length - theirSentence
  for (let kind = 0; kind < countKinds; kind++) out[to++] = countKind(pair, before, start, kind)
  to = writeClauses(pair, out, to)
  to = writeRivals(pair, before, out, to)
  const last = theirs.paragraph.items[phrase.to - 1]!.word
  out[to++] = Number(last === pair.before[0])
  out[to++] = Number(last === pair.before[1])
  writeAnswer(pair, out, to)
}

function countKind(
  { sheet, theirs: { sheet: theirs }, phrase, quote, paragraphsBack }: Pair,
  before: boolean,
  start: number,
  kind: number,
): number {
  const upTo = ({ counts }: Sheet, at: number): number => counts[at * countKinds + kind]!
  if (paragraphsBack > 0) return upTo(theirs, theirs.classes.length) - upTo(theirs, phrase.to) + upTo(sheet, quote.at)
  return before ? upTo(sheet, quote.at) - upTo(sheet, phrase.to) : upTo(sheet, start) - upTo(sheet, quote.at + 1)
}

/** The verb of speech that has the candidate as its subject, nearest to the quotation, and whom the nearest verbs belong to. */
function writeClauses(
  { theirs: { sheet: theirs, clausesOf }, index, phrase, quote, paragraphsBack }: Pair,
  out: Float32Array,
  from: number,
): number {
  const own = paragraphsBack === 0
  const place = own ? quote.at : theirs.classes.length + quote.at
  let to = from
  let mine: Clause | null = null
  for (const clause of clausesOf[index]!)
    if (!mine || Math.abs(clause.at - place) < Math.abs(mine.at - place)) mine = clause
  const away = mine ? Math.abs(mine.at - place) : 0
  const nearer = mine ? firstAt(theirs.clauses, place + away) - firstAt(theirs.clauses, place - away + 1) : 0
  out[to++] = mine ? near(mine.at - place) : -far - 1
  out[to++] = mine ? near(mine.after - place) : -far - 1
  out[to++] = mine ? orders[mine.order] : -1
  out[to++] = mine ? classAt(theirs, mine.at) : edge
  out[to++] = mine ? verbNumber(theirs.paragraph.items[mine.at]!.word) : -2
  out[to++] = mine ? nearer : theirs.clauses.length + 1
  out[to++] = mine ? Number(same(mine.speaker.mention, phrase.mention)) : -1
  out[to++] = mine && own ? Number(quote.sentence.clauses.includes(mine)) : -1
  out[to++] = mine ? classAt(theirs, mine.after) : edge
  return to
}

/** How many clauses have their verb before an item. */
function firstAt(clauses: readonly Clause[], item: number): number {
  let [low, high] = [0, clauses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (clauses[middle]!.at < item) low = middle + 1
    else high = middle
  }
  return low
}

/** Who else stands between the candidate and the quotation, and beside it. */
function writeRivals(
  { sheet, theirs: surveyed, toQuote, phrase, quote, paragraphsBack }: Pair,
  before: boolean,
  out: Float32Array,
  from: number,
): number {
  let to = from
  const own = paragraphsBack === 0
  const { sheet: theirs } = surveyed
  const [left, right] = before ? [phrase.to, own ? quote.at : theirs.classes.length] : [quote.at + 1, phrase.from]
  const shares = own ? toQuote : surveyed.toEnd
  for (const kind of Object.values(between)) out[to++] = Math.min(far, countBetween(surveyed, left, right, kind))
  out[to++] = Math.min(far, theirs.candidates.length)
  for (const role of [source, cue, content])
    out[to++] = left < right ? shares[(before ? left : right) * roles.length + role]! : 0
  const quotesBefore = (at: number): number => theirs.counts[at * countKinds]!
  out[to++] = left < right ? quotesBefore(right) - quotesBefore(left) : 0
  out[to++] = classAt(theirs, before ? phrase.to : phrase.from - 1)
  out[to++] = before && own ? classAt(sheet, quote.at - 1) : classAt(sheet, quote.at + 1)
  return to
}

/** Whether the rules say so, too. */
function writeAnswer(
  { answer, carried, theirs: { sheet: theirs, saidBy }, index, phrase, quote, number, paragraphsBack }: Pair,
  out: Float32Array,
  from: number,
): void {
  let to = from
  const saidIs = (said: Said | null | undefined): boolean => said != null && overlaps(said.mention, phrase.mention)
  const hit = saidIs(answer)
  out[to++] = Number(hit)
  out[to++] = answer && hit ? Number(same(answer.mention, phrase.mention)) : -1
  out[to++] = Number(hit && carried)
  out[to++] = answer ? (hit ? 1 + rules.findIndex(({ id }) => id === answer.rule) : 0) : -1
  out[to++] = Number(answer?.addressee != null && overlaps(answer.addressee, phrase.mention))
  const own = saidIs(quote.said)
  out[to++] = Number(own)
  const [first, last] = [theirs.clauses[0], theirs.clauses.at(-1)]
  out[to++] = first ? Number(overlaps(first.speaker.mention, phrase.mention)) : -1
  out[to++] = last ? Number(overlaps(last.speaker.mention, phrase.mention)) : -1
  out[to++] = Number(saidBy[index]! > (own && paragraphsBack === 0 ? 1 : 0))
  const quotes = theirs.paragraph.quotes
  const lastQuote = quotes.at(-1)
  out[to++] = paragraphsBack > 0 && lastQuote?.said ? Number(saidIs(lastQuote.said)) : -1
  const before = paragraphsBack === 0 ? quotes[number - 1] : lastQuote
  out[to++] = before?.said ? Number(saidIs(before.said)) : -1
  out[to++] = answer?.cue ? near(Math.round((answer.cue.start - quote.region.span.start) / 6)) : -far
  out[to++] = answer?.clause ? orders[answer.clause.order] : -1
  out[to++] = answer?.clause ? Number(overlaps(answer.clause.speaker.mention, phrase.mention)) : -1
}
