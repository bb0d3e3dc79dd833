import { type AddFeatures, bitsFor, type FeatureTable, type FeatureWeights, mostFeatures } from './feature-weights.ts'
import { sharedInts, sharedShorts } from './shared.ts'

/** So many labels have room in two numbers of 32 bits, a byte each. */
export const fewLabels = 8

/** Room for what is looked up of one row; nothing in it outlives a call. */
const firstSeen = new Int32Array(mostFeatures)

/** Every second byte, with room above it for the sum of 128 of them. */
const lanes = 0x00ff00ff

/** Four sums are added at once. */
export const addPacked: AddFeatures = ({ slots, shift }, row, count, sums) => {
  const last = slots.length / 4 - 1
  for (let i = 0; i < count; i++) firstSeen[i] = slots[4 * (row[i]! >>> shift)]!
  let [known, even, odd, even2, odd2] = [0, 0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const hash = row[i]!
    let slot = hash >>> shift
    let seen = firstSeen[i]!
    while (seen !== hash && seen !== 0) {
      slot = (slot + 1) & last
      seen = slots[4 * slot]!
    }
    if (seen === 0) continue
    known++
    const four = slots[4 * slot + 1]!
    const others = slots[4 * slot + 2]!
    even = (even + (four & lanes)) | 0
    odd = (odd + ((four >>> 8) & lanes)) | 0
    even2 = (even2 + (others & lanes)) | 0
    odd2 = (odd2 + ((others >>> 8) & lanes)) | 0
  }
  const added = 128 * known
  sums[0]! += (even & 0xffff) - added
  sums[1]! += (odd & 0xffff) - added
  sums[2]! += (even >>> 16) - added
  sums[3]! += (odd >>> 16) - added
  sums[4]! += (even2 & 0xffff) - added
  sums[5]! += (odd2 & 0xffff) - added
  sums[6]! += (even2 >>> 16) - added
  sums[7]! += (odd2 >>> 16) - added
}

/** Four weights that say nothing. */
const zeros = 0x80808080 | 0

/**
 * Weights of few labels: all of a feature stand in its slot of the hash table, a byte each with 128 added. Four numbers a
 * slot: the hash of a feature, the weights of labels 0 to 3 and 4 to 7, and one that keeps slots in one line of memory.
 */
export function packedWeights(found: FeatureWeights): FeatureTable {
  const { hashes, counts, labels, values } = found
  const bits = bitsFor(found)
  const [slots, shift, last] = [sharedInts(4 << bits), 32 - bits, (1 << bits) - 1]
  const bytes = new Uint8Array(slots.buffer) // little-endian, as all machines are that Node runs on
  let next = 0
  for (let i = 0; i < hashes.length; i++) {
    let slot = hashes[i]! >>> shift
    while (slots[4 * slot] !== 0) slot = (slot + 1) & last
    slots[4 * slot] = hashes[i]!
    slots[4 * slot + 1] = zeros
    slots[4 * slot + 2] = zeros
    for (const stop = next + counts[i]!; next < stop; next++)
      bytes[16 * slot + 4 + labels[next]!] = (values[next]! + 128) & 255
  }
  return { slots, shift, weights: sharedShorts(0) }
}
