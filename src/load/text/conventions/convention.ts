import type { BlockKind } from '#/schemas/block.ts'

/** What a line is by its wording alone, whatever stands around it. */
export type Convention = {
  id: string
  kind: BlockKind
  /** A line of this kind; a rule that does not know its own example is broken. */
  example: string
  is: RegExp | ((line: string) => boolean)
  /** It is the heading of something that is not the article: teasers, comments, a form. */
  opens?: 'teasers' | 'comments'
  /** An ordinary line of an article can be worded so: it counts only on a page that was copied whole. */
  pageOnly?: true
}

export const knows = ({ is }: Convention, line: string): boolean =>
  typeof is === 'function' ? is(line) : is.test(line)
