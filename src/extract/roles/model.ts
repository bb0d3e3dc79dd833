import { takeCounts, takeTable } from '#/src/models/bytes.ts'
import type { Table } from '#/src/models/tables.ts'
import { type ChainWeights, takeWeights } from '#/src/models/weights.ts'
import { newWordScores, type WordScores } from '#/src/models/word-scores.ts'
import type { WordKnowledge } from './columns.ts'
import { roleOffsets } from './features.ts'
import { roleLabels } from './roles.ts'

/** The trained chain that tells who speaks, the verb of speech and what is said. */
export type RoleModel = RoleWeights & { readonly words: WordScores }

/** The part of it that was learned: numbers alone, which threads share. */
export type RoleWeights = { readonly known: WordKnowledge; readonly weights: ChainWeights }

/**
 * A model as bytes (after decompression):
 *
 *     counts   four Uint32: version, features, weights, words that can be cues
 *     weights  of the chain
 *     words    hashes, then how often each is a cue as two planes of bytes
 */
export const roleModelVersion = 1

/** `clusters` are those of the tagger. */
export function readRoleModel(bytes: Uint8Array, clusters: Table): RoleWeights {
  const cursor = { bytes, at: 0 }
  const [version, features, values, words] = takeCounts(cursor, 4) as [number, number, number, number]
  if (version !== roleModelVersion) throw new Error(`The statements have version ${version}, not ${roleModelVersion}`)
  const weights = takeWeights(cursor, roleLabels, features, values)
  return { weights, known: { clusters, cues: takeTable(cursor, words) } }
}

export const rolesOf = (learned: RoleWeights): RoleModel => ({
  ...learned,
  words: newWordScores(roleOffsets.length, roleLabels),
})
