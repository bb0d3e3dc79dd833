import type { Chain, Transitions } from './chain.ts'
import { walkOf } from './steps.ts'

/** No chain has more labels. */
const mostLabels = 32

/** Room for one walk: sequences are short, and to make arrays would cost more than to walk. Nothing in it outlives a call. */
const room = {
  best: new Float32Array(mostLabels),
  next: new Float32Array(mostLabels),
  back: new Uint8Array(0),
}

/** The best legal labels of a sequence whose scores stand in `scores`, row by row (Viterbi 1967). */
export function bestLabels(chain: Chain, scores: Float32Array, rows: number, transitions: Transitions): Uint8Array {
  const { size, starts } = chain
  const { from, labels, scores: steps } = walkOf(chain, transitions).into
  if (room.back.length < rows * size) room.back = new Uint8Array(2 * rows * size)
  const { best, next, back } = room
  for (let y = 0; y < size; y++) best[y] = starts[y] ? scores[y]! + transitions.starts[y]! : -Infinity
  for (let t = 1; t < rows; t++) {
    for (let y = 0; y < size; y++) {
      let top = -Infinity
      let arg = 0
      for (let k = from[y]!, stop = from[y + 1]!; k < stop; k++) {
        const score = best[labels[k]!]! + steps[k]!
        if (score > top) {
          top = score
          arg = labels[k]!
        }
      }
      next[y] = top + scores[t * size + y]!
      back[t * size + y] = arg
    }
    for (let y = 0; y < size; y++) best[y] = next[y]!
  }
  return walkedBack(chain, rows, transitions)
}

/** From the best last label to the first. */
function walkedBack({ size, stops }: Chain, rows: number, transitions: Transitions): Uint8Array {
  const { best, back } = room
  let last = 0
  let top = -Infinity
  for (let y = 0; y < size; y++) {
    const score = stops[y] ? best[y]! + transitions.stops[y]! : -Infinity
    if (score > top) {
      top = score
      last = y
    }
  }
  const labels = new Uint8Array(rows)
  for (let t = rows - 1; t >= 0; t--) {
    labels[t] = last
    last = back[t * size + last]!
  }
  return labels
}
