import type { Segment } from '../segments.ts'
import type { Element } from '../tree.ts'
import type { Looks } from './text.ts'

/** What lies below an element, in characters and segments. */
export type Mass = { chars: number; linked: number; segments: number; sentences: number; kept: number }

export type Masses = {
  of: (element: Element) => Mass
  /** The same over all segments whose element has this one’s name and classes. */
  like: (element: Element) => Mass
  page: Mass
}

const none = (): Mass => ({ chars: 0, linked: 0, segments: 0, sentences: 0, kept: 0 })

function add(mass: Mass, { chars, links, stops }: Looks, kept: number): void {
  mass.chars += chars
  mass.linked += chars * links
  mass.segments++
  if (stops) mass.sentences += chars
  if (kept) mass.kept += chars
}

export const signatureOf = ({ name, attributes }: Element): string => `${name}.${attributes.class ?? ''}`

/** One pass: each segment adds to its element and all above it. */
export function massesOf(segments: readonly Segment[], looks: readonly Looks[], kept: Uint8Array): Masses {
  const below = new Map<Element, Mass>()
  const alike = new Map<string, Mass>()
  const page = none()
  for (const [at, segment] of segments.entries()) {
    const own = looks[at]!
    add(page, own, kept[at]!)
    add(entry(alike, signatureOf(segment.at)), own, kept[at]!)
    for (let element: Element | null = segment.at; element; element = element.parent)
      add(entry(below, element), own, kept[at]!)
  }
  const nothing = none()
  return {
    page,
    of: (element) => below.get(element) ?? nothing,
    like: (element) => alike.get(signatureOf(element)) ?? nothing,
  }
}

function entry<K>(map: Map<K, Mass>, key: K): Mass {
  const known = map.get(key)
  if (known) return known
  const fresh = none()
  map.set(key, fresh)
  return fresh
}

export const massColumns = 6

/** Numbers of a mass: how large it is, of the page too, and what it is made of. */
export function pushMass(row: Float32Array, from: number, mass: Mass, page: Mass): void {
  const chars = Math.max(1, mass.chars)
  row[from] = Math.log(mass.chars + 1)
  row[from + 1] = mass.chars / Math.max(1, page.chars)
  row[from + 2] = mass.linked / chars
  row[from + 3] = Math.log(mass.segments + 1)
  row[from + 4] = mass.sentences / chars
  row[from + 5] = mass.kept / chars
}

/** The smallest element that holds most of what Readability keeps: about where the article stands. */
export function topOf(segments: readonly Segment[], kept: Uint8Array, { of, page }: Masses): Element | null {
  const first = kept.indexOf(1)
  if (first < 0) return null
  for (let start = first; start < Math.min(segments.length, first + 40); start++) {
    if (!kept[start]) continue
    for (let element: Element | null = segments[start]!.at; element; element = element.parent)
      if (of(element).kept >= page.kept * 0.75) return element
  }
  return null
}

/** How many levels an element is below another; −1 when it is not. */
export function levelsBelow(element: Element, top: Element | null): number {
  let level = 0
  for (let at: Element | null = element; at && top; at = at.parent, level++) if (at === top) return Math.min(level, 15)
  return -1
}
