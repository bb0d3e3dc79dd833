import { describe, expect, it } from 'vitest'
import { logOdds, probability, readTrees } from '#/src/models/trees.ts'
import { type Dumped, packTrees } from '#/test/train/trees/pack.ts'

const leaf = (leaf_value: number): Dumped => ({ leaf_value })
const split = (split_feature: number, threshold: number, left_child: Dumped, right_child: Dumped): Dumped => ({
  split_feature,
  threshold,
  decision_type: '<=',
  left_child,
  right_child,
})

/**
 *     column 0 ≤ 2 ?  column 1 ≤ 0.1 ?  1 : 2    :  4            and a second tree that adds ½ where column 1 is above 3
 */
const trees = readTrees(
  packTrees([split(0, 2, split(1, 0.1, leaf(1), leaf(2)), leaf(4)), split(1, 3, leaf(0), leaf(0.5))]),
)

describe('trees answer as the ones that were grown', () => {
  it.each([
    ['on the threshold goes left', [2, 0], 1],
    ['right of the second question', [2, 1], 2],
    ['right of the first', [3, 1], 4],
    ['both trees together', [3, 4], 4.5],
    ['below zero', [-7, -7], 1],
  ])('%s', (_, row, sum) => {
    expect(logOdds(trees, Float32Array.from(row))).toBe(sum)
  })

  it('a row may stand anywhere in a table', () => {
    expect(logOdds(trees, Float32Array.of(9, 9, 2, 1), 2)).toBe(2)
  })

  it('a threshold between two Float32 leaves the rows on the side where they were', () => {
    const third = Math.fround(1 / 3) // lies above 1/3, so it goes right
    const tree = readTrees(packTrees([split(0, 1 / 3, leaf(-1), leaf(1))]))
    expect(third).toBeGreaterThan(1 / 3)
    expect(logOdds(tree, Float32Array.of(third))).toBe(1)
  })
})

it('bytes may come from the middle of others', () => {
  const bytes = packTrees([leaf(3)])
  const inside = Buffer.concat([Buffer.of(1, 2, 3), bytes]).subarray(3)
  expect(logOdds(readTrees(inside), new Float32Array(1))).toBe(3)
})

it('log-odds of nothing are even', () => {
  expect(probability(0)).toBe(0.5)
  expect(probability(Math.log(3))).toBeCloseTo(0.75)
})

it('bytes of another version are refused, and say so', () => {
  const bytes = packTrees([leaf(1)])
  bytes[0] = 9
  expect(() => readTrees(bytes)).toThrow('version 9')
})

it('questions of another kind are refused when they are packed', () => {
  const bycategory = { ...split(0, 1, leaf(0), leaf(1)), decision_type: '==' }
  expect(() => packTrees([bycategory])).toThrow('==')
})
