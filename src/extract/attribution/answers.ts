import type { AttributedRegion, SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Said } from '../paragraph/rules.ts'
import { carriedOn } from './continuation.ts'

/** What the rules say of a quotation: who says it, and whether that stands beside another quotation or report. */
export type Answer = { said: (Said & { rule: string }) | null; carried: boolean }

/** No paragraph of news is as long or has as many quotations, and to judge everything in it would take too long. */
export const isTooLong = ({ items, quotes }: SpeechParagraph): boolean => items.length > 3000 || quotes.length > 400

/** The answers of the rules for all quotations of a body, in order: what carries on is followed to where a source stands. */
export function answersOf(paragraphs: readonly SpeechParagraph[]): Map<AttributedRegion, Answer> {
  const answers = new Map<AttributedRegion, Answer>()
  paragraphs.forEach((paragraph, p) => {
    if (isTooLong(paragraph)) return
    paragraph.quotes.forEach((quote, q) => {
      const split = quote.said?.clause
        ? paragraph.quotes.slice(0, q).findLast(({ said }) => said?.clause === quote.said?.clause)
        : undefined
      if (quote.said) answers.set(quote, { said: quote.said, carried: split !== undefined })
      else {
        const carried = carriedOn(paragraphs, p, q)
        const said = carried && ('said' in carried ? carried.said : goneOn(answers.get(carried.continues), carried))
        answers.set(quote, { said, carried: said !== null })
      }
    })
  })
  return answers
}

/** Who goes on speaking; after “…?” asked Lind of Olsen, it is Olsen. */
function goneOn(before: Answer | undefined, { isAnswer }: { isAnswer: boolean }): Answer['said'] {
  const said = before?.said ?? null
  if (!said || !isAnswer) return said
  return said.addressee
    ? { mention: said.addressee, cue: null, clause: null, addressee: null, rule: 'answers' }
    : { ...said, rule: 'asked-before' }
}
