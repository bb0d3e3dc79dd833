import type { Trees } from '#/src/models/trees.ts'

/** Points of a curve from log-odds to how often answers of these odds were right, ascending. */
export type Calibration = { odds: readonly number[]; right: readonly number[] }

/** The trained part of attribution. */
export type SpeechModel = {
  /** Is a phrase the source of a quotation? */
  speaker: Trees
  /** Does anybody say it? */
  speech: Trees
  /** Does a word beside it belong to the statement? */
  extent: Trees
  /** How sure a speaker is. */
  calibration: Calibration
}

/** How often answers of these log-odds are right: between two points of the curve in a straight line. */
export function calibrated({ odds, right }: Calibration, value: number): number {
  const next = odds.findIndex((each) => each >= value)
  if (next === 0) return right[0]!
  if (next < 0) return right.at(-1)!
  const [from, to] = [odds[next - 1]!, odds[next]!]
  const share = right[next - 1]! + ((right[next]! - right[next - 1]!) * (value - from)) / (to - from)
  return Math.round(share * 1000) / 1000
}
