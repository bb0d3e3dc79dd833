import type { QuoteKind } from '#/schemas/quote.ts'
import { logOdds } from '#/src/models/trees.ts'
import type { Span } from '#/src/text/spans.ts'
import { isTooLong } from '../attribution/answers.ts'
import { type Ballot, ballotsOf } from '../attribution/ballots.ts'
import { jointly } from '../attribution/joint.ts'
import type { SpeechModel } from '../attribution/model.ts'
import { viaOf } from '../attribution/via.ts'
import { type Attribution, attributionOf, type SameSpeaker, together, type Vote } from '../attribution/vote.ts'
import type { Cues } from '../paragraph/cues.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Roles } from '../roles/read.ts'
import { statementOf } from './extent.ts'
import { speechColumns, writeSpeech } from './features.ts'
import { nestedIn } from './nested.ts'
import { goesOn, type Heard, heardOf, leaderOf, runsOf } from './runs.ts'

/** A quotation with its source as printed; who that is, is settled later. */
export type FoundQuote = {
  kind: QuoteKind
  span: Span
  statement: Span
  /** The pieces of a statement that is interrupted; else it is in one. */
  segments?: Span[]
  /** Index of its paragraph. */
  paragraph: number
  said: Attribution | null
  /** Through whom the words came, as printed. */
  via: Span[]
  /** Nobody looked for the source: the article is in another language, or the paragraph is too long. */
  isUnread?: true
  /** How sure the source is; also of one that is not given because it is not sure enough. */
  confidence: number | null
  /** Who else it may be, the likeliest first. */
  others: { mention: Span; confidence: number }[]
  /** Index of the quote that it carries on. */
  continues: number | null
}

/** Below this nobody is named: half of such answers are wrong. */
const leastConfidence = 0.6

/** The quotations of an article, paragraph by paragraph, each with the phrase that says who speaks. */
export function findQuotes(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  roles: readonly (Roles | null)[],
  { cues, speech }: { cues: Cues; speech: SpeechModel },
  isSame: SameSpeaker,
): FoundQuote[] {
  const found: FoundQuote[] = []
  const last = new Map<number, number>() // by where its speaker is named: the last quote
  for (const run of runsOf(ballotsOf(text, paragraphs, roles, cues))) {
    const heard = run.map((ballot) => heardOf(ballot, speech))
    const leader = leaderOf(heard)
    for (const own of heard) {
      const quote = judged(text, own, leader, paragraphs, speech, isSame)
      const said = quote.said?.mention.start
      found.push(said === undefined ? quote : { ...quote, continues: last.get(said) ?? null })
      if (said !== undefined) last.set(said, found.length - 1)
      if (quote.kind === 'scare') continue
      for (const { region, said: inner } of nestedIn(text, own.ballot.quote.region, cues)) {
        const { span } = region
        found.push({ kind: 'direct', span, statement: span, paragraph: quote.paragraph, said: inner, ...certain })
      }
    }
  }
  return found
}

function judged(
  text: string,
  { ballot, odds }: Heard,
  leader: Heard,
  paragraphs: readonly SpeechParagraph[],
  model: SpeechModel,
  isSame: SameSpeaker,
): FoundQuote {
  const { region, said: rule, sentence } = ballot.quote
  const { items } = ballot.sheet.paragraph
  const { span } = region
  const base = { span, paragraph: ballot.paragraph }
  if (rule && isLabel.has(rule.rule)) return { ...base, kind: 'direct', statement: span, said: rule, ...certain }
  if (isTooLong(ballot.sheet.paragraph))
    return { ...base, kind: 'direct', statement: span, said: null, isUnread: true, ...certain }
  const row = new Float32Array(speechColumns)
  writeSpeech(text, ballot, odds, row)
  if (!isPlainSpeech(text, ballot) && logOdds(model.speech, row) < 0)
    return { ...base, kind: 'scare', statement: span, said: null, ...certain }
  const [best, ...rest] = withoutAsker(leader, together(leader.votes, isSame), isSame)
  const told = rule ?? leader.ballot.answer
  const plain = told && isPlain.has(told.rule) ? told : null
  const alone = plain ?? (best ? attributionOf(leader.ballot, best, paragraphs) : null)
  const said =
    alone?.clause && sentence.clauses.includes(alone.clause)
      ? { ...alone, mention: jointly(items, alone.mention, alone.clause) }
      : alone
  const statement = statementOf(ballot, said, model.extent)
  const kind = statement.start === span.start && statement.end === span.end ? 'direct' : 'mixed'
  const confidence = plain ? plainly : (best?.confidence ?? null)
  const sure = confidence !== null && confidence >= leastConfidence
  return {
    ...base,
    kind,
    statement,
    said: sure ? said : null,
    confidence,
    others: (best && !sure ? [best, ...rest] : rest).map(alternative),
    continues: null,
    via: sure && said?.clause && sentence.clauses.includes(said.clause) ? viaOf(items, sentence, said.clause) : [],
  }
}

/** Who is quoted “as saying” something, says it within a report, told it somebody, or was asked: the ranker has seen too few. */
const isPlain: ReadonlySet<string> = new Set(['quoted-as', 'told-by', 'told-within', 'beat', 'answers'])
/** How sure that is. */
const plainly = 0.95

/** Who asked does not answer: where it is not said whom, nobody is sure. */
function withoutAsker({ ballot }: Heard, votes: Vote[], isSame: SameSpeaker): Vote[] {
  const { answer } = ballot
  const [best] = votes
  if (answer?.rule !== 'asked-before' || !best || !isSame(best.candidate.phrase.mention, answer.mention)) return votes
  return votes.map((vote) => ({ ...vote, confidence: Math.min(vote.confidence, unsure) }))
}

const unsure = 0.5

/** “No comment.” alone in its paragraph, and what goes on from the paragraph before, are speech however short. */
function isPlainSpeech(text: string, ballot: Ballot): boolean {
  const { span, inner } = ballot.quote.region
  const whole = ballot.sheet.paragraph.span
  if (goesOn(ballot)) return true
  return span.start === whole.start && span.end >= whole.end - 1 && /[.!?…]/u.test(text.charAt(inner.end - 1))
}

/** What the layout says needs no vote, and has no figure. */
export const isLabel: ReadonlySet<string> = new Set(['transcript', 'post', 'signature'])
export const certain = { confidence: null, others: [], continues: null, via: [] }

const alternative = ({ candidate, confidence }: Vote) => ({ mention: candidate.phrase.mention, confidence })
