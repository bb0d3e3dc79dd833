/** The weights of features as they are read: hashes ascending, how many weights each has, their labels and their values. */
export type FeatureWeights = {
  readonly hashes: Int32Array
  readonly counts: Uint8Array
  readonly labels: Uint8Array
  readonly values: Uint8Array
}

/** The same as a hash table; where the weights stand beside their slots, `weights` is empty. Plain numbers, which threads share. */
export type FeatureTable = { readonly slots: Int32Array; readonly shift: number; readonly weights: Uint16Array }

/** Adds what the first `count` features of a row say of every label to `sums`, in whole steps. */
export type AddFeatures = (table: FeatureTable, row: Int32Array, count: number, sums: Int32Array) => void

/** No row has more features. */
export const mostFeatures = 128

/** How many bits number the slots of a hash table. */
export const bitsFor = ({ hashes }: FeatureWeights): number =>
  Math.max(4, Math.ceil(Math.log2(Math.max(1, hashes.length) * 1.6)))
