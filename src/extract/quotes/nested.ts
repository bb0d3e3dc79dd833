import { wordsIn } from '#/src/text/words.ts'
import { type AttributedRegion, readParagraph } from '../attribution/attribute.ts'
import type { Cues } from '../attribution/cues.ts'
import type { Region } from './regions.ts'

/**
 * What somebody quotes, with the speaker whom they name beside it:
 *
 *     “‹He› told me, [‘You will never sail again,’] and then he laughed,” Lind said.
 *
 * One or two words in marks inside a quotation are hardly ever speech.
 */
export function nestedIn(text: string, { inner }: Region, cues: Cues): AttributedRegion[] {
  if (!/['‘“"]/u.test(text.slice(inner.start, inner.end))) return []
  return readParagraph(text, inner, cues).quotes.filter(
    ({ region, said }) => said !== null && region.closed && wordsIn(text, region.inner) >= 3,
  )
}
