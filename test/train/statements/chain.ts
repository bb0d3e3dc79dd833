import { roleModelVersion } from '#/src/extract/roles/model.ts'
import { roleChain, roleLabels } from '#/src/extract/roles/roles.ts'
import { dictionaryOf, numbered } from '../chain/dictionary.ts'
import { learn } from '../chain/learn.ts'
import { joined, tableBytes, weightBytes } from '../chain/pack.ts'
import { countCues, cueTable } from './cues.ts'
import { clusters, type Document } from './documents.ts'
import { exampleOf } from './examples.ts'
import { recipe } from './recipe.ts'

const log = (line: string): void => console.error(line)

/** The bytes of a chain of roles that has read these documents. */
export function trained(documents: readonly Document[]): Uint8Array {
  const counts = countCues(documents)
  const known = clusters()
  const raw = documents.map((document) => exampleOf(document, { clusters: known, cues: cueTable(counts, document) }))
  const dictionary = dictionaryOf(raw, recipe.atLeast)
  const examples = raw.map((example) => numbered(dictionary, example))
  log(`learning ${dictionary.size} features`)
  const weights = learn(roleChain, examples, dictionary.size, { ...recipe, weightOf: () => 1, log })
  const packed = weightBytes(dictionary, weights, roleLabels, recipe.least)
  const cues = tableBytes(cueTable(counts))
  return joined([
    Uint32Array.of(roleModelVersion, packed.features, packed.weights, cues.count),
    packed.bytes,
    cues.bytes,
  ])
}
