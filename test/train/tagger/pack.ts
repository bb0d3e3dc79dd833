import type { Knowledge } from '#/src/extract/tagger/features.ts'
import { labelCount } from '#/src/extract/tagger/labels.ts'
import { modelVersion } from '#/src/extract/tagger/model.ts'
import type { Dictionary } from '../chain/dictionary.ts'
import type { Weights } from '../chain/learn.ts'
import { joined, tableBytes, weightBytes } from '../chain/pack.ts'

/** The bytes of a model, as `readModel` reads them. */
export function packed(
  dictionary: Dictionary,
  learned: Weights,
  { phrases, clusters, habits }: Knowledge,
  least: number,
): Uint8Array {
  const { features, weights, bytes } = weightBytes(dictionary, learned, labelCount, least)
  const [clusterTable, phraseTable, habitTable] = [tableBytes(clusters), tableBytes(phrases), tableBytes(habits)]
  return joined([
    Uint32Array.of(features, weights, clusterTable.count, phraseTable.count, modelVersion, habitTable.count),
    bytes,
    clusterTable.bytes,
    phraseTable.bytes,
    habitTable.bytes,
  ])
}
