import { overlaps, type Span, slice } from '#/src/text/spans.ts'
import type { Cast } from '../coreference/cast.ts'
import type { PartyMention } from '../extraction.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { sourceOf } from './source.ts'

/** Words that stand for a medium which was named before: “he told ‹the local news outlet›”. */
const medium =
  /\b(?:outlet|newspaper|paper|agency|station|network|channel|magazine|website|site|broadcaster|daily|weekly|publication|program|programme|portal|wire|service)$/iu

/** Whom words were said to: a name, the name beside the phrase, or the medium that was told before. */
export function addresseeOf(
  text: string,
  span: Span,
  paragraph: number,
  cast: Cast,
  paragraphs: readonly SpeechParagraph[],
): PartyMention {
  const source = sourceOf(text, span, cast)
  if (source.entity !== null || !/^the\b/iu.test(slice(text, span)) || !medium.test(slice(text, span)))
    return { span, entity: source.entity }
  for (const told of toldBefore(span, paragraph, paragraphs)) {
    const { entity } = sourceOf(text, told, cast)
    if (entity !== null && cast.clusters[entity]!.type !== 'person') return { span, entity }
  }
  return { span, entity: null }
}

/** Everybody who was told something before a phrase, the nearest first, two paragraphs back at most. */
function toldBefore(span: Span, paragraph: number, paragraphs: readonly SpeechParagraph[]): Span[] {
  const near = paragraphs.slice(Math.max(0, paragraph - 3), paragraph + 1)
  const told = near.flatMap(({ sentences }) =>
    sentences.flatMap(({ clauses }) => clauses.flatMap(({ addressee }) => addressee ?? [])),
  )
  return told.filter((other) => other.end <= span.start && !overlaps(other, span)).reverse()
}
