import { contains, overlaps, type Span, slice } from '#/src/text/spans.ts'
import type { Cast } from './cast.ts'
import { firstAfter } from './heads.ts'

/** A quotation, who says it as a number of an entity, and what an editor put into it. */
type Spoken = {
  span: Span
  speaker: { mention: null } | { mention: Span; entity: number | null }
  interpolations: readonly Span[]
}

/**
 * With the “I” and “we” of each quotation as mentions of who says it: “‹I› want it, and so do all of ‹us›,” Lind said.
 * Not in a quotation inside the quotation, where they are somebody else's, nor in an editor's brackets.
 */
export function withOwnWords(text: string, cast: Cast, quotes: readonly Spoken[]): Cast {
  const pronouns = new Map(cast.pronouns)
  for (const { span, speaker, interpolations } of quotes) {
    if (speaker.mention === null || speaker.entity === null) continue
    const { entity } = speaker
    const others = [...innerQuotes(text, span), ...interpolations]
    for (const word of wordsIn(text, span, firstPerson)) {
      const name = cast.names[firstAfter(cast.names, word.start)]
      if (others.some((other) => contains(other, word)) || (name && overlaps(name.span, word))) continue
      if (!isNumber(text, word))
        pronouns.set(word.start, { span: word, form: 'pronoun', entity, share: 1, rival: null })
    }
  }
  return { ...cast, pronouns }
}

const firstPerson =
  /(?<![\p{L}\p{N}’'-])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)(?![\p{L}\p{N}-])/gu
const inner = /(?<=[\s“"])[‘'](?=\p{L}).{1,400}?[,.?!\p{L}][’'](?!\p{L})/gsu

const innerQuotes = (text: string, span: Span): Span[] => [...wordsIn(text, span, inner)]

function* wordsIn(text: string, span: Span, pattern: RegExp): Generator<Span> {
  for (const match of slice(text, span).matchAll(pattern)) {
    const start = span.start + match.index
    yield { start, end: start + match[0].length }
  }
}

/** “World War ‹I›”, not “But ‹I› know”: the word before has a capital and begins no sentence. */
const isNumber = (text: string, word: Span): boolean =>
  slice(text, word) === 'I' &&
  /[\p{L}\p{N}] \p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, word.start - 24), word.start))
