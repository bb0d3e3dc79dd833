import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestLabels } from '#/src/models/best-labels.ts'
import { chainOf, type Transitions } from '#/src/models/chain.ts'
import { marginals } from '#/src/models/marginals.ts'

const size = 3
const chain = chainOf({
  size,
  mayStart: (label) => label !== 2,
  mayStop: (label) => label !== 1,
  mayFollow: (before, after) => after !== 2 || before !== 0,
})

const score = fc.double({ min: -4, max: 4, noNaN: true })
const scoresOf = (count: number) =>
  fc.array(score, { minLength: count, maxLength: count }).map((scores) => Float32Array.from(scores))
const transitionScores = fc.record({ pairs: scoresOf(size * size), starts: scoresOf(size), stops: scoresOf(size) })
const sequence = fc.integer({ min: 1, max: 5 }).chain((rows) => scoresOf(rows * size))

/** Every legal way to label a sequence, with its score. */
function ways(scores: Float32Array, rows: number, { pairs, starts, stops }: Transitions) {
  const legal = (labels: number[]): boolean =>
    labels[0] !== 2 && labels.at(-1) !== 1 && labels.every((label, t) => t === 0 || label !== 2 || labels[t - 1] !== 0)
  return Array.from({ length: size ** rows }, (_, way) =>
    Array.from({ length: rows }, (_, t) => Math.floor(way / size ** t) % size),
  )
    .filter(legal)
    .map((labels) => ({
      labels,
      score: labels.reduce(
        (sum, label, t) => sum + scores[t * size + label]! + (t > 0 ? pairs[labels[t - 1]! * size + label]! : 0),
        starts[labels[0]!]! + stops[labels.at(-1)!]!,
      ),
    }))
}

it('the best labels score no less than any other legal ones', () => {
  fc.assert(
    fc.property(sequence, transitionScores, (scores, transitions) => {
      const rows = scores.length / size
      const all = ways(scores, rows, transitions)
      const found = [...bestLabels(chain, scores, rows, transitions)]
      const own = all.find(({ labels }) => labels.join() === found.join())
      expect(own?.score).toBeCloseTo(Math.max(...all.map((way) => way.score)), 4)
    }),
  )
})

it('the probability of a label is the share of the legal ways that give it', () => {
  fc.assert(
    fc.property(sequence, transitionScores, (scores, transitions) => {
      const rows = scores.length / size
      const all = ways(scores, rows, transitions)
      const total = all.reduce((sum, way) => sum + Math.exp(way.score), 0)
      const sure = marginals(chain, scores, rows, transitions)
      sure.forEach((probability, at) => {
        const giving = all.filter(({ labels }) => labels[Math.floor(at / size)] === at % size)
        expect(probability).toBeCloseTo(giving.reduce((sum, way) => sum + Math.exp(way.score), 0) / total, 4)
      })
    }),
  )
})
