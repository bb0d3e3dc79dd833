import { treesVersion } from '#/src/models/trees.ts'

/** A tree as LightGBM dumps it: a split with two branches, or a leaf. */
export type Dumped =
  | {
      split_feature: number
      threshold: number
      decision_type: string
      left_child: Dumped
      right_child: Dumped
    }
  | { leaf_value: number }

/** The bytes that `readTrees` reads. A threshold is rounded down, so that the same rows of Float32 stay on its left. */
export function packTrees(trees: readonly Dumped[]): Uint8Array {
  const roots: number[] = []
  const columns: number[] = []
  const rights: number[] = []
  const values: number[] = []
  const add = (node: Dumped): void => {
    const at = values.length
    if ('leaf_value' in node) {
      columns.push(0)
      rights.push(0)
      values.push(node.leaf_value)
      return
    }
    if (node.decision_type !== '<=') throw new Error(`Trees split by <=, not by ${node.decision_type}`)
    columns.push(node.split_feature)
    rights.push(0)
    values.push(roundedDown(node.threshold))
    add(node.left_child)
    rights[at] = values.length - at
    add(node.right_child)
  }
  for (const tree of trees) {
    roots.push(values.length)
    add(tree)
  }
  return joined([
    Uint32Array.of(treesVersion, roots.length, values.length),
    Uint32Array.from(roots),
    Float32Array.from(values),
    Uint16Array.from(columns),
    Uint16Array.from(rights),
  ])
}

/** The largest Float32 that is not above a number. */
function roundedDown(value: number): number {
  const near = Math.fround(value)
  if (near <= value) return near
  const float = Float32Array.of(near)
  const bits = new Int32Array(float.buffer)
  if (near === 0) return -(2 ** -149)
  bits[0]! += near > 0 ? -1 : 1
  return float[0]!
}

function joined(parts: readonly (Uint32Array | Float32Array | Uint16Array)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, 0, byteLength), at)
    at += byteLength
  }
  return bytes
}
