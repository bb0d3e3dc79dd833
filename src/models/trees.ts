/**
 * Gradient-boosted decision trees. The two children of a node stand one after the other, and what is not above its
 * threshold goes to the first. A leaf goes on to itself, whatever the row says: so several trees can be walked side by side
 * until all have come to one.
 */
export type Trees = {
  /** The first node of each tree. */
  readonly roots: Uint32Array
  /** Two numbers a node: the bits of its threshold, then 16 bits how far on its children stand and 16 bits which column it looks at. */
  readonly nodes: Uint32Array
  /** The same memory, for the thresholds. */
  readonly thresholds: Float32Array
  /** What a leaf adds. */
  readonly leaves: Float32Array
}

/**
 * Trees as bytes (after decompression), numbers in little-endian order, nodes in preorder: a first child follows its parent,
 * the second stands `rights` nodes further; that is 0 for a leaf.
 *
 *     counts   three Uint32: version, trees, nodes
 *     roots    Uint32 for each tree
 *     values   Float32 for each node: the threshold, or what the leaf adds
 *     columns  Uint16 for each node
 *     rights   Uint16 for each node
 */
export const treesVersion = 1

export function readTrees(bytes: Uint8Array): Trees {
  const { buffer } = new Uint8Array(bytes) // a copy, so that the numbers begin where arrays of them may
  const [version, trees, count] = new Uint32Array(buffer, 0, 3) as unknown as [number, number, number]
  if (version !== treesVersion) throw new Error(`The trees have version ${version}, not ${treesVersion}`)
  const from = 12 + 4 * trees
  const values = new Float32Array(buffer, from, count)
  const columns = new Uint16Array(buffer, from + 4 * count, count)
  const rights = new Uint16Array(buffer, from + 6 * count, count)

  const nodes = new Uint32Array(2 * count)
  const thresholds = new Float32Array(nodes.buffer)
  const leaves = new Float32Array(count)
  let free = 0
  const place = (node: number, to: number): void => {
    const right = rights[node]!
    thresholds[2 * to] = right === 0 ? Number.POSITIVE_INFINITY : values[node]!
    if (right === 0) {
      leaves[to] = values[node]!
      return
    }
    const children = free
    free += 2
    nodes[2 * to + 1] = ((children - to) << 16) | columns[node]!
    place(node + 1, children)
    place(node + right, children + 1)
  }
  const roots = new Uint32Array(buffer, 12, trees).map((root) => {
    const to = free++
    place(root, to)
    return to
  })
  return { roots, nodes, thresholds, leaves }
}

/**
 * The log-odds that all trees together, or those from `first` to before `last`, give to the row that begins at `from`. No
 * number of it may be NaN. Four trees at a time: their walks do not wait for each other, which takes half the time of one
 * after the other.
 */
export function logOdds(trees: Trees, row: Float32Array, from = 0, first = 0, last = trees.roots.length): number {
  const { roots, nodes, thresholds, leaves } = trees
  let sum = 0
  let tree = first
  for (; tree + 3 < last; tree += 4) {
    let a = roots[tree]!
    let b = roots[tree + 1]!
    let c = roots[tree + 2]!
    let d = roots[tree + 3]!
    for (;;) {
      const atA = nodes[2 * a + 1]!
      const atB = nodes[2 * b + 1]!
      const atC = nodes[2 * c + 1]!
      const atD = nodes[2 * d + 1]!
      if ((atA | atB | atC | atD) === 0) break
      a += (atA >>> 16) + +(row[from + (atA & 0xffff)]! > thresholds[2 * a]!)
      b += (atB >>> 16) + +(row[from + (atB & 0xffff)]! > thresholds[2 * b]!)
      c += (atC >>> 16) + +(row[from + (atC & 0xffff)]! > thresholds[2 * c]!)
      d += (atD >>> 16) + +(row[from + (atD & 0xffff)]! > thresholds[2 * d]!)
    }
    sum = sum + leaves[a]! + leaves[b]! + leaves[c]! + leaves[d]!
  }
  for (; tree < last; tree++) {
    let node = roots[tree]!
    for (let at = nodes[2 * node + 1]!; at !== 0; at = nodes[2 * node + 1]!)
      node += (at >>> 16) + +(row[from + (at & 0xffff)]! > thresholds[2 * node]!)
    sum += leaves[node]!
  }
  return sum
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))
