import { type AddFeatures, bitsFor, type FeatureTable, type FeatureWeights, mostFeatures } from './feature-weights.ts'
import { sharedInts, sharedShorts } from './shared.ts'

/** Room for what is looked up of one row; nothing in it outlives a call. */
const firstSeen = new Int32Array(mostFeatures)
const places = new Int32Array(mostFeatures)
const touched = new Uint16Array(mostFeatures)

/**
 * Tables this large lie outside of the processor's caches, so all first slots are asked for before any is looked at, and
 * all first weights before any is added: memory answers many questions at once, but only if none waits for another.
 */
export const addSparse: AddFeatures = ({ slots, shift, weights }, row, count, sums) => {
  const last = slots.length / 2 - 1
  for (let i = 0; i < count; i++) firstSeen[i] = slots[2 * (row[i]! >>> shift)]!
  let known = 0
  for (let i = 0; i < count; i++) {
    const hash = row[i]!
    let slot = hash >>> shift
    let seen = firstSeen[i]!
    while (seen !== hash && seen !== 0) {
      slot = (slot + 1) & last
      seen = slots[2 * slot]!
    }
    if (seen === 0) continue
    const place = slots[2 * slot + 1]!
    touched[known] = weights[place >>> 5]!
    places[known++] = place
  }
  for (let i = 0; i < known; i++) {
    const place = places[i]!
    const stop = (place >>> 5) + (place & 31)
    for (let k = place >>> 5; k < stop; k++) {
      const weight = weights[k]!
      sums[weight >> 8]! += (weight & 255) - 128
    }
  }
}

/**
 * Weights of many labels, of which each feature has a few: a hash table of places in a list of labels and values (256 ·
 * label + value + 128). Two numbers a slot: the hash of a feature, and where its weights begin with how many they are (32 · begin + count, so at
 * most 31 labels). The upper bits of a hash are its first slot: the table is filled from its beginning to its end.
 */
export function sparseWeights(found: FeatureWeights): FeatureTable {
  const { hashes, counts, labels, values } = found
  const weights = sharedShorts(labels.length)
  for (let i = 0; i < weights.length; i++) weights[i] = 256 * labels[i]! + ((values[i]! + 128) & 255)
  const bits = bitsFor(found)
  const [slots, shift, last] = [sharedInts(2 << bits), 32 - bits, (1 << bits) - 1]
  let begin = 0
  for (let i = 0; i < hashes.length; i++) {
    let slot = hashes[i]! >>> shift
    while (slots[2 * slot] !== 0) slot = (slot + 1) & last
    slots[2 * slot] = hashes[i]!
    slots[2 * slot + 1] = 32 * begin + counts[i]!
    begin += counts[i]!
  }
  return { slots, shift, weights }
}
