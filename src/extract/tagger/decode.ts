import { labelCount, mayFollow, mayStart, mayStop } from './labels.ts'

/** Scores of one label after another, `labelCount` by `labelCount`, and of the first and the last label. */
export type Transitions = { readonly pairs: Float32Array; readonly starts: Float32Array; readonly stops: Float32Array }

/** For each label those that may come before it and after it. */
export const before: readonly Int32Array[] = labelsWhere((label, other) => mayFollow(other, label))
export const after: readonly Int32Array[] = labelsWhere((label, other) => mayFollow(label, other))

function labelsWhere(allowed: (label: number, other: number) => boolean): Int32Array[] {
  const labels = Array.from({ length: labelCount }, (_, label) => label)
  return labels.map((label) => Int32Array.from(labels.filter((other) => allowed(label, other))))
}

/** The best legal labels of a sentence whose scores stand in `scores`, row by row. */
export function bestLabels(scores: Float32Array, rows: number, { pairs, starts, stops }: Transitions): Uint8Array {
  const best = new Float32Array(labelCount)
  const next = new Float32Array(labelCount)
  const from = new Uint8Array(rows * labelCount)
  for (let y = 0; y < labelCount; y++) best[y] = mayStart(y) ? scores[y]! + starts[y]! : -Infinity
  for (let t = 1; t < rows; t++) {
    for (let y = 0; y < labelCount; y++) {
      let top = -Infinity
      let arg = 0
      for (const x of before[y]!) {
        const score = best[x]! + pairs[x * labelCount + y]!
        if (score > top) {
          top = score
          arg = x
        }
      }
      next[y] = top + scores[t * labelCount + y]!
      from[t * labelCount + y] = arg
    }
    best.set(next)
  }
  let last = 0
  let top = -Infinity
  for (let y = 0; y < labelCount; y++) {
    const score = mayStop(y) ? best[y]! + stops[y]! : -Infinity
    if (score > top) {
      top = score
      last = y
    }
  }
  const labels = new Uint8Array(rows)
  for (let t = rows - 1; t >= 0; t--) {
    labels[t] = last
    last = from[t * labelCount + last]!
  }
  return labels
}

/** The probability of each label of each token. */
export function marginals(scores: Float32Array, rows: number, { pairs, starts, stops }: Transitions): Float32Array {
  const emission = new Float64Array(rows * labelCount)
  const alpha = new Float64Array(rows * labelCount)
  const expPairs = Float64Array.from(pairs, Math.exp)
  for (let t = 0; t < rows; t++) {
    const base = t * labelCount
    let top = -Infinity
    for (let y = 0; y < labelCount; y++) top = Math.max(top, scores[base + y]!)
    for (let y = 0; y < labelCount; y++) emission[base + y] = Math.exp(scores[base + y]! - top)
    let sum = 0
    for (let y = 0; y < labelCount; y++) {
      let value = 0
      if (t === 0) value = mayStart(y) ? Math.exp(starts[y]!) : 0
      else for (const x of before[y]!) value += alpha[base - labelCount + x]! * expPairs[x * labelCount + y]!
      value *= emission[base + y]!
      alpha[base + y] = value
      sum += value
    }
    for (let y = 0; y < labelCount; y++) alpha[base + y]! /= sum
  }
  return smoothed(alpha, emission, expPairs, rows, stops)
}

/** Backward over what went forward. */
function smoothed(
  alpha: Float64Array,
  emission: Float64Array,
  expPairs: Float64Array,
  rows: number,
  stops: Float32Array,
): Float32Array {
  const sure = new Float32Array(rows * labelCount)
  let beta = Float64Array.from({ length: labelCount }, (_, y) => (mayStop(y) ? Math.exp(stops[y]!) : 0))
  for (let t = rows - 1; t >= 0; t--) {
    const base = t * labelCount
    let sum = 0
    for (let y = 0; y < labelCount; y++) sum += alpha[base + y]! * beta[y]!
    for (let y = 0; y < labelCount; y++) sure[base + y] = (alpha[base + y]! * beta[y]!) / sum
    const next = new Float64Array(labelCount)
    let total = 0
    for (let x = 0; x < labelCount; x++) {
      let value = 0
      for (const y of after[x]!) value += expPairs[x * labelCount + y]! * emission[base + y]! * beta[y]!
      next[x] = value
      total += value
    }
    for (let x = 0; x < labelCount; x++) next[x]! /= total
    beta = next
  }
  return sure
}
