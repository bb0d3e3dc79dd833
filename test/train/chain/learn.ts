import type { Chain, Transitions } from '#/src/models/chain.ts'
import { expectations, workspace } from './expectations.ts'
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
  /** How many of the last epochs are averaged; 2 when not said. */
  averaged?: number
  /** After so many epochs the weights nearer to zero than `least` are given up, and the others learn on without them. */
  thin?: { after: number; least: number }
  log?: (line: string) => void
}

type Parts = { readonly pairs: Float32Array; readonly starts: Float32Array; readonly stops: Float32Array }
const parts = ['pairs', 'starts', 'stops'] as const

const start = 1e-1

/** AdaGrad on the likelihood of the labels that gold allows; each feature of a token is dropped at random. */
export function learn<E extends Example>(
  chain: Chain,
  examples: readonly E[],
  size: number,
  settings: Settings<E>,
): Weights {
  const L = chain.size
  const { epochs, keep, thin, averaged = 2 } = settings
  const random = seeded(settings.seed)
  const cells = cellsOf(size * L)
  const trans = partsOf(L, 0)
  const squares = partsOf(L, start)
  const sum: Weights = { features: new Float32Array(size * L), transitions: partsOf(L, 0) }
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
  const look: Look = {
    active: new Int32Array(longest * mostPerToken(examples)),
    offsets: new Int32Array(longest + 1),
    labels: new Int32Array(L),
    steps: new Float64Array(L),
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const begun = process.cpuUsage()
    let loss = 0
    for (const { example, from, length } of shuffled(sequences, random)) {
      drop(example, from, length, keep, random, look)
      score(cells, look, length, space.scores, L)
      loss += expectations(chain, space, trans, example.allowed, from, length)
      update(cells, look, length, space.gradient, L, settings.rate, settings.weightOf(example))
      updateTransitions(trans, squares, space, settings.rate, settings.weightOf(example))
    }
    if (epoch >= epochs - averaged) addTo(sum, cells, trans, keep / averaged, 1 / averaged)
    if (epoch + 1 === thin?.after) giveUp(cells, thin.least / keep)
    const { user, system } = process.cpuUsage(begun)
    settings.log?.(
      `epoch ${epoch + 1}: loss ${(loss / sequences.length).toFixed(4)}, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
    )
  }
  return sum
}

/** Weights and, each behind its own, sums of their squared gradients: what is needed together stands together. */
function cellsOf(count: number): Float32Array {
  const cells = new Float32Array(2 * count)
  for (let i = 1; i < cells.length; i += 2) cells[i] = start
  return cells
}

const partsOf = (L: number, value: number): Parts => ({
  pairs: new Float32Array(L * L).fill(value),
  starts: new Float32Array(L).fill(value),
  stops: new Float32Array(L).fill(value),
})

/** What is seen of a sequence in one look, and which labels of a token have something to learn. */
type Look = {
  readonly active: Int32Array
  readonly offsets: Int32Array
  readonly labels: Int32Array
  readonly steps: Float64Array
}

function drop(
  { features, offsets }: Example,
  from: number,
  length: number,
  keep: number,
  random: Random,
  look: Look,
): void {
  let at = 0
  let bits = 0
  let left = 0
  const limit = Math.round(keep * 256)
  for (let t = 0; t < length; t++) {
    for (let i = offsets[from + t]!; i < offsets[from + t + 1]!; i++) {
      if (left === 0) {
        bits = Math.floor(random() * 4294967296)
        left = 4
      }
      if ((bits & 255) < limit) look.active[at++] = features[i]!
      bits >>>= 8
      left--
    }
    look.offsets[t + 1] = at
  }
}

function mostPerToken(examples: readonly Example[]): number {
  let most = 0
  for (const { offsets } of examples)
    for (let t = 0; t + 1 < offsets.length; t++) most = Math.max(most, offsets[t + 1]! - offsets[t]!)
  return most
}

function score(cells: Float32Array, { active, offsets }: Look, length: number, scores: Float32Array, L: number): void {
  scores.fill(0, 0, length * L)
  for (let t = 0; t < length; t++) {
    const base = t * L
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const row = active[i]! * 2 * L
      for (let y = 0; y < L; y++) scores[base + y]! += cells[row + 2 * y]!
    }
  }
}

/** Steps smaller than this teach nothing. */
const leastStep = 1e-3

function update(
  cells: Float32Array,
  { active, offsets, labels, steps }: Look,
  length: number,
  gradient: Float32Array,
  L: number,
  rate: number,
  scale: number,
): void {
  for (let t = 0; t < length; t++) {
    let count = 0
    for (let y = 0; y < L; y++) {
      const step = gradient[t * L + y]! * scale
      if (step < leastStep && step > -leastStep) continue
      labels[count] = y
      steps[count++] = step
    }
    if (count === 0) continue
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      const row = active[i]! * L
      for (let k = 0; k < count; k++) {
        const at = 2 * (row + labels[k]!)
        const step = steps[k]!
        const square = cells[at + 1]! + step * step
        cells[at + 1] = square
        cells[at]! -= (rate * step) / Math.sqrt(square)
      }
    }
  }
}

function updateTransitions(trans: Parts, squares: Parts, gradients: TransitionGradients, rate: number, scale: number) {
  for (const part of parts) {
    for (let i = 0; i < trans[part].length; i++) {
      const step = gradients[part][i]! * scale
      if (step < leastStep && step > -leastStep) continue
      squares[part][i]! += step * step
      trans[part][i]! -= (rate * step) / Math.sqrt(squares[part][i]!)
    }
  }
}

type TransitionGradients = Record<(typeof parts)[number], Float64Array>

function addTo(sum: Weights, cells: Float32Array, trans: Parts, share: number, transShare: number): void {
  for (let i = 0; i < sum.features.length; i++) sum.features[i]! += cells[2 * i]! * share
  for (const part of parts) {
    const [values, sums] = [trans[part], sum.transitions[part]]
    for (let i = 0; i < sums.length; i++) sums[i]! += values[i]! * transShare
  }
}

/** Small weights become zero for good: behind an endless sum of squares every step is zero. */
function giveUp(cells: Float32Array, least: number): void {
  for (let i = 0; i < cells.length; i += 2) {
    if (Math.abs(cells[i]!) >= least) continue
    cells[i] = 0
    cells[i + 1] = Infinity
  }
}
