import { addWord } from '#/src/models/hashing.ts'
import { get, type Table } from '#/src/models/tables.ts'
import { type Columns, isCapital } from './columns.ts'

/** The lists of names that the tagger looks words up in; the place in this row is the bit. */
export const listNames = [
  'country',
  'region',
  'worldRegion',
  'bigCity',
  'city',
  'group',
  'organization',
  'person',
  'firstName',
  'lastName',
] as const
export type ListName = (typeof listNames)[number]

/** Set on the hash of a beginning that longer phrases share. */
export const beginsLonger = 1 << 15

/** The bits of a later word of a phrase are shifted by this. */
export const laterWord = 16

const longest = 6

/** For each row the lists that hold a phrase there: its first word in the lower bits, the others shifted. */
export function listed(columns: Columns, phrases: Table): Int32Array {
  const found = new Int32Array(columns.rows)
  for (let s = 0; s < columns.firsts.length; s++) {
    const last = columns.lasts[s]!
    for (let row = columns.firsts[s]!; row < last; row++) {
      if (!isCapital(columns.casing[row]!)) continue
      let phrase = 0
      let match = 0
      let matchEnd = row
      for (let at = row; at < last && at < row + longest; at++) {
        phrase = addWord(phrase, columns.word[at]!)
        const bits = get(phrases, phrase)
        if (bits < 0) break
        if (bits & ~beginsLonger) {
          match = bits & ~beginsLonger
          matchEnd = at
        }
        if (!(bits & beginsLonger)) break
      }
      if (!match) continue
      found[row]! |= match
      for (let at = row + 1; at <= matchEnd; at++) found[at]! |= match << laterWord
    }
  }
  return found
}
