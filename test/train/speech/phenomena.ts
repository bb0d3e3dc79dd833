import type { Ballot } from '#/src/extract/attribution/ballots.ts'
import { slice } from '#/src/text/spans.ts'
import type { Attribution, Token } from './gold.ts'

/** What makes quotations hard; one may have several of them. */
export const phenomena = [
  'cue in the middle',
  'no cue in its paragraph',
  'long apposition',
  'somebody is told or called',
  'speakers take turns',
  'role instead of a name',
  'no verb of speech',
  'broken marks',
  'several verbs of speech',
] as const
export type Phenomenon = (typeof phenomena)[number]

/** `before`: the attribution of the quotation before, in the same paragraph or the one before it. */
export function phenomenaOf(
  text: string,
  tokens: readonly Token[],
  { sheet, quote }: Ballot,
  marked: Attribution,
  before: Attribution | null,
): Phenomenon[] {
  const { span } = sheet.paragraph
  const cues = marked.cue.filter((at) => tokens[at]!.s >= span.start && tokens[at]!.e <= span.end)
  const content = marked.pieces.flatMap((piece) => piece.tokens)
  const [first, last] = [cues[0] ?? -1, cues.at(-1) ?? -1]
  const marks = text.charAt(quote.region.span.start) + text.charAt(quote.region.span.end - 1)
  const is: Record<Phenomenon, boolean> = {
    'cue in the middle': cues.length > 0 && content.some((at) => at < first) && content.some((at) => at > last),
    'no cue in its paragraph': cues.length === 0,
    'long apposition': marked.source.length >= 8 || (first >= 0 && Math.abs(first - (marked.source[0] ?? first)) > 7),
    'somebody is told or called': quote.sentence.clauses.some(({ addressee }) => addressee !== null),
    'speakers take turns':
      before !== null && before !== marked && nameOf(text, tokens, before) !== nameOf(text, tokens, marked),
    'role instead of a name': marked.type === 'nominal',
    'no verb of speech': !marked.speech,
    'broken marks': !quote.region.closed || !/^(?:“”|""|‘’|«»|''|.’)$/u.test(marks),
    'several verbs of speech': quote.sentence.clauses.length >= 3,
  }
  return phenomena.filter((each) => is[each])
}

const nameOf = (text: string, tokens: readonly Token[], { head }: Attribution): string =>
  (head?.first ?? []).map((at) => slice(text, { start: tokens[at]!.s, end: tokens[at]!.e })).join(' ')
