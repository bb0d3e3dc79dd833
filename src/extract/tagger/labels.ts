import { chainOf } from '#/src/models/chain.ts'

/** What the model tells apart; a facility is a place and an event miscellaneous until its head word is read. */
export const nameTypes = ['PER', 'ORG', 'LOC', 'NORP', 'DATE', 'MISC'] as const
export type NameType = (typeof nameTypes)[number]

/** Label 0 is “outside”; then begin, inside, end, single of each type in turn. */
export const outside = 0
export const begin = 1
export const inside = 2
export const end = 3
export const single = 4
export const labelCount = 1 + 4 * nameTypes.length

export const labelOf = (type: number, part: number): number => 4 * type + part
export const typeOf = (label: number): number => (label - 1) >> 2
export const partOf = (label: number): number => (label === outside ? outside : ((label - 1) & 3) + 1)

const opens = (label: number): boolean => partOf(label) === begin || partOf(label) === inside

/** Whether one label may follow another: inside a name nothing but the rest of the same name. */
function mayFollow(before: number, after: number): boolean {
  const part = partOf(after)
  if (opens(before)) return (part === inside || part === end) && typeOf(before) === typeOf(after)
  return part === outside || part === begin || part === single
}

const mayStart = (label: number): boolean => mayFollow(outside, label)
const mayStop = (label: number): boolean => !opens(label)

/** The labels as a chain. */
export const nameChain = chainOf({ size: labelCount, mayStart, mayStop, mayFollow })
