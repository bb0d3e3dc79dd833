import { logOdds, probability, type Trees } from '#/src/models/trees.ts'
import { overlaps, type Span } from '#/src/text/spans.ts'
import type { Clause } from '../paragraph/clauses.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Said } from '../paragraph/rules.ts'
import { cue } from '../roles/roles.ts'
import type { Ballot, Candidate } from './ballots.ts'
import { columns } from './features/columns.ts'
import { type Calibration, calibrated } from './model.ts'
import { share } from './sheet.ts'

/** A phrase that may be the speaker, and how sure that is. */
export type Vote = { candidate: Candidate; odds: number; confidence: number }

/** The odds of each candidate. Who is far behind after a third of the trees is not followed to the end: twice as much will do. */
export function oddsOf({ candidates, rows }: Ballot, speaker: Trees): number[] {
  const third = Math.ceil(speaker.roots.length / 3)
  const odds = candidates.map((_, i) => logOdds(speaker, rows, i * columns, 0, third))
  const least = Math.max(...odds) - farBehind
  return odds.map((sum, i) => (sum < least ? 2 * sum : sum + logOdds(speaker, rows, i * columns, third)))
}

/** In log-odds: nobody catches up that much. */
const farBehind = 4

/** The likeliest candidates, best first; of those that overlap only the best. */
export function votes({ candidates }: Ballot, odds: readonly number[], calibration: Calibration): Vote[] {
  const order = odds.map((_, i) => i).sort((a, b) => odds[b]! - odds[a]!)
  const chosen: Vote[] = []
  for (const i of order) {
    if (chosen.length === mostVotes || (chosen.length > 0 && probability(odds[i]!) < leastChance)) break
    const candidate = candidates[i]!
    if (chosen.some((vote) => overlaps(vote.candidate.phrase.mention, candidate.phrase.mention))) continue
    chosen.push({ candidate, odds: odds[i]!, confidence: calibrated(calibration, odds[i]!) })
  }
  return chosen
}

const mostVotes = 4
const leastChance = 0.02

/** Whether two phrases are about one person or body. */
export type SameSpeaker = (a: Span, b: Span) => boolean

/** Votes for one person by several phrases are one vote, by the likeliest of them: “‹Lind› said that ‹she› would …”. */
export function together(votes: readonly Vote[], isSame: SameSpeaker): Vote[] {
  const [best, ...rest] = votes
  if (!best) return []
  const isTheirs = (vote: Vote): boolean => isSame(best.candidate.phrase.mention, vote.candidate.phrase.mention)
  const confidence = rest.filter(isTheirs).reduce((sum, vote) => sum + vote.confidence, best.confidence)
  return [{ ...best, confidence: Math.min(surest, confidence) }, ...rest.filter((vote) => !isTheirs(vote))]
}

const surest = 0.99

export type Attribution = Said & { rule: string }

/** The vote as an attribution: with the verb that the candidate is the subject of, as the rules found it or nearest to the marks. */
export function attributionOf(
  ballot: Ballot,
  { candidate }: Vote,
  paragraphs: readonly SpeechParagraph[],
): Attribution {
  const { answer: said, quote, paragraph } = ballot
  const { mention } = candidate.phrase
  if (said && overlaps(said.mention, mention)) {
    return said.mention.end === mention.end ? said : { ...said, mention }
  }
  const own = candidate.paragraph === paragraph ? quote.at : Number.POSITIVE_INFINITY
  const clause = nearest(paragraphs[candidate.paragraph]!, mention, own)
  return {
    mention,
    cue: clause?.cue ?? likelyCue(ballot, candidate),
    clause,
    addressee: clause?.addressee ?? null,
    rule: 'ranked',
  }
}

/** The word nearest to a speaker that works as a verb of speech though no list has it: “Lind ‹shrugged›: …”. */
function likelyCue({ sheet, previous, paragraph }: Ballot, { phrase, paragraph: own }: Candidate): Span | null {
  const theirs = own === paragraph ? sheet : own === paragraph - 1 ? previous : null
  if (!theirs) return null
  const { items, sentences } = theirs.paragraph
  const { from, to } = sentences[theirs.sentenceOf[phrase.from]!]!
  const away = (at: number): number => (at < phrase.from ? phrase.from - at : at - phrase.to + 1)
  let best = -1
  for (let at = from; at < to; at++) {
    if (items[at]!.quote >= 0 || (at >= phrase.from && at < phrase.to) || share(theirs, at, cue) < 0.5) continue
    if (best < 0 || away(at) < away(best)) best = at
  }
  return best < 0 ? null : items[best]!.span
}

function nearest({ sentences }: SpeechParagraph, mention: Span, to: number): Clause | null {
  const clauses = sentences
    .flatMap((sentence) => sentence.clauses)
    .filter(({ speaker }) => overlaps(speaker.mention, mention))
  if (clauses.length === 0) return null
  const away = ({ at }: Clause): number => Math.abs(at - Math.min(to, 1e6))
  return clauses.reduce((best, clause) => (away(clause) < away(best) ? clause : best))
}
