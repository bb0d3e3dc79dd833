import { type Columns, casing, isCapital } from './columns.ts'

/**
 * How a word written small stands to names, as far as it was seen often enough: anywhere, between the capitals and
 * numbers of a name only (“Bank ‹of› China”), or never.
 */
export const standing = { anywhere: 0, between: 1, never: 2 } as const

/** Rows that may be parts of names, in a row and in one sentence: the first, and the one after the last. */
export type Stretch = { readonly sentence: number; readonly first: number; readonly last: number }

/**
 * Where names can be: two tokens of three are words that no name holds, and need no second look.
 *
 *     The ‹committee of› five met in ‹Kuala Lumpur on Monday› and left .
 */
export function stretchesOf(columns: Columns & { readonly standing: Uint8Array }): Stretch[] {
  const found: Stretch[] = []
  for (let sentence = 0; sentence < columns.firsts.length; sentence++) {
    const stop = columns.lasts[sentence]!
    let first = -1
    for (let row = columns.firsts[sentence]!; row <= stop; row++) {
      if (row < stop && mayBeInName(columns, row)) {
        if (first < 0) first = row
      } else if (first >= 0) {
        found.push({ sentence, first, last: row })
        first = -1
      }
    }
  }
  return found
}

function mayBeInName(columns: Columns & { readonly standing: Uint8Array }, row: number): boolean {
  const how = columns.standing[row]
  if (how === standing.anywhere) return true
  return how === standing.between && (isBold(columns.casing[row - 1]!) || isBold(columns.casing[row + 1]!))
}

/** A capital or a number. */
const isBold = (how: number): boolean => isCapital(how) || how === casing.number
