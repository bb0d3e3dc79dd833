import type { Chain, Transitions } from './chain.ts'
import { type Walk, walkOf } from './steps.ts'

/** No chain has more labels. */
const mostLabels = 32

/** Room for one walk: sequences are short, and to make arrays would cost more than to walk. Nothing in it outlives a call. */
const room = {
  alpha: new Float64Array(0),
  emission: new Float64Array(0),
  beta: new Float64Array(mostLabels),
  ahead: new Float64Array(mostLabels),
}

/** The probability of each label of each row, by the forward–backward algorithm (Rabiner 1989). */
export function marginals(chain: Chain, scores: Float32Array, rows: number, transitions: Transitions): Float32Array {
  const { size } = chain
  const walk = walkOf(chain, transitions)
  const { from, labels, exps } = walk.into
  if (room.alpha.length < rows * size) {
    room.alpha = new Float64Array(2 * rows * size)
    room.emission = new Float64Array(2 * rows * size)
  }
  const { alpha, emission } = room
  for (let t = 0; t < rows; t++) {
    const base = t * size
    let top = -Infinity
    for (let y = 0; y < size; y++) top = Math.max(top, scores[base + y]!)
    let sum = 0
    for (let y = 0; y < size; y++) {
      let value = 0
      if (t === 0) value = walk.expStarts[y]!
      else
        for (let k = from[y]!, stop = from[y + 1]!; k < stop; k++) value += alpha[base - size + labels[k]!]! * exps[k]!
      const seen = Math.exp(scores[base + y]! - top)
      emission[base + y] = seen
      alpha[base + y] = value * seen
      sum += value * seen
    }
    for (let y = 0; y < size; y++) alpha[base + y]! /= sum
  }
  return smoothed(size, walk, rows)
}

/** Backward over what went forward. */
function smoothed(size: number, { outOf: { from, labels, exps }, expStops }: Walk, rows: number): Float32Array {
  const { alpha, emission, beta, ahead } = room
  const sure = new Float32Array(rows * size)
  for (let y = 0; y < size; y++) beta[y] = expStops[y]!
  for (let t = rows - 1; t >= 0; t--) {
    const base = t * size
    let sum = 0
    for (let y = 0; y < size; y++) sum += alpha[base + y]! * beta[y]!
    for (let y = 0; y < size; y++) {
      sure[base + y] = (alpha[base + y]! * beta[y]!) / sum
      ahead[y] = emission[base + y]! * beta[y]!
    }
    let total = 0
    for (let x = 0; x < size; x++) {
      let value = 0
      for (let k = from[x]!, stop = from[x + 1]!; k < stop; k++) value += exps[k]! * ahead[labels[k]!]!
      beta[x] = value
      total += value
    }
    for (let x = 0; x < size; x++) beta[x]! /= total
  }
  return sure
}
