import { startsSentence } from './abbreviations.ts'
import { digit, isLower, isUpper, kindAt, letter } from './characters.ts'
import type { Span } from './spans.ts'
import { type Token, tokensIn } from './tokens.ts'

/**
 * The sentences of a span, from the first character of a token to the end of one; marks that close belong to the
 * sentence that they close.
 *
 *     ‹“We won’t go,” he said.› ‹“Why should we? Ask the U.S. officials.”› ‹He left at 9 p.m. Monday.›
 *
 * A question inside marks ends a sentence only when no speaker follows: ‹“Why now?” he asked.›
 */
export function sentencesIn(text: string, span: Span, tokens: readonly Token[] = tokensIn(text, span)): Span[] {
  const sentences: Span[] = []
  let first = 0
  for (let i = 0; i < tokens.length; i++) {
    const stop = i
    i = withClosingMarks(text, tokens, stop)
    if (!isEnd(text, tokens, first, stop, i)) continue
    sentences.push({ start: tokens[first]!.start, end: tokens[i]!.end })
    first = i + 1
  }
  if (first < tokens.length) sentences.push({ start: tokens[first]!.start, end: tokens.at(-1)!.end })
  return sentences
}

/** The tokens of a span, sentence by sentence. */
export function tokensBySentence(text: string, span: Span): Token[][] {
  const tokens = tokensIn(text, span)
  let at = 0
  return sentencesIn(text, span, tokens).map(({ end }) => {
    const from = at
    while (at < tokens.length && tokens[at]!.end <= end) at++
    return tokens.slice(from, at)
  })
}

const closing = '”’»)]}"\'*'
const opening = '“‘«([{"\'„–—-•*'
const ends = '.!?…'

/** The last of the stops and closing marks that stand close behind the stop `i`; `i` itself when it is no stop. */
function withClosingMarks(text: string, tokens: readonly Token[], i: number): number {
  if (!ends.includes(text.charAt(tokens[i]!.end - 1))) return i
  let last = i
  while (last + 1 < tokens.length && touches(tokens, last) && closesOrStops(text, tokens, last + 1)) last++
  return last
}

/** Whether a sentence ends with the stop `i` and the closing marks up to `last`. */
function isEnd(text: string, tokens: readonly Token[], first: number, i: number, last: number): boolean {
  const { start, end } = tokens[i]!
  const next = tokens[last + 1]
  if (!next || hasBlankLine(text, tokens[last]!.end, next.start)) return true
  const stop = text.charAt(end - 1)
  if (!ends.includes(stop)) return false
  const isAbbreviation = end - start > 1 && stop === '.' && !text.startsWith('..', start)
  return isAbbreviation ? abbreviationEnds(text, tokens, last) : stopEnds(text, tokens, first, i, last)
}

const touches = (tokens: readonly Token[], i: number): boolean => tokens[i]!.end === tokens[i + 1]!.start

/** A closing mark, or another stop: “?!”, “.”)”. A straight mark closes only before white space or another closing one. */
function closesOrStops(text: string, tokens: readonly Token[], i: number): boolean {
  const { start, end } = tokens[i]!
  const character = text.charAt(start)
  if (ends.includes(character)) return true
  if (end - start > 1 || !closing.includes(character)) return false
  if (character !== '"' && character !== "'") return true
  return i + 1 >= tokens.length || !touches(tokens, i) || !isWordAt(text, tokens[i + 1]!.start)
}

const isWordAt = (text: string, at: number): boolean => {
  const kind = kindAt(text, at)
  return kind === letter || kind === digit
}

/** “U.S. officials” goes on, “in the U.S. The …” ends: only a word that likes to open a sentence tells. */
function abbreviationEnds(text: string, tokens: readonly Token[], last: number): boolean {
  const after = tokens[last + 1]!
  const word = firstWord(text, tokens, last + 1)
  if (
    !word ||
    /^(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St)\.$/.test(text.slice(tokens[last]!.start, tokens[last]!.end))
  )
    return false
  if (word.start > after.start && '“«'.includes(text.charAt(after.start)) && isUpper(text, word.start)) return true
  return startsSentence(text.slice(word.start, word.end))
}

/** Whether a stop, with what closes after it, ends the sentence before what follows. */
function stopEnds(text: string, tokens: readonly Token[], first: number, i: number, last: number): boolean {
  const stop = text.charAt(tokens[i]!.start)
  const after = tokens[last + 1]!
  const word = firstWord(text, tokens, last + 1)
  if (touches(tokens, last)) return stop === '.' && runsTogether(text, tokens, i, last)
  if (!word) return true
  if (isLower(text, word.start)) return false
  if (isEnumerator(text, tokens, first, i)) return false
  const isEllipsis = stop === '…' || tokens[i]!.end - tokens[i]!.start >= 3
  if (isEllipsis && last === i)
    return word.start > after.start
      ? text.charAt(after.start) !== '['
      : startsSentence(text.slice(word.start, word.end))
  return last === i || stop === '.' || !speakerFollows(text, tokens, last + 1)
}

/** “… the end.Then” and “… ties.“We”: a blank is missing. */
function runsTogether(text: string, tokens: readonly Token[], i: number, last: number): boolean {
  const word = firstWord(text, tokens, last + 1)
  if (!word || i === 0 || !isLower(text, tokens[i]!.start - 1)) return false
  return isUpper(text, word.start) && isLower(text, word.start + 1)
}

/** “1. Ask …”: the number of a list begins the sentence. */
const isEnumerator = (text: string, tokens: readonly Token[], first: number, i: number): boolean =>
  i === first + 1 && kindAt(text, tokens[first]!.start) === digit && tokens[first]!.end - tokens[first]!.start < 4

const saying =
  /^(?:said|says|asked|asks|told|added|adds|wrote|writes|tweeted|replied|recalled|shouted|yelled|cried|wondered|joked|continued|exclaimed|noted|answered|responded|quipped)$/

/** “Why now?” Anwar Ibrahim asked: a cue before any mark, within a few words. */
function speakerFollows(text: string, tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 6; i++) {
    const { start, end } = tokens[i]!
    if (!isWordAt(text, start)) return false
    if (end - start < 12 && saying.test(text.slice(start, end))) return true
  }
  return false
}

/** The first word from token `i` on, past marks that open. */
function firstWord(text: string, tokens: readonly Token[], i: number): Token | null {
  for (let at = i; at < tokens.length && at < i + 4; at++) {
    const token = tokens[at]!
    if (isWordAt(text, token.start)) return token
    if (!opening.includes(text.charAt(token.start))) return null
  }
  return null
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  let breaks = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a) breaks++
  return breaks > 1
}
