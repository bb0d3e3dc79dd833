import { takeCounts, takeTable } from '#/src/models/bytes.ts'
import { type ChainWeights, takeWeights } from '#/src/models/weights.ts'
import type { Knowledge } from './features.ts'
import { labelCount } from './labels.ts'

/** The trained tagger: what it knows of words, and what each feature says for or against each label. */
export type TaggerModel = { readonly knowledge: Knowledge; readonly weights: ChainWeights }

/**
 * A model as bytes (after decompression):
 *
 *     counts   six Uint32: features, weights, clusters, phrases, version, 0
 *     weights  of the chain
 *     clusters hashes, then the clusters as two planes of bytes
 *     phrases  hashes, then their bits as two planes of bytes
 */
export const modelVersion = 1

export function readModel(bytes: Uint8Array): TaggerModel {
  const cursor = { bytes, at: 0 }
  const [features, values, clusters, phrases, version] = takeCounts(cursor, 6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (version !== modelVersion) throw new Error(`The model has version ${version}, this tagger reads ${modelVersion}`)
  const weights = takeWeights(cursor, labelCount, features, values)
  return { weights, knowledge: { clusters: takeTable(cursor, clusters), phrases: takeTable(cursor, phrases) } }
}
