import { conventionOf } from '../text/conventions/conventions.ts'
import type { View } from './view.ts'

/** Which segments of a page are the body of its article (1). */
export function bodyOf({ segments, kept, title }: View): Uint8Array {
  const body = Uint8Array.from(segments, ({ text, linked, hidden, at }, i) => {
    if (!kept[i] || hidden || i === title || at.name === 'figcaption') return 0
    if (linked > text.length * 0.6 && text.length < 200) return 0
    return conventionOf(text, 'page') ? 0 : 1
  })
  return body.some((each) => each === 1) ? body : kept
}
