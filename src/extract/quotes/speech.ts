import type { QuoteKind } from '#/schemas/quote.ts'
import { type Span, slice, trimmed } from '#/src/text/spans.ts'
import { wordsIn } from '#/src/text/words.ts'
import type { AttributedRegion, SpeechParagraph } from '../attribution/attribute.ts'
import { isWord } from '../attribution/skeleton.ts'

/** What the words in marks are, and where the whole statement stands. */
export type Judgement = { kind: QuoteKind; statement: Span }

/**
 * Speech, or marks around something else: a word held at a distance, a title, a slogan.
 *
 * - direct: `“We will not wait,” she said.`
 * - mixed: `She said the plan was ‹“bold but far too late.”›`, the statement begins before the marks
 * - scare: `His “plan” has no numbers.` `the book “The Long Road”`
 */
export function judge(
  text: string,
  paragraph: SpeechParagraph,
  quote: AttributedRegion,
  carriesOn: boolean,
): Judgement {
  const { region, said } = quote
  const alone: Judgement = { kind: 'direct', statement: region.span }
  const inner = slice(text, region.inner)
  const count = wordsIn(text, region.inner)
  const beside = isBeside(paragraph, quote)
  if (!carriesOn && !beside && (count <= 2 || isTitle(inner) || (!said && !isSentence(inner, quote))))
    return { kind: 'scare', statement: region.span }
  if (carriesOn || beside || !said?.clause) return alone
  const statement = statementAround(text, paragraph, quote)
  return statement.start === region.span.start && statement.end === region.span.end
    ? alone
    : { kind: 'mixed', statement }
}

/** Whether the attribution touches the marks: `“No,” she said`, `she said: “No.”`, or the marks are the whole sentence. */
function isBeside({ items }: SpeechParagraph, { at, sentence, ends, said }: AttributedRegion): boolean {
  if (!said) return false
  const before = items[at - 1]
  const opens = at === sentence.from || before === undefined
  if (/^(name-said|said-name)$/u.test(said.rule))
    return opens || /^[,:;—–]$/u.test(before?.word ?? '') || items[at - 1]?.quote !== -1
  if (said.rule === 'colon') return true
  return (
    said.clause?.after === at ||
    (/^[,:]$/u.test(before?.word ?? '') && ends !== 'open' && said.clause !== null && said.clause.at < at)
  )
}

/** “It is done.” or “Who knows?”: begins and ends as a sentence does. */
const isSentence = (inner: string, { ends }: AttributedRegion): boolean =>
  ends !== 'open' && /^[^\p{L}]*\p{Lu}/u.test(inner)

/** “The Long Road to Power”: every word of weight has a capital, and nothing ends a sentence. */
function isTitle(inner: string): boolean {
  if (/[.,!?…]$/u.test(inner.trimEnd())) return false
  const weighty = inner.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  return weighty.length > 0 && weighty.every((word) => /^\p{Lu}/u.test(word))
}

/** From the words after the verb (`that` dropped) to the end of the sentence, or from its start to the marks. */
function statementAround(
  text: string,
  { items }: SpeechParagraph,
  { at, sentence, region, said }: AttributedRegion,
): Span {
  const clause = said!.clause!
  if (clause.at > at) return { start: items[skipMarks(items, sentence.from)]!.span.start, end: region.span.end }
  let start = clause.order === 'verb-first' ? clause.speaker.to : clause.after
  while (
    start < at &&
    (items[start]!.word === 'that' || !isWord(items[start]!) || within(items[start]!.span, clause.addressee))
  )
    start++
  let end = at
  for (let i = at + 1; i < sentence.to; i++) {
    if (
      sentence.clauses.some((later) => later !== clause && later.speaker.from <= i && i <= later.after && later.at > at)
    )
      break
    if (isWord(items[i]!) || items[i]!.quote >= 0) end = i
  }
  return trimmed(text, { start: items[start]!.span.start, end: items[end]!.span.end })
}

const within = (inner: Span, outer: Span | null): boolean =>
  outer !== null && outer.start <= inner.start && inner.end <= outer.end

function skipMarks(items: readonly { span: Span; word: string; quote: number }[], from: number): number {
  let at = from
  while (items[at]!.quote < 0 && !/[\p{L}\p{N}]/u.test(items[at]!.word)) at++
  return at
}
