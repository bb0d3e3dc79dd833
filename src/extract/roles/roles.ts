import { chainOf } from '#/src/models/chain.ts'

/** What a word can be in a report of speech: of who speaks, of the verb of speech, of what is said. */
export const roles = ['source', 'cue', 'content'] as const
export const [source, cue, content] = [0, 1, 2] as const

/** Label 0 is “outside”; then the first and the later words of each role in turn. */
export const outside = 0
export const roleLabels = 1 + 2 * roles.length
export const beginOf = (role: number): number => 1 + 2 * role
export const insideOf = (role: number): number => 2 + 2 * role
export const roleOf = (label: number): number => (label - 1) >> 1
const isInside = (label: number): boolean => label !== outside && (label & 1) === 0

const mayFollow = (before: number, after: number): boolean =>
  !isInside(after) || (before !== outside && roleOf(before) === roleOf(after))

/** The labels as a chain. */
export const roleChain = chainOf({
  size: roleLabels,
  mayStart: (label) => !isInside(label),
  mayStop: () => true,
  mayFollow,
})
