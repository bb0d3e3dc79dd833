import { abbreviation, startsSentence } from './abbreviations.ts'
import { digit, isLower, isUpper, kindAt, letter, mark, space, widthAt } from './characters.ts'
import type { Span } from './spans.ts'

/** A word, a number, or a mark: a place in the text like any other. */
export type Token = Span

/**
 * The tokens of a span, in order:
 *
 *     Malaysia | - | U.S. | ties | , | Mr. | Tan | ’s | 10:30 | a.m. | call | …
 *
 * One pass, and no look-back further than a word: linear whatever it is fed.
 */
export function tokensIn(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = []
  let at = start
  let wordBefore = false
  while (at < end) {
    const kind = kindAt(text, at)
    if (kind === space) {
      at += 1
      wordBefore = false
      continue
    }
    const stop = Math.min(end, kind === mark ? markEnd(text, at, end, wordBefore) : wordEnd(text, at, end))
    tokens.push({ start: at, end: stop })
    at = stop
    wordBefore = kind !== mark
  }
  return tokens
}

const dot = 0x2e
const comma = 0x2c
const colon = 0x3a
const ampersand = 0x26
const at = 0x40
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

/** A mark is one character, but three dots are one ellipsis, and “’s” is one token after a word. */
function markEnd(text: string, from: number, end: number, wordBefore: boolean): number {
  const code = text.charCodeAt(from)
  if (code === dot) {
    let stop = from
    while (stop < end && text.charCodeAt(stop) === dot) stop++
    return stop - from >= 3 ? stop : from + 1
  }
  if (wordBefore && isApostrophe(code)) return cliticEnd(text, from, end) || from + 1
  return from + widthAt(text, from)
}

const clitic = /^.(?:[smd]|re|ve|ll)$/iu

/** The end of “’s”, “’re”, “’ve”, “’ll”, “’d”, “’m” when one stands here, else 0. */
function cliticEnd(text: string, from: number, end: number): number {
  let stop = from + 1
  while (stop < end && stop - from < 4 && kindAt(text, stop) === letter) stop++
  return clitic.test(text.slice(from, stop)) ? stop : 0
}

function wordEnd(text: string, from: number, end: number): number {
  const address = addressEnd(text, from, end)
  if (address) return address
  let stop = from
  for (;;) {
    const kind = stop < end ? kindAt(text, stop) : space
    if (kind === letter || kind === digit) stop += widthAt(text, stop)
    else if (kind === mark && joins(text, from, stop, end)) stop += 1
    else break
  }
  return stop < end && text.charCodeAt(stop) === dot && ownsDot(text, from, stop, end) ? stop + 1 : stop
}

/** Whether the mark at `stop` is inside the word: “O’Brien”, “1,000.5”, “U.S.”, “AT&T”, “Amazon.com”, “desk@example.org”. */
function joins(text: string, from: number, stop: number, end: number): boolean {
  if (stop + 1 >= end) return false
  const code = text.charCodeAt(stop)
  const before = kindAt(text, stop - 1)
  const after = kindAt(text, stop + 1)
  if (after !== letter && after !== digit) return false
  if (code === at) return true
  if (before === digit && after === digit) return code === dot || code === comma || code === colon
  if (before !== letter || after !== letter) return false
  if (isApostrophe(code)) return !cliticEnd(text, stop, end)
  if (code === ampersand) return isUpper(text, stop - 1) && isUpper(text, stop + 1)
  if (code !== dot) return false
  if (spellsLetters(text, from, stop)) return stop + 2 >= end || kindAt(text, stop + 2) !== letter
  return stop - from > 1 && isLower(text, stop + 1)
}

/** “U”, “U.S”, “a.m”: letters one by one with dots between; “Ph” of “Ph.D.” too. */
function spellsLetters(text: string, from: number, stop: number): boolean {
  if (stop - from === 1 || (stop - from === 2 && text.startsWith('Ph', from))) return true
  return stop - from > 2 && text.charCodeAt(stop - 2) === dot && text.charCodeAt(from + 1) === dot
}

/** Whether the dot after a word is the word’s own: “U.S.”, “Mr.”, “J.” before a name, “No.” before a number. */
function ownsDot(text: string, from: number, stop: number, end: number): boolean {
  if (stop - from > 2 && spellsLetters(text, from, stop)) return true
  if (stop - from > 8) return false
  const word = text.slice(from, stop)
  const kind = abbreviation(word)
  if (kind === 'leading') return stop + 1 < end
  if (kind === 'numbered') return kindAt(text, afterBlanks(text, stop + 1, end)) === digit
  if (kind === 'trailing') return true
  return word.length === 1 && isUpper(text, from) && isInitial(text, stop + 1, end)
}

/** “J. Edgar”, “George W. Bush”; but “Plan B. The …” ends. */
function isInitial(text: string, after: number, end: number): boolean {
  const next = afterBlanks(text, after, end)
  if (next >= end || !isUpper(text, next)) return false
  let stop = next
  while (stop < end && stop - next < 12 && kindAt(text, stop) === letter) stop++
  return !startsSentence(text.slice(next, stop))
}

/** The next character that is no blank; a line break is none. */
function afterBlanks(text: string, from: number, end: number): number {
  let next = from
  while (next < end && next - from < 3 && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0xa0)) next++
  return next
}

const addressStart = /^(?:https?:\/\/|www\.)/i
const addressStop = /[\s<>"“”«»]/u
const addressTail = /[.,;:!?'’)\]…]/u

/** The end of a web address that begins here, else 0: “www.example.org/a?b=c” is one token, the dot after it is not in it. */
function addressEnd(text: string, from: number, end: number): number {
  const first = text.charCodeAt(from) | 0x20
  if ((first !== 0x68 && first !== 0x77) || !addressStart.test(text.slice(from, from + 8))) return 0
  let stop = from
  while (stop < end && !addressStop.test(text.charAt(stop))) stop++
  while (stop > from && addressTail.test(text.charAt(stop - 1))) stop--
  return stop
}
