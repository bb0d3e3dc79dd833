import { wordsIn } from '#/src/text/words.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { certain, type FoundQuote, isLabel } from './quotes.ts'

/**
 * The quotations of an article in a language that no model has learned: what stands in marks, and whose it is where the
 * layout says that. Two words are more often a name or a title than speech.
 *
 *     „Wir hatten keine Wahl“, sagte der Bürgermeister.   →   direct, said by nobody that we know of
 */
export function foreignQuotes(text: string, paragraphs: readonly SpeechParagraph[]): FoundQuote[] {
  return paragraphs.flatMap(({ quotes }, paragraph) =>
    quotes.map(({ region: { span, inner }, said: rule }): FoundQuote => {
      const said = rule && isLabel.has(rule.rule) ? rule : null
      const kind = said || wordsIn(text, inner) > 2 ? 'direct' : 'scare'
      return {
        ...certain,
        kind,
        span,
        statement: span,
        paragraph,
        said,
        ...(!said && kind === 'direct' && { isUnread: true }),
      }
    }),
  )
}
