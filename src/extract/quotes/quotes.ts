import type { QuoteKind } from '#/schemas/quote.ts'
import { logOdds } from '#/src/models/trees.ts'
import type { Span } from '#/src/text/spans.ts'
import { isTooLong } from '../attribution/answers.ts'
import type { SpeechParagraph } from '../attribution/attribute.ts'
import { type Ballot, ballotsOf } from '../attribution/ballots.ts'
import type { SpeechModel } from '../attribution/model.ts'
import { viaOf } from '../attribution/via.ts'
import { type Attribution, attributionOf, oddsOf, type Vote, votes } from '../attribution/vote.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Roles } from '../statements/read.ts'
import { statementOf } from './extent.ts'
import { speechColumns, writeSpeech } from './features.ts'

/** A quotation with its source as printed; who that is, is settled later. */
export type FoundQuote = {
  kind: QuoteKind
  span: Span
  statement: Span
  /** The pieces of a statement that is interrupted; else it is in one. */
  segments?: Span[]
  /** Number of its paragraph in the body, from 1. */
  paragraph: number
  said: Attribution | null
  /** Through whom the words came, as printed. */
  via: Span[]
  /** How sure the source is; also of one that is not given because it is not sure enough. */
  confidence: number | null
  /** Who else it may be, the likeliest first. */
  others: { mention: Span; confidence: number }[]
  /** Index of the quote that it carries on. */
  continues: number | null
}

/** Below this nobody is named: of ten such answers four are wrong. */
const leastConfidence = 0.5

/** The quotations of a body, paragraph by paragraph, each with the phrase that says who speaks. */
export function findQuotes(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  roles: readonly (Roles | null)[],
  { cues, speech }: Pick<Lexicon, 'cues' | 'speech'>,
): FoundQuote[] {
  const found: FoundQuote[] = []
  const last = new Map<number, number>() // by where its speaker is named: the last quote
  for (const ballot of ballotsOf(text, paragraphs, roles, cues)) {
    const quote = judged(text, ballot, paragraphs, speech)
    const said = quote.said?.mention.start
    found.push(said === undefined ? quote : { ...quote, continues: last.get(said) ?? null })
    if (said !== undefined) last.set(said, found.length - 1)
  }
  return found
}

function judged(text: string, ballot: Ballot, paragraphs: readonly SpeechParagraph[], model: SpeechModel): FoundQuote {
  const { region, said: rule, sentence } = ballot.quote
  const { items } = ballot.sheet.paragraph
  const { span } = region
  const base = { span, paragraph: ballot.paragraph + 1 }
  if (rule && isLabel.has(rule.rule)) return { ...base, kind: 'direct', statement: span, said: rule, ...certain }
  if (isTooLong(ballot.sheet.paragraph)) return { ...base, kind: 'direct', statement: span, said: null, ...certain }
  const odds = oddsOf(ballot, model.speaker)
  const row = new Float32Array(speechColumns)
  writeSpeech(text, ballot, odds, row)
  if (!goesOn(ballot) && logOdds(model.speech, row) < 0)
    return { ...base, kind: 'scare', statement: span, said: null, ...certain }
  const [best, ...rest] = votes(ballot, odds, model.calibration)
  const said = best ? attributionOf(ballot, best, paragraphs) : null
  const statement = statementOf(ballot, said, model.extent)
  const kind = statement.start === span.start && statement.end === span.end ? 'direct' : 'mixed'
  const sure = best !== undefined && best.confidence >= leastConfidence
  return {
    ...base,
    kind,
    statement,
    said: sure ? said : null,
    confidence: best?.confidence ?? null,
    others: (sure ? rest : [best, ...rest].filter((vote) => vote !== undefined)).map(alternative),
    continues: null,
    via: sure && said?.clause && sentence.clauses.includes(said.clause) ? viaOf(items, sentence, said.clause) : [],
  }
}

/** A paragraph that begins with a mark after one that was left open is the same speech, however short. */
const goesOn = ({ previous, quote, number }: Ballot): boolean =>
  number === 0 && quote.at === 0 && previous?.paragraph.quotes.at(-1)?.region.closed === false

/** What the layout says needs no vote, and has no figure. */
const isLabel: ReadonlySet<string> = new Set(['transcript', 'post'])
const certain = { confidence: null, others: [], continues: null, via: [] }

const alternative = ({ candidate, confidence }: Vote) => ({ mention: candidate.phrase.mention, confidence })
