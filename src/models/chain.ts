/** The labels of a chain, numbered from 0, and which of them may begin, end and follow one another. */
export type Scheme = {
  readonly size: number
  readonly mayStart: (label: number) => boolean
  readonly mayStop: (label: number) => boolean
  readonly mayFollow: (before: number, after: number) => boolean
}

/** A scheme made ready to be walked: for each label those that may come before it and after it. */
export type Chain = {
  readonly size: number
  readonly before: readonly Int32Array[]
  readonly after: readonly Int32Array[]
  /** 1: the label may begin, may end a sequence. */
  readonly starts: Uint8Array
  readonly stops: Uint8Array
}

/** Scores of one label after another, `size` by `size`, and of the first and the last label. */
export type Transitions = { readonly pairs: Float32Array; readonly starts: Float32Array; readonly stops: Float32Array }

export function chainOf({ size, mayStart, mayStop, mayFollow }: Scheme): Chain {
  const labels = Array.from({ length: size }, (_, label) => label)
  const where = (allowed: (label: number, other: number) => boolean): Int32Array[] =>
    labels.map((label) => Int32Array.from(labels.filter((other) => allowed(label, other))))
  return {
    size,
    before: where((label, other) => mayFollow(other, label)),
    after: where((label, other) => mayFollow(label, other)),
    starts: Uint8Array.from(labels, (label) => Number(mayStart(label))),
    stops: Uint8Array.from(labels, (label) => Number(mayStop(label))),
  }
}

/** The best legal labels of a sequence whose scores stand in `scores`, row by row. */
export function bestLabels(
  { size, before, starts, stops }: Chain,
  scores: Float32Array,
  rows: number,
  transitions: Transitions,
): Uint8Array {
  const { pairs } = transitions
  const best = new Float32Array(size)
  const next = new Float32Array(size)
  const from = new Uint8Array(rows * size)
  for (let y = 0; y < size; y++) best[y] = starts[y] ? scores[y]! + transitions.starts[y]! : -Infinity
  for (let t = 1; t < rows; t++) {
    for (let y = 0; y < size; y++) {
      let top = -Infinity
      let arg = 0
      const prior = before[y]!
      for (let k = 0; k < prior.length; k++) {
        const x = prior[k]!
        const score = best[x]! + pairs[x * size + y]!
        if (score > top) {
          top = score
          arg = x
        }
      }
      next[y] = top + scores[t * size + y]!
      from[t * size + y] = arg
    }
    best.set(next)
  }
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
    last = from[t * size + last]!
  }
  return labels
}

/** The probability of each label of each row. */
export function marginals(chain: Chain, scores: Float32Array, rows: number, transitions: Transitions): Float32Array {
  const { size, before, starts } = chain
  const emission = new Float64Array(rows * size)
  const alpha = new Float64Array(rows * size)
  const expPairs = exponentials(transitions)
  for (let t = 0; t < rows; t++) {
    const base = t * size
    let top = -Infinity
    for (let y = 0; y < size; y++) top = Math.max(top, scores[base + y]!)
    for (let y = 0; y < size; y++) emission[base + y] = Math.exp(scores[base + y]! - top)
    let sum = 0
    for (let y = 0; y < size; y++) {
      let value = 0
      const prior = before[y]!
      if (t === 0) value = starts[y] ? Math.exp(transitions.starts[y]!) : 0
      else
        for (let k = 0; k < prior.length; k++)
          value += alpha[base - size + prior[k]!]! * expPairs[prior[k]! * size + y]!
      value *= emission[base + y]!
      alpha[base + y] = value
      sum += value
    }
    for (let y = 0; y < size; y++) alpha[base + y]! /= sum
  }
  return smoothed(chain, alpha, emission, expPairs, rows, transitions.stops)
}

const known = new WeakMap<Transitions, Float64Array>()

/** The exponentials of the pairs, which are the same for every sequence. */
function exponentials(transitions: Transitions): Float64Array {
  const found = known.get(transitions) ?? Float64Array.from(transitions.pairs, Math.exp)
  known.set(transitions, found)
  return found
}

/** Backward over what went forward. */
function smoothed(
  { size, after, stops }: Chain,
  alpha: Float64Array,
  emission: Float64Array,
  expPairs: Float64Array,
  rows: number,
  stopScores: Float32Array,
): Float32Array {
  const sure = new Float32Array(rows * size)
  const ahead = new Float64Array(size)
  const beta = Float64Array.from({ length: size }, (_, y) => (stops[y] ? Math.exp(stopScores[y]!) : 0))
  for (let t = rows - 1; t >= 0; t--) {
    const base = t * size
    let sum = 0
    for (let y = 0; y < size; y++) sum += alpha[base + y]! * beta[y]!
    for (let y = 0; y < size; y++) sure[base + y] = (alpha[base + y]! * beta[y]!) / sum
    for (let y = 0; y < size; y++) ahead[y] = emission[base + y]! * beta[y]!
    let total = 0
    for (let x = 0; x < size; x++) {
      let value = 0
      const next = after[x]!
      for (let k = 0; k < next.length; k++) value += expPairs[x * size + next[k]!]! * ahead[next[k]!]!
      beta[x] = value
      total += value
    }
    for (let x = 0; x < size; x++) beta[x]! /= total
  }
  return sure
}
