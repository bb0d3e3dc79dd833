import type { Span } from '#/src/text/spans.ts'
import { tokensIn } from '#/src/text/tokens.ts'
import type { TaggedName } from '../tagger/tag.ts'
import type { Cues } from './cues.ts'
import type { LaidOut } from './layout.ts'
import { findRegions, type Region } from './regions.ts'
import { type Frame, rules, type Said } from './rules.ts'
import { type SpeechSentence, speechSentences } from './sentences.ts'
import { ending, type Item, skeletonOf } from './skeleton.ts'

/** One paragraph read for speech: its quotations, and who says each by the words around it. */
export type SpeechParagraph = {
  span: Span
  items: Item[]
  sentences: SpeechSentence[]
  quotes: AttributedRegion[]
}

export type AttributedRegion = {
  region: Region
  /** Where it stands among the items. */
  at: number
  sentence: SpeechSentence
  ends: Frame['ends']
  said: (Said & { rule: string }) | null
}

/**
 * Reads one paragraph, with the names that stand in it: marks (or what the layout says is speech without them), sentences
 * with their verbs of speech, and the first rule that finds a speaker.
 */
export function readParagraph(
  text: string,
  span: Span,
  cues: Cues,
  names: readonly TaggedName[] = [],
  laidOut: LaidOut | null = null,
): SpeechParagraph {
  const regions = laidOut ? [laidOut.region] : findRegions(text, span)
  const items = skeletonOf(text, tokensIn(text, span), regions, names)
  const sentences = speechSentences(text, items, regions, cues)
  const places = new Map(items.map(({ quote }, at) => [quote, at]))
  let reached = 0
  const quotes = regions.map((region, quote): AttributedRegion => {
    const at = places.get(quote)!
    while (sentences[reached]!.to <= at) reached++
    const sentence = sentences[reached]!
    const ends = ending(text, region)
    return { region, at, sentence, ends, said: labelled(laidOut) ?? attribute({ items, at, sentence, ends }) }
  })
  return { span, items, sentences, quotes }
}

const labelled = (laidOut: LaidOut | null): AttributedRegion['said'] =>
  laidOut?.speaker ? { mention: laidOut.speaker, cue: null, clause: null, addressee: null, rule: laidOut.by } : null

/** The answer of the first rule that matches. */
export function attribute(frame: Frame): (Said & { rule: string }) | null {
  for (const { id, match } of rules) {
    const said = match(frame)
    if (said) return { ...said, rule: id }
  }
  return null
}
