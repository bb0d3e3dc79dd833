import type { Ballot } from '../attribution/ballots.ts'
import type { SpeechModel } from '../attribution/model.ts'
import { oddsOf, type Vote, votes } from '../attribution/vote.ts'

/** Speech that is left open at the end of a paragraph and opened again by the next, together: one person says it all. */
export function* runsOf(ballots: Iterable<Ballot>): Generator<Ballot[]> {
  let run: Ballot[] = []
  for (const ballot of ballots) {
    if (run.length > 0 && !goesOn(ballot)) {
      yield run
      run = []
    }
    run.push(ballot)
  }
  if (run.length > 0) yield run
}

export const goesOn = ({ previous, quote, number }: Ballot): boolean =>
  number === 0 && quote.at === 0 && previous?.paragraph.quotes.at(-1)?.region.closed === false

/** A quotation with what is thought of its candidates. */
export type Heard = { ballot: Ballot; odds: number[]; votes: Vote[] }

export function heardOf(ballot: Ballot, { speaker, calibration }: SpeechModel): Heard {
  const odds = oddsOf(ballot, speaker)
  return { ballot, odds, votes: votes(ballot, odds, calibration) }
}

/** Of the parts of a speech the one that says best who speaks: beside its own words rather than in a paragraph before. */
export function leaderOf(run: readonly Heard[]): Heard {
  const own = run.filter(({ ballot, votes: [best] }) => best?.candidate.paragraph === ballot.paragraph)
  const among = own.length > 0 ? own : run
  return among.reduce((a, b) => ((b.votes[0]?.odds ?? -99) > (a.votes[0]?.odds ?? -99) ? b : a))
}
