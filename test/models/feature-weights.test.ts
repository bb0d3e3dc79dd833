import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FeatureWeights } from '#/src/models/feature-weights.ts'
import { addPacked, fewLabels, packedWeights } from '#/src/models/packed-weights.ts'
import { addSparse, sparseWeights } from '#/src/models/sparse-weights.ts'

/** Features by their hashes, each with a weight for some labels. */
const features = fc.uniqueArray(
  fc.record({
    hash: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    weights: fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 1, maxLength: fewLabels }),
  }),
  { selector: ({ hash }) => hash, maxLength: 60 },
)

type Feature = { hash: number; weights: readonly number[] }

/** As a model file has them: ascending, weights that are 0 left out. */
function read(all: readonly Feature[]): FeatureWeights {
  const sorted = all.toSorted((a, b) => a.hash - b.hash)
  const kept = sorted.map(({ weights }) => weights.flatMap((value, label) => (value === 0 ? [] : [{ label, value }])))
  return {
    hashes: Int32Array.from(sorted, ({ hash }) => hash | 0),
    counts: Uint8Array.from(kept, ({ length }) => length),
    labels: Uint8Array.from(kept.flat(), ({ label }) => label),
    values: Uint8Array.from(kept.flat(), ({ value }) => value),
  }
}

/** What features say, added up one by one. */
function added(all: readonly Feature[], row: readonly number[]): number[] {
  const sums = new Array<number>(fewLabels).fill(0)
  for (const hash of row)
    for (const [label, value] of (all.find((each) => each.hash === hash)?.weights ?? []).entries())
      sums[label]! += value
  return sums
}

it.each([
  ['packed', packedWeights, addPacked],
  ['sparse', sparseWeights, addSparse],
])('%s weights say what was learned, of known features, unknown ones and many', (_, weightsOf, add) => {
  fc.assert(
    fc.property(features, fc.array(fc.nat(), { maxLength: 20 }), fc.nat(120), (all, picks, times) => {
      const known = picks.flatMap((pick) => all[pick % 70]?.hash ?? pick + 1)
      const row = [...known, ...new Array<number>(known[0] ? Math.min(times, 128 - known.length) : 0).fill(known[0]!)]
      const sums = new Int32Array(32)
      add(
        weightsOf(read(all)),
        Int32Array.from(row, (hash) => hash | 0),
        row.length,
        sums,
      )
      expect([...sums.subarray(0, fewLabels)]).toEqual(added(all, row))
    }),
  )
})
