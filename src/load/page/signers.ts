import type { Element } from './tree.ts'

/**
 * The block quotation that an element is under, to say whose words it holds; null when it says nothing of the kind.
 *
 *     <blockquote><p>The wall is gone.</p><footer>‹Ana Cruz, harbour master›</footer></blockquote>
 *     <figure><blockquote>The wall is gone.</blockquote><figcaption>‹Ana Cruz, harbour master›</figcaption></figure>
 */
export function signedBy(at: Element): Element | null {
  const signer = above(at, ['footer', 'figcaption'])
  if (signer?.name === 'footer') return above(signer, ['blockquote'])
  const figure = signer && above(signer, ['figure'])
  return figure?.children.find((child): child is Element => child.name === 'blockquote') ?? null
}

/** Whether a place is in an element. */
export const isInside = (at: Element, element: Element): boolean => {
  for (let here: Element | null = at; here; here = here.parent) if (here === element) return true
  return false
}

/** The element or one above it, not far, that has one of these names. */
function above(at: Element, names: readonly string[]): Element | null {
  for (let here: Element | null = at, level = 0; here && level < 4; here = here.parent, level++)
    if (names.includes(here.name)) return here
  return null
}
