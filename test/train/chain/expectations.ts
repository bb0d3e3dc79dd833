import type { Chain, Transitions } from '#/src/models/chain.ts'

export type Workspace = ReturnType<typeof workspace>

/** Room for the numbers of one sequence. */
export function workspace(longest: number, L: number) {
  const matrix = () => new Float64Array(longest * L)
  return {
    scores: new Float32Array(longest * L),
    gradient: new Float32Array(longest * L),
    emission: matrix(),
    alpha: matrix(),
    beta: matrix(),
    pairs: new Float64Array(L * L),
    starts: new Float64Array(L),
    stops: new Float64Array(L),
    expPairs: new Float64Array(L * L),
    expStarts: new Float64Array(L),
    expStops: new Float64Array(L),
  }
}

/** Fills `gradient` with expected minus allowed label counts, and the same for transitions; returns the loss. */
export function expectations(
  chain: Chain,
  space: Workspace,
  trans: Transitions,
  allowed: Int32Array,
  from: number,
  length: number,
): number {
  const L = chain.size
  const { scores, emission, gradient, pairs, starts, stops, expPairs, expStarts, expStops } = space
  for (let x = 0; x < L; x++) for (const y of chain.after[x]!) expPairs[x * L + y] = Math.exp(trans.pairs[x * L + y]!)
  for (let y = 0; y < L; y++) {
    expStarts[y] = chain.starts[y] ? Math.exp(trans.starts[y]!) : 0
    expStops[y] = chain.stops[y] ? Math.exp(trans.stops[y]!) : 0
  }
  for (let t = 0; t < length; t++) {
    let top = -Infinity
    for (let y = 0; y < L; y++) if (scores[t * L + y]! > top) top = scores[t * L + y]!
    for (let y = 0; y < L; y++) emission[t * L + y] = Math.exp(scores[t * L + y]! - top)
  }
  pairs.fill(0)
  starts.fill(0)
  stops.fill(0)
  gradient.fill(0, 0, length * L)
  const all = forwardBackward(chain, space, length, 1)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < L; y++) if (!((allowed[from + t]! >> y) & 1)) emission[t * L + y] = 0
  }
  return all - forwardBackward(chain, space, length, -1)
}

function forwardBackward({ size: L, before, after }: Chain, space: Workspace, length: number, sign: number): number {
  const { emission, alpha, beta, gradient, pairs, starts, stops, expPairs, expStarts, expStops } = space
  let logZ = 0
  for (let t = 0; t < length; t++) {
    const base = t * L
    let sum = 0
    for (let y = 0; y < L; y++) {
      const e = emission[base + y]!
      let value = 0
      if (e > 0) {
        if (t === 0) value = expStarts[y]!
        else {
          const prior = before[y]!
          for (let k = 0; k < prior.length; k++) value += alpha[base - L + prior[k]!]! * expPairs[prior[k]! * L + y]!
        }
      }
      value *= e
      if (t === length - 1) value *= expStops[y]!
      alpha[base + y] = value
      sum += value
    }
    if (sum === 0) return 0
    for (let y = 0; y < L; y++) alpha[base + y]! /= sum
    logZ += Math.log(sum)
  }
  for (let y = 0; y < L; y++) beta[(length - 1) * L + y] = 1
  for (let t = length - 1; t >= 0; t--) {
    const base = t * L
    let sum = 0
    for (let y = 0; y < L; y++) sum += alpha[base + y]! * beta[base + y]!
    for (let y = 0; y < L; y++) {
      const p = (alpha[base + y]! * beta[base + y]!) / sum
      gradient[base + y]! += sign * p
      if (t === 0) starts[y]! += sign * p
      if (t === length - 1) stops[y]! += sign * p
    }
    if (t === 0) break
    let total = 0
    for (let x = 0; x < L; x++) {
      let value = 0
      const next = after[x]!
      for (let k = 0; k < next.length; k++) {
        const y = next[k]!
        value += expPairs[x * L + y]! * emission[base + y]! * beta[base + y]! * (t === length - 1 ? expStops[y]! : 1)
      }
      beta[base - L + x] = value
      total += alpha[base - L + x]! * value
    }
    for (let x = 0; x < L; x++) {
      const a = (sign * alpha[base - L + x]!) / total
      if (a === 0) continue
      const next = after[x]!
      for (let k = 0; k < next.length; k++) {
        const y = next[k]!
        pairs[x * L + y]! +=
          a * expPairs[x * L + y]! * emission[base + y]! * beta[base + y]! * (t === length - 1 ? expStops[y]! : 1)
      }
    }
    for (let x = 0; x < L; x++) beta[base - L + x]! /= total
  }
  return logZ
}
