import type { Chain, Transitions } from './chain.ts'

/**
 * The legal steps of a chain with their scores, in the order in which a walk meets them: label `y` has those from
 * `from[y]` to before `from[y + 1]`, each from or to the label in `labels`.
 */
export type Steps = {
  readonly from: Int32Array
  readonly labels: Int32Array
  readonly scores: Float64Array
  readonly exps: Float64Array
}

/** What is the same for every sequence: the steps into each label and out of it, and the exponentials of both ends. */
export type Walk = {
  readonly into: Steps
  readonly outOf: Steps
  readonly expStarts: Float64Array
  readonly expStops: Float64Array
}

const known = new WeakMap<Transitions, Walk>()

export function walkOf(chain: Chain, transitions: Transitions): Walk {
  const found = known.get(transitions) ?? makeWalk(chain, transitions)
  known.set(transitions, found)
  return found
}

function makeWalk({ size, before, after, starts, stops }: Chain, transitions: Transitions): Walk {
  const { pairs } = transitions
  return {
    into: stepsOf(before, (label, other) => pairs[other * size + label]!),
    outOf: stepsOf(after, (label, other) => pairs[label * size + other]!),
    expStarts: Float64Array.from(transitions.starts, (score, y) => (starts[y] ? Math.exp(score) : 0)),
    expStops: Float64Array.from(transitions.stops, (score, y) => (stops[y] ? Math.exp(score) : 0)),
  }
}

function stepsOf(others: readonly Int32Array[], scoreOf: (label: number, other: number) => number): Steps {
  const from = new Int32Array(others.length + 1)
  others.forEach((those, label) => {
    from[label + 1] = from[label]! + those.length
  })
  const scores = Float64Array.from(others.flatMap((those, label) => [...those].map((other) => scoreOf(label, other))))
  return { from, labels: Int32Array.from(others.flatMap((those) => [...those])), scores, exps: scores.map(Math.exp) }
}
