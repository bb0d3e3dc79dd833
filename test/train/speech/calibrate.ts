import type { Calibration } from '#/src/extract/attribution/model.ts'

/** An answer on an article that its trees never saw. */
export type Answered = { odds: number; right: boolean }

/**
 * The curve from log-odds to the share of right answers: the best one that never falls (pool adjacent violators), drawn
 * through a few points so that it cannot learn single answers.
 */
export function calibrationOf(answers: readonly Answered[], points = 40): Calibration {
  const sorted = answers.toSorted((a, b) => a.odds - b.odds)
  const pools: { odds: number; right: number; count: number }[] = []
  const size = Math.ceil(sorted.length / points)
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size)
    const sum = (of: (answer: Answered) => number): number => part.reduce((total, answer) => total + of(answer), 0)
    pools.push({ odds: sum(({ odds }) => odds), right: sum(({ right }) => Number(right)), count: part.length })
    while (pools.length > 1 && share(pools.at(-2)!) >= share(pools.at(-1)!)) {
      const last = pools.pop()!
      const before = pools.at(-1)!
      pools[pools.length - 1] = {
        odds: before.odds + last.odds,
        right: before.right + last.right,
        count: before.count + last.count,
      }
    }
  }
  return {
    odds: pools.map(({ odds, count }) => rounded(odds / count)),
    right: pools.map((pool) => rounded(share(pool))),
  }
}

const share = ({ right, count }: { right: number; count: number }): number => right / count
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
