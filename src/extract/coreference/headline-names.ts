import { type Span, slice } from '#/src/text/spans.ts'
import type { TaggedName } from '../tagger/tag.ts'

/**
 * Names without those that a headline in title case only seems to hold: no word of theirs is in a name of the body,
 * and the body writes one of them small.
 *
 *     “Ministry Denies Report” is no body where the article goes on “The finance ministry said …”
 */
export function withoutHeadlineWords(
  text: string,
  names: readonly TaggedName[],
  headlines: readonly Span[],
  body: readonly Span[],
): TaggedName[] {
  const isIn = (stretches: readonly Span[], { span }: TaggedName): boolean =>
    stretches.some(({ start, end }) => start <= span.start && span.end <= end)
  const inTitleCase = headlines.filter((headline) => isTitleCase(slice(text, headline)))
  const doubtful = new Set(names.filter((name) => name.type !== 'date' && isIn(inTitleCase, name)))
  if (doubtful.size === 0) return [...names]
  const named = new Set(names.flatMap((name) => (isIn(headlines, name) ? [] : wordsOf(slice(text, name.span)))))
  const small = new Set(body.flatMap((span) => slice(text, span).match(smallWords) ?? []))
  const isNone = (name: TaggedName): boolean => {
    const words = wordsOf(slice(text, name.span))
    return words.some((word) => small.has(word)) && !words.some((word) => named.has(word))
  }
  return names.filter((name) => !doubtful.has(name) || !isNone(name))
}

const smallWords = /(?<![\p{L}\p{N}’'-])\p{Ll}{4,}(?![\p{L}\p{N}])/gu

const wordsOf = (name: string): string[] => name.toLowerCase().match(/\p{L}{2,}/gu) ?? []

/** Hardly a longer word is small: its capitals say little. */
function isTitleCase(headline: string): boolean {
  const words = headline.match(/(?<![\p{L}’'-])\p{L}{4,}/gu) ?? []
  return words.length > 1 && words.filter((word) => /^\p{Ll}/u.test(word)).length <= 0.2 * words.length
}
