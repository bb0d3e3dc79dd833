import { contains } from '#/src/text/spans.ts'
import { wordsIn } from '#/src/text/words.ts'
import type { Cues } from '../paragraph/cues.ts'
import { type AttributedRegion, readParagraph } from '../paragraph/paragraph.ts'
import { isAdverb } from '../paragraph/phrases.ts'
import type { Region } from '../paragraph/regions.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'

/**
 * What somebody quotes from somebody else, where the quotation itself says whose words they are, right beside the marks:
 *
 *     “‹He› [told] me, [‘You will never sail again,’] and then he laughed,” Lind said.
 *
 * All other marks inside a quotation are words of whoever is quoted. One or two words there are hardly ever speech.
 */
export function nestedIn(text: string, { inner }: Region, cues: Cues): AttributedRegion[] {
  if (!/['‘“"]/u.test(text.slice(inner.start, inner.end))) return []
  const { items, quotes } = readParagraph(text, inner, cues)
  return quotes.filter(
    (quote) => quote.region.closed && wordsIn(text, quote.region.inner) >= 3 && isStatedBeside(items, quote),
  )
}

/** “She told me, ‘…’”, “‘…,’ she said”; not “she said she was ‘…’”, “she may say, ‘…’” or “I said, ‘…’”. */
function isStatedBeside(items: readonly Item[], { at, said, ends }: AttributedRegion): boolean {
  const clause = said?.clause
  if (!clause || clause.order === 'shared' || nobodyElse.has(items[clause.speaker.from]!.word)) return false
  const { speaker, after, addressee, order } = clause
  const [first, last] = order === 'subject-first' ? [speaker.from, after] : [clause.at, speaker.to]
  if (order === 'subject-first' && !isTold(items.slice(speaker.to, clause.at))) return false
  if (first > at)
    return mayHandOver.has(ends) && items.slice(at + 1, first).every(isPause) && (items[last]?.quote ?? -1) < 0
  const between = items.slice(last, at).filter(({ span }) => !(addressee && contains(addressee, span)))
  return between.length > 0 && between.every(isPause)
}

/** Their words are the outer speaker’s own, or nobody’s in particular. */
const nobodyElse: ReadonlySet<string> = new Set(['i', 'we', 'you', 'it', 'who', 'this', 'that', 'there'])

/** “‘Are you sure?’ she says”; of what stands after a full stop the next words are said. */
const mayHandOver: ReadonlySet<AttributedRegion['ends']> = new Set(['hands-over', 'asks'])

const isPause = ({ word }: Item): boolean => /^[,:]$/u.test(word)

/** What may stand between who speaks and the verb, when it was said: “he ‹had always› told me”, “he ‹looked at me and› said”. */
const isTold = (between: readonly Item[]): boolean =>
  between.every((item) => isAdverb(item) || /^ha(?:d|s|ve)$/u.test(item.word)) ||
  (between.at(-1)?.word === 'and' && between.every((item) => isWord(item) && !isUnreal.test(item.word)))

/** “he ‹may› look at me and say”, “he ‹never› came and said” */
const isUnreal = /^(?:may|might|can|could|will|would|should|shall|must|if|not|never|nobody|to)$/u
