import type { EntityType } from '#/schemas/entity.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Token } from '#/src/text/tokens.ts'
import type { TaggedName } from '../tagger/tag.ts'
import type { Region } from './regions.ts'

/** A token outside of quotations, or a whole quotation. */
export type Item = {
  span: Span
  /** In lower case; empty for a quotation. */
  word: string
  /** Whether the word begins with a capital. */
  capital: boolean
  /** Whether it has a letter or a digit. */
  wordy: boolean
  /** Index into the regions, or −1. */
  quote: number
  /** The type of the name that the word belongs to, as a tagger found it; null outside of names. */
  name: EntityType | null
}

/**
 * A paragraph in which every quotation is one item, so that what stands beside it comes near:
 *
 *     “We will not go, and nobody will make us,” the mayor told reporters.   →   Q the mayor told reporters .
 */
export function skeletonOf(
  text: string,
  tokens: readonly Token[],
  regions: readonly Region[],
  names: readonly TaggedName[],
): Item[] {
  const items: Item[] = []
  let next = 0
  let named = 0
  for (const token of tokens) {
    while (next < regions.length && regions[next]!.span.end <= token.start) items.push(quoteItem(regions, next++))
    const region = regions[next]
    if (region && token.start >= region.span.start) continue
    while (named < names.length && names[named]!.span.end <= token.start) named++
    const name = names[named]
    const word = text.slice(token.start, token.end)
    items.push({
      span: token,
      word: word.toLowerCase(),
      capital: isCapital(word),
      wordy: isWordy(word),
      quote: -1,
      name: name && name.span.start <= token.start ? name.type : null,
    })
  }
  while (next < regions.length) items.push(quoteItem(regions, next++))
  return items
}

const quoteItem = (regions: readonly Region[], quote: number): Item => ({
  span: regions[quote]!.span,
  word: '',
  capital: false,
  wordy: false,
  quote,
  name: null,
})

/** Whether a word begins with a capital. Nearly all characters are below 0x80, and need no pattern. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word)
}

function isWordy(word: string): boolean {
  const code = word.charCodeAt(0) | 0x20
  return (code >= 97 && code <= 122) || /[\p{L}\p{N}]/u.test(word)
}

export const isWord = (item: Item): boolean => item.wordy

/** How the words of a quotation end: with a stop, with a comma or dash that hands over, or in the middle of a sentence. */
export function ending(text: string, { inner, span }: Region): 'stop' | 'asks' | 'hands-over' | 'open' {
  const last =
    text
      .slice(Math.max(inner.start, inner.end - 3), inner.end)
      .trimEnd()
      .at(-1) ?? ''
  const after = text
    .slice(span.end, span.end + 2)
    .trimStart()
    .charAt(0)
  if (/[?!]/u.test(last)) return 'asks'
  if (/[,—–-]/u.test(last) || /[,—–]/u.test(after)) return 'hands-over'
  if (/[.…:;]/u.test(last) || after === '.') return 'stop'
  return 'open'
}
