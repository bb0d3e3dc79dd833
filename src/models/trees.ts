/**
 * Gradient-boosted decision trees, node by node in preorder: what is not above the threshold goes to the next node, the
 * rest `rights` nodes further. Node `i` is a leaf when `rights[i]` is 0; its value is then what the leaf adds.
 */
export type Trees = {
  /** The first node of each tree. */
  readonly roots: Uint32Array
  /** Column of the row that a node looks at. */
  readonly columns: Uint16Array
  readonly rights: Uint16Array
  /** Threshold of a node, value of a leaf. */
  readonly values: Float32Array
}

/**
 * Trees as bytes (after decompression), numbers in little-endian order:
 *
 *     counts   three Uint32: version, trees, nodes
 *     roots    Uint32 for each tree
 *     values   Float32, columns Uint16, rights Uint16 for each node
 */
export const treesVersion = 1

export function readTrees(bytes: Uint8Array): Trees {
  const { buffer } = new Uint8Array(bytes) // a copy, so that the numbers begin where arrays of them may
  const [version, trees, nodes] = new Uint32Array(buffer, 0, 3) as unknown as [number, number, number]
  if (version !== treesVersion) throw new Error(`The trees have version ${version}, not ${treesVersion}`)
  const values = 12 + 4 * trees
  const columns = values + 4 * nodes
  return {
    roots: new Uint32Array(buffer, 12, trees),
    values: new Float32Array(buffer, values, nodes),
    columns: new Uint16Array(buffer, columns, nodes),
    rights: new Uint16Array(buffer, columns + 2 * nodes, nodes),
  }
}

/**
 * The log-odds that all trees together, or those from `first` to before `last`, give to the row that begins at `from`. No
 * number of it may be NaN.
 */
export function logOdds(
  { roots, columns, rights, values }: Trees,
  row: Float32Array,
  from = 0,
  first = 0,
  last = roots.length,
): number {
  let sum = 0
  for (let tree = first; tree < last; tree++) {
    let node = roots[tree]!
    for (let right = rights[node]!; right !== 0; right = rights[node]!)
      node += row[from + columns[node]!]! <= values[node]! ? 1 : right
    sum += values[node]!
  }
  return sum
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))
