import type { Chain, Transitions } from '#/src/models/chain.ts'
import { type Random, seeded, shuffled } from './random.ts'

/** Sequences ready for learning: for each token its features and the labels that gold allows, as bits. */
export type Example = {
  /** All features of all tokens; token t has those from `offsets[t]` to `offsets[t + 1]`. */
  readonly features: Int32Array
  readonly offsets: Int32Array
  readonly allowed: Int32Array
  /** How many tokens each sequence has. */
  readonly lengths: Int32Array
}

/** Weights of every feature and label, row by row, and of the transitions. */
export type Weights = { readonly features: Float32Array; readonly transitions: Transitions }

export type Settings<E extends Example> = {
  epochs: number
  rate: number
  /** Share of a token’s features that are kept in each look. */
  keep: number
  seed: number
  weightOf: (example: E) => number
  log?: (line: string) => void
}

const start = 1e-1

/** AdaGrad on the likelihood of the labels that gold allows; each feature of a token is dropped at random. */
export function learn<E extends Example>(
  chain: Chain,
  examples: readonly E[],
  size: number,
  settings: Settings<E>,
): Weights {
  const L = chain.size
  const { epochs, rate, keep, seed } = settings
  const random = seeded(seed)
  const weights = new Float32Array(size * L)
  const squares = new Float32Array(size * L).fill(start)
  const trans = { pairs: new Float32Array(L * L), starts: new Float32Array(L), stops: new Float32Array(L) }
  const transSquares = {
    pairs: new Float32Array(L * L).fill(start),
    starts: new Float32Array(L).fill(start),
    stops: new Float32Array(L).fill(start),
  }
  const average = new Float32Array(size * L)
  let averaged = 0
  const sequences = examples
    .flatMap((example) => {
      let from = 0
      return Array.from(example.lengths, (length) => {
        from += length
        return { example, from: from - length, length }
      })
    })
    .filter(({ length }) => length > 0)
  const longest = sequences.reduce((most, { length }) => Math.max(most, length), 0)
  const space = workspace(longest, L)
  const active = new Int32Array(longest * mostPerToken(examples))
  const activeOffsets = new Int32Array(longest + 1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const begun = performance.now()
    let loss = 0
    for (const { example, from, length } of shuffled(sequences, random)) {
      drop(example, from, length, keep, random, active, activeOffsets)
      score(weights, active, activeOffsets, length, space.scores, L)
      loss += expectations(chain, space, trans, example.allowed, from, length)
      const scale = settings.weightOf(example)
      for (let t = 0; t < length; t++)
        update(
          L,
          weights,
          squares,
          active,
          activeOffsets[t]!,
          activeOffsets[t + 1]!,
          space.gradient,
          t * L,
          rate,
          scale,
        )
      updateTransitions(trans, transSquares, space, rate, scale)
    }
    if (epoch >= epochs - 2) {
      for (let i = 0; i < weights.length; i++) average[i]! += weights[i]!
      averaged++
    }
    settings.log?.(
      `epoch ${epoch + 1}: loss ${(loss / sequences.length).toFixed(4)}, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    )
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (average[i]! / averaged) * keep
  return { features: weights, transitions: trans }
}

function drop(
  { features, offsets }: Example,
  from: number,
  length: number,
  keep: number,
  random: Random,
  active: Int32Array,
  activeOffsets: Int32Array,
): void {
  let at = 0
  let bits = 0
  const limit = Math.round(keep * 256)
  for (let t = 0; t < length; t++) {
    for (let i = offsets[from + t]!; i < offsets[from + t + 1]!; i++) {
      if (bits < 256) bits = Math.floor(random() * 4294967296)
      if ((bits & 255) < limit) active[at++] = features[i]!
      bits >>>= 8
    }
    activeOffsets[t + 1] = at
  }
}

function mostPerToken(examples: readonly Example[]): number {
  let most = 0
  for (const { offsets } of examples)
    for (let t = 0; t + 1 < offsets.length; t++) most = Math.max(most, offsets[t + 1]! - offsets[t]!)
  return most
}

function score(
  weights: Float32Array,
  active: Int32Array,
  offsets: Int32Array,
  length: number,
  scores: Float32Array,
  L: number,
): void {
  scores.fill(0, 0, length * L)
  for (let t = 0; t < length; t++) {
    const base = t * L
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const row = active[i]! * L
      for (let y = 0; y < L; y++) scores[base + y]! += weights[row + y]!
    }
  }
}

type Workspace = ReturnType<typeof workspace>
function workspace(longest: number, L: number) {
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
function expectations(
  chain: Chain,
  space: Workspace,
  trans: Transitions,
  allowed: Int32Array,
  from: number,
  length: number,
): number {
  const L = chain.size
  const { scores, emission, gradient, pairs, starts, stops, expPairs, expStarts, expStops } = space
  for (let i = 0; i < L * L; i++) expPairs[i] = Math.exp(trans.pairs[i]!)
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

function update(
  L: number,
  weights: Float32Array,
  squares: Float32Array,
  active: Int32Array,
  from: number,
  to: number,
  gradient: Float32Array,
  base: number,
  rate: number,
  scale: number,
): void {
  for (let y = 0; y < L; y++) {
    const g = gradient[base + y]! * scale
    if (g < 1e-3 && g > -1e-3) continue
    const gg = g * g
    const step = rate * g
    for (let i = from; i < to; i++) {
      const at = active[i]! * L + y
      const square = squares[at]! + gg
      squares[at] = square
      weights[at]! -= step / Math.sqrt(square)
    }
  }
}

function updateTransitions(
  trans: Transitions,
  squares: Transitions,
  space: Workspace,
  rate: number,
  scale: number,
): void {
  for (const part of ['pairs', 'starts', 'stops'] as const) {
    for (let i = 0; i < trans[part].length; i++) {
      const g = space[part][i]! * scale
      if (g === 0) continue
      squares[part][i]! += g * g
      trans[part][i]! -= (rate * g) / Math.sqrt(squares[part][i]!)
    }
  }
}
