import { overlaps } from '#/src/text/spans.ts'
import { content, cue, source } from '../../statements/roles.ts'
import type { Clause } from '../clauses.ts'
import type { Phrase } from '../phrases.ts'
import { rules } from '../rules.ts'
import { countKinds, mostShare, type Sheet } from '../sheet.ts'
import { edge } from '../surroundings.ts'
import { pronouns, startOf } from './candidate.ts'
import { classAt, far, near, orders, same, verbNumber } from './columns.ts'
import type { QuotePlace } from './quote.ts'

export type Pair = QuotePlace & {
  /** Where the candidate stands: in the quotation’s own paragraph or in one before. */
  candidateSheet: Sheet
  phrase: Phrase
  paragraphsBack: number
}

export function writePair(pair: Pair, out: Float32Array, from: number): void {
  const { sheet, candidateSheet: theirs, phrase, quote, paragraphsBack } = pair
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
  for (let kind = 0; kind < countKinds; kind++) out[to++] = countBetween(pair, before, start, kind)
  to = writeClauses(pair, out, to)
  to = writeRivals(pair, before, out, to)
  const last = theirs.paragraph.items[phrase.to - 1]!.word
  out[to++] = Number(last === pair.before[0])
  out[to++] = Number(last === pair.before[1])
  writeAnswer(pair, out, to)
}

function countBetween(
  { sheet, candidateSheet: theirs, phrase, quote, paragraphsBack }: Pair,
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
  { candidateSheet: theirs, phrase, quote, paragraphsBack }: Pair,
  out: Float32Array,
  from: number,
): number {
  const own = paragraphsBack === 0
  const place = own ? quote.at : theirs.classes.length + quote.at
  let to = from
  let mine: Clause | null = null
  let nearer = 0
  for (const clause of theirs.clauses) {
    if (!overlaps(clause.speaker.mention, phrase.mention)) continue
    if (!mine || Math.abs(clause.at - place) < Math.abs(mine.at - place)) mine = clause
  }
  for (const clause of theirs.clauses) if (mine && Math.abs(clause.at - place) < Math.abs(mine.at - place)) nearer++
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

/** Who else stands between the candidate and the quotation, and beside it. */
function writeRivals(
  { sheet, candidateSheet: theirs, phrase, quote, paragraphsBack }: Pair,
  before: boolean,
  out: Float32Array,
  from: number,
): number {
  let to = from
  const own = paragraphsBack === 0
  const [left, right] = before ? [phrase.to, own ? quote.at : theirs.classes.length] : [quote.at + 1, phrase.from]
  let between = 0
  let capitals = 0
  let subjects = 0
  let speakers = 0
  for (const rival of theirs.candidates) {
    if (rival.from < left || rival.to > right) continue
    between++
    const { word, capital } = theirs.paragraph.items[rival.from]!
    if (capital) capitals++
    if (pronouns.indexOf(word) >= 0 && pronouns.indexOf(word) < 8) subjects++
  }
  for (const { speaker } of theirs.clauses) if (speaker.from >= left && speaker.to <= right) speakers++
  out[to++] = Math.min(far, between)
  out[to++] = Math.min(far, capitals)
  out[to++] = Math.min(far, subjects)
  out[to++] = Math.min(far, speakers)
  out[to++] = Math.min(far, theirs.candidates.length)
  out[to++] = mostShare(theirs, left, right, source)
  out[to++] = mostShare(theirs, left, right, cue)
  out[to++] = mostShare(theirs, left, right, content)
  const quotesBetween = own
    ? sheet.paragraph.quotes.filter(({ at }) => at >= left && at < right).length
    : theirs.paragraph.quotes.filter(({ at }) => at >= left).length
  out[to++] = quotesBetween
  out[to++] = classAt(theirs, before ? phrase.to : phrase.from - 1)
  out[to++] = before && own ? classAt(sheet, quote.at - 1) : classAt(sheet, quote.at + 1)
  return to
}

/** Whether the rules say so, too. */
function writeAnswer(
  { answer, carried, phrase, quote, candidateSheet: theirs, paragraphsBack }: Pair,
  out: Float32Array,
  from: number,
): void {
  let to = from
  const hit = answer !== null && overlaps(answer.mention, phrase.mention)
  out[to++] = Number(hit)
  out[to++] = answer && hit ? Number(same(answer.mention, phrase.mention)) : -1
  out[to++] = Number(hit && carried)
  out[to++] = answer ? (hit ? 1 + rules.findIndex(({ id }) => id === answer.rule) : 0) : -1
  out[to++] = Number(answer?.addressee != null && overlaps(answer.addressee, phrase.mention))
  const said = quote.said
  out[to++] = Number(said !== null && overlaps(said.mention, phrase.mention))
  const [first, last] = [theirs.clauses[0], theirs.clauses.at(-1)]
  out[to++] = first ? Number(overlaps(first.speaker.mention, phrase.mention)) : -1
  out[to++] = last ? Number(overlaps(last.speaker.mention, phrase.mention)) : -1
  out[to++] = Number(
    theirs.paragraph.quotes.some(
      (other) => other !== quote && other.said && overlaps(other.said.mention, phrase.mention),
    ),
  )
  const lastQuote = theirs.paragraph.quotes.at(-1)
  out[to++] = paragraphsBack > 0 && lastQuote?.said ? Number(overlaps(lastQuote.said.mention, phrase.mention)) : -1
  const quotes = theirs.paragraph.quotes
  const before = quotes.findLast(({ at }) => at < (paragraphsBack === 0 ? quote.at : theirs.classes.length))
  out[to++] = before?.said ? Number(overlaps(before.said.mention, phrase.mention)) : -1
  out[to++] = answer?.cue ? near(Math.round((answer.cue.start - quote.region.span.start) / 6)) : -far
  out[to++] = answer?.clause ? orders[answer.clause.order] : -1
  out[to++] = answer?.clause ? Number(overlaps(answer.clause.speaker.mention, phrase.mention)) : -1
}
