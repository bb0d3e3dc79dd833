import { takeCounts, takeTable } from '#/src/models/bytes.ts'
import { type ChainWeights, takeWeights } from '#/src/models/weights.ts'
import { newWordScores, type WordScores } from '#/src/models/word-scores.ts'
import { type Knowledge, wordOffsets } from './features.ts'
import { labelCount } from './labels.ts'

/** The trained tagger: what it knows of words, and what each feature says for or against each label. */
export type TaggerModel = TaggerWeights & { readonly words: WordScores }

/** The part of it that was learned: numbers alone, which threads share. */
export type TaggerWeights = { readonly knowledge: Knowledge; readonly weights: ChainWeights }

/**
 * A model as bytes (after decompression):
 *
 *     counts   six Uint32: features, weights, clusters, phrases, version, habits
 *     weights  of the chain
 *     clusters hashes of words, then the clusters as two planes of bytes
 *     phrases  hashes, then their bits as two planes of bytes
 *     habits   hashes of words, then their habits as two planes of bytes
 */
export const modelVersion = 2

export function readModel(bytes: Uint8Array): TaggerWeights {
  const cursor = { bytes, at: 0 }
  const [features, values, clusters, phrases, version, habits] = takeCounts(cursor, 6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (version !== modelVersion) throw new Error(`The model has version ${version}, this tagger reads ${modelVersion}`)
  const weights = takeWeights(cursor, labelCount, features, values)
  const knowledge = {
    clusters: takeTable(cursor, clusters),
    phrases: takeTable(cursor, phrases),
    habits: takeTable(cursor, habits),
  }
  return { weights, knowledge }
}

export const taggerOf = (learned: TaggerWeights): TaggerModel => ({
  ...learned,
  words: newWordScores(wordOffsets.length, labelCount),
})
