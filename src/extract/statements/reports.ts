import { overlaps, type Span } from '#/src/text/spans.ts'
import { jointly } from '../attribution/joint.ts'
import { viaOf } from '../attribution/via.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { FoundQuote } from '../quotes/quotes.ts'
import type { Roles } from '../roles/read.ts'
import type { Run } from './anchors.ts'
import { mentionOf } from './mentions.ts'
import type { StatementModel } from './model.ts'
import { speakersFor } from './speakers.ts'
import { findStatements, type Statement } from './statements.ts'

/** A sentence with more verbs of speech is no sentence that a paper prints. */
const mostVerbs = 12

/** Below this nobody is named: of ten such answers six are wrong. */
const leastConfidence = 0.35

/**
 * The quotes of an article with the reported statements among them, all in the order of the text. What is in marks is
 * settled before: a report holds no words of theirs, but may hold marks that are no speech.
 *
 *     {Mara Lind} [said] ‹that the talks had failed›.      ‹Many days›, {she} [said], ‹they go hungry›.
 */
export function withReports(
  paragraphs: readonly SpeechParagraph[],
  roles: readonly (Roles | null)[],
  quotes: readonly FoundQuote[],
  model: StatementModel,
): FoundQuote[] {
  const reports = paragraphs.flatMap((paragraph, p) => {
    const own = roles[p]
    if (!own) return []
    const taken = quotes.filter((quote) => quote.paragraph === p && quote.kind !== 'scare')
    const statements = findStatements(
      paragraph,
      own,
      model.detector,
      taken.map(({ statement }) => statement),
    )
    return statements.flatMap((statement) => reportOf(paragraph, p, own, statement, model) ?? [])
  })
  return inOrder(quotes, reports)
}

function reportOf(
  paragraph: SpeechParagraph,
  index: number,
  roles: Roles,
  statement: Statement,
  model: StatementModel,
): FoundQuote | null {
  const { anchor, pieces } = statement
  const segments = pieces.map((piece) => spanOf(paragraph, piece))
  const span = { start: segments[0]!.start, end: segments.at(-1)!.end }
  const [best, ...others] = speakersFor(paragraph, roles, statement, model.speaker)
  if (best && isPlace(paragraph, best.speaker) && anchor.clause?.at !== anchor.at) return null
  if (best && isTopic(paragraph, best.speaker, pieces[0]!)) return null
  const said = best !== undefined &&
    best.confidence >= leastConfidence && {
      mention: anchor.clause
        ? jointly(paragraph.items, mentionOf(paragraph, best.speaker), anchor.clause)
        : mentionOf(paragraph, best.speaker),
      cue: cueOf(paragraph, anchor.at),
      clause: anchor.clause,
      addressee: anchor.clause?.addressee ?? null,
      rule: 'reported',
    }
  return {
    kind: 'indirect',
    span,
    statement: span,
    segments,
    paragraph: index,
    said: said || null,
    via:
      said && anchor.clause && anchor.sentence.clauses.length <= mostVerbs
        ? viaOf(paragraph.items, anchor.sentence, anchor.clause).filter((span) => !overlaps(span, said.mention))
        : [],
    confidence: best?.confidence ?? null,
    others: (said ? others : [best, ...others])
      .filter((vote) => vote !== undefined)
      .map(({ speaker, confidence }) => ({ mention: mentionOf(paragraph, speaker), confidence })),
    continues: null,
  }
}

/** “Malaysia said” speaks for a government; where “Malaysia supports the plan”, not by a verb of speech, nobody says anything. */
const isPlace = ({ items }: SpeechParagraph, { from, to }: Run): boolean =>
  ['place', 'facility'].includes(items[to - 1]!.name ?? '') && items.slice(from, to).every(({ capital }) => capital)

/** “What Lind said about the harbour” does not say what it was. */
const isTopic = ({ items }: SpeechParagraph, { from }: Run, piece: Run): boolean =>
  [items[from]!, items[from - 1]].some((item) => item?.word === 'what') &&
  [items[piece.from]!, items[piece.from - 1]].some((item) => item?.word === 'about')

/** “‹the offer was too low› and [said] …”: what joins two reports is a part of neither. */
function spanOf({ items }: SpeechParagraph, { from, to }: Run): Span {
  let end = to
  while (end - 1 > from && /^(?:and|but|or)$/u.test(items[end - 1]!.word)) end--
  return { start: items[from]!.span.start, end: items[end - 1]!.span.end }
}

/** The verb alone; “according to” as a phrase. */
function cueOf({ items }: SpeechParagraph, at: number): Span {
  const next = items[at]!.word === 'according' && items[at + 1]?.word === 'to' ? at + 1 : at
  return { start: items[at]!.span.start, end: items[next]!.span.end }
}

/** All in the order of the text; quotes that carry others on are told their new places. */
function inOrder(quotes: readonly FoundQuote[], reports: readonly FoundQuote[]): FoundQuote[] {
  const all = [...quotes, ...reports].sort((a, b) => a.span.start - b.span.start)
  const places = new Map(all.map((quote, at) => [quote, at]))
  return all.map((quote) =>
    quote.continues === null ? quote : { ...quote, continues: places.get(quotes[quote.continues]!)! },
  )
}
