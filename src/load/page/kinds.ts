import type { BlockKind } from '#/schemas/block.ts'
import type { Segment } from './segments.ts'
import { signedBy } from './signers.ts'
import type { Element } from './tree.ts'

/** What a segment of the body is, by the innermost element that says it. */
export function kindOf({ at }: Segment): BlockKind {
  for (let element: Element | null = at, level = 0; element && level < 8; element = element.parent, level++) {
    const kind = element.name === 'figcaption' && signedBy(element) ? 'blockquote' : kinds[element.name]
    if (kind) return kind
  }
  return 'paragraph'
}

const kinds: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listItem',
  dt: 'listItem',
  dd: 'listItem',
  blockquote: 'blockquote',
  pre: 'preformatted',
  caption: 'caption',
  figcaption: 'caption',
}

/** The row of a table that a segment is a cell of, if it is short as cells are. */
export function rowOf({ at, text }: Segment): Element | null {
  if (text.length > 150) return null
  for (let element: Element | null = at, level = 0; element && level < 4; element = element.parent, level++)
    if (element.name === 'tr') return element
  return null
}
