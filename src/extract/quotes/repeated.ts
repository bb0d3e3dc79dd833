import { type Span, slice } from '#/src/text/spans.ts'
import type { FoundQuote } from './quotes.ts'

/**
 * With who says the words that begin a headline before a colon, where the body has them, too, and says whose they are:
 *
 *     ‘We have no choice’: Harbour closes   …   “We have no choice but to close it,” ‹Mara Lind› said.
 *
 * Titles and slogans stand there as well, so two words are too few. `numbers`: of each paragraph in the body, from 1; 0 is
 * the headline.
 */
export function withRepeated(
  text: string,
  found: readonly FoundQuote[],
  numbers: readonly number[],
): readonly FoundQuote[] {
  const [first, ...others] = found
  if (!first || numbers[first.paragraph] !== 0 || first.said) return found
  const words = wordsOf(text, first.span)
  const begins = /^ ?:/u.test(text.slice(first.span.end, first.span.end + 2))
  if (!begins || words.trim().split(' ').length < 3) return found
  const whole = others.find(({ paragraph, said, span }) => {
    return numbers[paragraph] !== 0 && said !== null && wordsOf(text, span).includes(words)
  })
  if (!whole?.said) return found
  const { confidence, others: rivals, via } = whole
  const said = { ...whole.said, cue: null, addressee: null, rule: 'repeated' }
  return [{ ...first, kind: 'direct', said, confidence, others: rivals, via }, ...others]
}

/** Words in small letters with a blank on each side. */
const wordsOf = (text: string, span: Span): string =>
  ` ${(
    slice(text, span)
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  ).join(' ')} `
