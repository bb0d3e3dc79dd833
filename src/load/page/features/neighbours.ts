import type { Element } from '../tree.ts'
import type { Looks } from './text.ts'

export type Neighbour = { looks: Looks; kept: number; element: Element; tag: number }

const reach = 3
const each = 6
const windows = [4, 10] as const
export const neighbourColumns = 2 * reach * each + windows.length * 3

/** What stands before a segment and after it: three lines one by one, then more of them together. */
export function pushNeighbours(row: Float32Array, from: number, all: readonly Neighbour[], i: number): void {
  const own = all[i]!
  let next = from
  for (let step = -reach; step <= reach; step++) {
    if (step === 0) continue
    const other = all[i + step]
    if (other) {
      row[next] = other.looks.row[0]!
      row[next + 1] = other.looks.links
      row[next + 2] = other.looks.stops ? 1 : 0
      row[next + 3] = other.kept
      row[next + 4] = other.element === own.element ? 2 : other.element.parent === own.element.parent ? 1 : 0
      row[next + 5] = other.tag
    } else row.fill(-1, next, next + each)
    next += each
  }
  for (const width of windows) {
    let [chars, linked, sentences] = [0, 0, 0]
    for (let at = Math.max(0, i - width); at < Math.min(all.length, i + width + 1); at++) {
      const { looks } = all[at]!
      chars += looks.chars
      linked += looks.chars * looks.links
      if (looks.stops) sentences += looks.chars
    }
    row[next++] = Math.log(chars + 1)
    row[next++] = linked / Math.max(1, chars)
    row[next++] = sentences / Math.max(1, chars)
  }
}
