import { oddsOf, openPageModel } from './model.ts'
import type { Segment } from './segments.ts'
import { isInside, signedBy } from './signers.ts'
import type { Element } from './tree.ts'
import type { View } from './view.ts'

/** Which segments of a page are the body of its article, and how sure that is. */
export type Body = {
  /** 1: it is the body. */
  kept: Uint8Array
  /** What the model gives each segment, as log-odds. */
  odds: Float32Array
  /** Where the model found nothing: who chose instead. */
  instead: 'readability' | 'prose' | null
}

/** Above these log-odds a segment is the body. */
const enough = 0

export const bodyOf = (view: View): Body => chosen(view, oddsOf(view, openPageModel()))

/** The choice from the odds. A page where nothing reaches them has the text that Readability sees, else its prose. */
export function chosen(
  { segments, kept: readable, title }: Pick<View, 'segments' | 'kept' | 'title'>,
  odds: Float32Array,
): Body {
  const kept = Uint8Array.from(odds, (value, i) => (value > enough && i !== title ? 1 : 0))
  withoutRepeats(segments, kept)
  withHeadings(segments, kept, title)
  withSigners(segments, kept)
  if (kept.includes(1)) return { kept, odds, instead: null }
  if (readable.includes(1)) return { kept: readable, odds, instead: 'readability' }
  const prose = Uint8Array.from(segments, ({ text, linked, hidden }, i) =>
    !hidden && i !== title && linked < text.length / 2 ? 1 : 0,
  )
  return { kept: prose, odds, instead: 'prose' }
}

/**
 * A heading between two parts of the body, in the element that they stand in, is part of it: it is short, so that trees are
 * seldom sure of it.
 */
function withHeadings(segments: readonly Segment[], kept: Uint8Array, title: number): void {
  const before = new Map<Element | null, number>()
  const waiting = new Map<Element | null, number>()
  for (const [i, { at, text, linked }] of segments.entries()) {
    const place = at.parent
    const heading = waiting.get(place)
    if (heading !== undefined && kept[i]) kept[heading] = 1
    waiting.delete(place)
    const isHeading = /^h[2-6]$/u.test(at.name) && i !== title && linked <= text.length / 2
    if (!kept[i] && isHeading && kept[before.get(place) ?? -1]) waiting.set(place, i)
    before.set(place, i)
  }
}

/** Whoever is named under a block quotation of the body goes with it: pages set it as small print. */
function withSigners(segments: readonly Segment[], kept: Uint8Array): void {
  for (const [i, { at, text }] of segments.entries()) {
    if (kept[i] || !kept[i - 1] || text.length > longestSigner) continue
    const quotation = signedBy(at)
    if (quotation && isInside(segments[i - 1]!.at, quotation)) kept[i] = 1
  }
}

const longestSigner = 120
const long = 600

/**
 * Some pages hold their article twice: in paragraphs, and in one long block for machines. The long one goes, when three
 * or more shorter ones that stand in it make most of it.
 */
function withoutRepeats(segments: readonly Segment[], kept: Uint8Array): void {
  const shorter = segments.filter(({ text }, i) => kept[i] && text.length >= 40 && text.length < long)
  for (const [i, { text }] of segments.entries()) {
    if (!kept[i] || text.length < long || text.length > 200_000) continue
    const inside = shorter.filter((other) => text.includes(other.text))
    if (inside.length >= 3 && inside.reduce((sum, other) => sum + other.text.length, 0) > text.length / 2) kept[i] = 0
  }
}
