import { type Cursor, takeBytes, takeFloats, takeHashes } from './bytes.ts'
import type { Transitions } from './chain.ts'

/** What each feature says for or against each label, and each label for or against the next. */
export type ChainWeights = {
  /**
   * A hash table, two numbers a slot: the hash of a feature, and where its weights begin with how many they are
   * (32 · begin + count, so at most 31 labels). What is needed together stands together: memory decides how fast names are found.
   */
  readonly slots: Int32Array
  /** The hash shifted by this is its first slot. */
  readonly shift: number
  /** Label and value of each weight: 256 · label + value + 128. */
  readonly weights: Uint16Array
  /** One step of a value. */
  readonly scale: number
  readonly transitions: Transitions
}

/** Hashes are mixed well already. Their upper bits keep their order, so that a table is filled from its beginning to its end. */
const slotOf = (hash: number, shift: number): number => hash >>> shift

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
  const hashes = takeHashes(cursor, features)
  const counts = takeBytes(cursor, features)
  const labels = takeBytes(cursor, weights)
  const values = takeBytes(cursor, weights)
  const pairs = new Uint16Array(weights)
  for (let i = 0; i < weights; i++) pairs[i] = 256 * labels[i]! + ((values[i]! + 128) & 255)
  return { ...slotsOf(hashes, counts), weights: pairs, scale, transitions }
}

function slotsOf(hashes: Int32Array, counts: Uint8Array): { slots: Int32Array; shift: number } {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, hashes.length) * 1.6)))
  const [slots, shift, last] = [new Int32Array(2 << bits), 32 - bits, (1 << bits) - 1]
  let begin = 0
  for (let i = 0; i < hashes.length; i++) {
    let slot = slotOf(hashes[i]!, shift)
    while (slots[2 * slot] !== 0) slot = (slot + 1) & last
    slots[2 * slot] = hashes[i]!
    slots[2 * slot + 1] = 32 * begin + counts[i]!
    begin += counts[i]!
  }
  return { slots, shift }
}

/** No row has more features. */
export const mostFeatures = 128

/** Room for what is looked up of one row; nothing in it outlives a call. */
const firstSeen = new Int32Array(mostFeatures)
const places = new Int32Array(mostFeatures)
const touched = new Uint16Array(mostFeatures)

/**
 * Adds what the first `count` features of a row say of every label to `sums`, in whole steps of the weights.
 *
 * Tables this large lie outside of the processor's caches, so all first slots are asked for before any is looked at, and
 * all first weights before any is added: memory answers many questions at once, but only if none waits for another.
 */
export function addFeatures(
  { slots, shift, weights }: ChainWeights,
  row: Int32Array,
  count: number,
  sums: Int32Array,
): void {
  for (let i = 0; i < count; i++) firstSeen[i] = slots[2 * slotOf(row[i]!, shift)]!
  const last = slots.length / 2 - 1
  let known = 0
  for (let i = 0; i < count; i++) {
    const hash = row[i]!
    let slot = slotOf(hash, shift)
    let found = firstSeen[i]!
    while (found !== hash && found !== 0) {
      slot = (slot + 1) & last
      found = slots[2 * slot]!
    }
    if (found === 0) continue
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

/** Sums as scores of `size` labels, written to `scores[base …]`; the sums are 0 after that. */
export function writeScaled(
  { scale }: ChainWeights,
  sums: Int32Array,
  size: number,
  scores: Float32Array,
  base: number,
): void {
  for (let y = 0; y < size; y++) {
    scores[base + y] = sums[y]! * scale
    sums[y] = 0
  }
}
