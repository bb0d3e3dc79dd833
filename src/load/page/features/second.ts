import type { Segment } from '../segments.ts'
import { signatureOf } from './tree.ts'

/** Which segments stand together: in the same element, the same parent, its parent, or elements named alike. */
export type Kin = readonly Int32Array[]

export function kinOf(segments: readonly Segment[]): Kin {
  const numbered = (keyOf: (segment: Segment) => unknown): Int32Array => {
    const known = new Map<unknown, number>()
    return Int32Array.from(segments, (segment) => {
      const key = keyOf(segment)
      const number = known.get(key) ?? known.size
      known.set(key, number)
      return number
    })
  }
  return [
    numbered(({ at }) => at),
    numbered(({ at }) => at.parent ?? at),
    numbered(({ at }) => at.parent?.parent ?? at.parent ?? at),
    numbered(({ at }) => signatureOf(at)),
  ]
}

const reach = 3
const windows = [2, 5, 12] as const
export const secondColumns = 1 + 2 * reach + windows.length + 4 + 7

/** What a first look thinks of the segments around each: the second look learns from it where an article begins and ends. */
export function secondOf(odds: Float32Array, chars: readonly number[], kin: Kin): Float32Array {
  const count = odds.length
  const p = Float32Array.from(odds, (value) => 1 / (1 + Math.exp(-value)))
  const mass = Float64Array.from(p, (value, i) => value * chars[i]!)
  const rows = new Float32Array(count * secondColumns)
  const above = new Float64Array(count + 1)
  const charsAbove = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    above[i + 1] = above[i]! + mass[i]!
    charsAbove[i + 1] = charsAbove[i]! + chars[i]!
  }
  const groups = kin.map((group) => sums(group, mass, chars))
  const first = p.findIndex((value) => value > 0.5)
  const last = p.findLastIndex((value) => value > 0.5)
  const total = above[count]!
  for (let i = 0; i < count; i++) {
    const row: number[] = [odds[i]!]
    for (let step = -reach; step <= reach; step++) if (step !== 0) row.push(p[i + step] ?? -1)
    for (const width of windows) {
      const [from, to] = [Math.max(0, i - width), Math.min(count, i + width + 1)]
      row.push((above[to]! - above[from]! - mass[i]!) / Math.max(1, charsAbove[to]! - charsAbove[from]! - chars[i]!))
    }
    for (const [at, group] of kin.entries()) {
      const sum = groups[at]!
      const others = sum.chars[group[i]!]! - chars[i]!
      row.push(others > 0 ? (sum.mass[group[i]!]! - mass[i]!) / others : -1)
    }
    row.push(
      total > 0 ? above[i]! / total : 0,
      total > 0 ? (total - above[i + 1]!) / total : 0,
      Math.log(total + 1),
      first < 0 ? 99 : i - first,
      last < 0 ? 99 : i - last,
      total > 0 ? mass[i]! / total : 0,
      total / Math.max(1, charsAbove[count]!),
    )
    rows.set(row, i * secondColumns)
  }
  return rows
}

function sums(group: Int32Array, mass: Float64Array, chars: readonly number[]) {
  const size = group.reduce((max, each) => Math.max(max, each), -1) + 1
  const sum = { mass: new Float64Array(size), chars: new Float64Array(size) }
  for (let i = 0; i < group.length; i++) {
    sum.mass[group[i]!]! += mass[i]!
    sum.chars[group[i]!]! += chars[i]!
  }
  return sum
}
