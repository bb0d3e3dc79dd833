import { type Cursor, takeBytes, takeFloats, takeHashes } from './bytes.ts'
import type { Transitions } from './chain.ts'
import type { FeatureTable } from './feature-weights.ts'
import { fewLabels, packedWeights } from './packed-weights.ts'
import { sparseWeights } from './sparse-weights.ts'

/** What each feature says for or against each label, and each label for or against the next. */
export type ChainWeights = {
  readonly features: FeatureTable
  /** One step of a weight. */
  readonly scale: number
  readonly transitions: Transitions
}

/**
 * Reads the weights of a chain with `size` labels:
 *
 *     scale, transitions (pairs, starts, stops) as Float32; hashes of the features, ascending;
 *     the number of weights of each; their labels; their values
 */
export function takeWeights(cursor: Cursor, size: number, features: number, weights: number): ChainWeights {
  const scale = takeFloats(cursor, 1)[0]!
  const transitions = {
    pairs: takeFloats(cursor, size * size),
    starts: takeFloats(cursor, size),
    stops: takeFloats(cursor, size),
  }
  const found = {
    hashes: takeHashes(cursor, features),
    counts: takeBytes(cursor, features),
    labels: takeBytes(cursor, weights),
    values: takeBytes(cursor, weights),
  }
  return { features: size <= fewLabels ? packedWeights(found) : sparseWeights(found), scale, transitions }
}
