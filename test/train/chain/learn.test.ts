import { expect, it } from 'vitest'
import { bestLabels, chainOf } from '#/src/models/chain.ts'
import { type Example, learn } from './learn.ts'

/** Two labels that may follow each other as they like. */
const chain = chainOf({ size: 2, mayStart: () => true, mayStop: () => true, mayFollow: () => true })

/** Feature 0 goes with label 0, feature 1 with label 1; feature 2 is everywhere and says nothing. */
const example = (labels: readonly number[]): Example => ({
  features: Int32Array.from(labels.flatMap((label) => [label, 2])),
  offsets: Int32Array.from({ length: labels.length + 1 }, (_, t) => 2 * t),
  allowed: Int32Array.from(labels, (label) => 1 << label),
  lengths: Int32Array.of(labels.length),
})
const examples = [example([0, 1, 1, 0]), example([1, 0, 0, 1]), example([1, 1, 0]), example([0])]
const settings = { epochs: 20, rate: 0.2, keep: 0.8, seed: 1, weightOf: () => 1 }

it('the labels are told from the features that go with them', () => {
  const { features, transitions } = learn(chain, examples, 3, settings)
  const scores = Float32Array.from([0, 1, 1, 0].flatMap((label) => [features[2 * label]!, features[2 * label + 1]!]))
  expect([...bestLabels(chain, scores, 4, transitions)]).toEqual([0, 1, 1, 0])
})

it('the same examples make the same weights, bit for bit', () => {
  expect(learn(chain, examples, 3, settings)).toEqual(learn(chain, examples, 3, settings))
})

it('small weights that are given up stay zero, the others learn on', () => {
  const { features } = learn(chain, examples, 3, { ...settings, thin: { after: 18, least: 0.3 } })
  expect([features[4], features[5]]).toEqual([0, 0])
  expect(features[0]).toBeGreaterThan(0.3)
})
