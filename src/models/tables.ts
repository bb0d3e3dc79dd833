/** A hash table of 32-bit keys with one number each: open addressing, no objects, fast to fill and to ask. */
export type Table = { readonly keys: Int32Array; readonly values: Int32Array; readonly shift: number }

/** `ints`: where its numbers stand. */
export function newTable(entries: number, ints = (length: number): Int32Array => new Int32Array(length)): Table {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, entries) * 1.6)))
  return { keys: ints(1 << bits), values: ints(1 << bits), shift: 32 - bits }
}

/** Keys are hashes. Their upper bits keep their order: a table that is filled in order is filled from its beginning to its end. */
const slotOf = (key: number, shift: number): number => key >>> shift

export function put({ keys, values, shift }: Table, key: number, value: number): void {
  const last = keys.length - 1
  let slot = slotOf(key, shift)
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last
  keys[slot] = key
  values[slot] = value
}

/** The number of a key, or -1. */
export function get({ keys, values, shift }: Table, key: number): number {
  const last = keys.length - 1
  let slot = slotOf(key, shift)
  for (;;) {
    const found = keys[slot]
    if (found === key) return values[slot]!
    if (found === 0) return -1
    slot = (slot + 1) & last
  }
}
