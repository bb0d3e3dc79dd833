import type { Span } from './spans.ts'

/** A word as it is searched for, and where it stands in the text as it was printed. */
export type SearchWord = Span & { word: string }

/** Words that must stand one after another. A word alone is the ordinary case. */
export type Term = readonly string[]

/** A character that is a word by itself, since no space tells where words end: 東 | 京 | 都. Else a run of letters and digits. */
const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv

/**
 * The words of a text as every store finds them: case and accents folded, no stemming, cut at whatever is no letter and
 * no digit. “O’Neil’s Straße” → o | neil | s | strasse.
 */
export function* searchWords(text: string): Generator<SearchWord> {
  for (const { 0: printed, index } of text.matchAll(run)) {
    const word = folded(printed)
    if (word !== '') yield { word, start: index, end: index + printed.length }
  }
}

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic. Those of other scripts are vowels, and tell words apart. */
const accents = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670]/g

/** Letters that Unicode does not take apart: ß and ﬁ go by their capitals; ς is how a σ ends. */
const apart: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const isApart = new RegExp(`[${Object.keys(apart).join('')}]`, 'g')

const folded = (word: string): string =>
  plain.test(word) ? word.toLowerCase() : foldedLetters(word).replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** What holds no other letters than those of ASCII: most English prose, with its dashes and curly marks. */
const plain = /^[\0-\x7f\u2010-\u2027]*$/

const foldedText = (text: string): string => (plain.test(text) ? text.toLowerCase() : foldedLetters(text))

const foldedLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .toUpperCase()
    .toLowerCase()
    .replace(isApart, (letter) => apart[letter]!)
    .normalize('NFC')

/** A name as names are compared: “Élan-Vital, Ltd.” and “elan vital ltd” are the same. Empty when there is no letter or digit. */
export const nameKey = (name: string): string => [...searchWords(name)].map(({ word }) => word).join(' ')

/**
 * What `q` asks for: every word, and every "phrase in marks". Any other search syntax is plain text; a `*` or a `"` alone
 * stands in no text as a word, so it finds nothing, and not everything.
 */
export function termsOf(q: string): Term[] {
  const asked = [...q.matchAll(/"([^"]+)"|([^\s"]+)/gu)].map(([, phrase, word]) => phrase ?? word!)
  const terms = asked.map((each) => [...searchWords(each)].map(({ word }) => word)).filter((term) => term.length > 0)
  return terms.length > 0 ? terms : [[inNoText]]
}

/** A letter of nobody's alphabet (Unicode keeps it for private use): no word that is searched has it. */
const inNoText = '\ue000'

/** Whether a term may stand in a text: to fold a text whole is five times faster than to cut it into words. */
export function mayHold(terms: readonly Term[], text: string): boolean {
  const whole = foldedText(text)
  return terms.some(([first = '']) => whole.includes(first))
}

/** Where any of the terms stand, in order and without overlaps; at most so many. */
export function placesOf(terms: readonly Term[], text: string, most = Number.POSITIVE_INFINITY): Span[] {
  const longest = Math.max(0, ...terms.map(({ length }) => length))
  const seen: SearchWord[] = []
  const found: { start: number; end: number }[] = []
  for (const word of searchWords(text)) {
    seen.push(word)
    if (seen.length > longest) seen.shift()
    const term = longestAt(terms, seen)
    if (term === 0) continue
    const start = seen.at(-term)!.start
    const before = found.at(-1)
    if (before && start < before.end) before.end = word.end
    else if (found.length === most) break
    else found.push({ start, end: word.end })
  }
  return found
}

/** The length of the longest term that ends with the last word seen; 0 when none does. */
function longestAt(terms: readonly Term[], seen: readonly SearchWord[]): number {
  let longest = 0
  for (const term of terms) {
    const from = seen.length - term.length
    if (term.length > longest && from >= 0 && term.every((word, at) => seen[from + at]!.word === word))
      longest = term.length
  }
  return longest
}

/** Whether every term stands in one of the texts. */
export const holdsAll = (terms: readonly Term[], texts: readonly string[]): boolean =>
  terms.every((term) => texts.some((text) => placesOf([term], text, 1).length > 0))
