/** What a character can be to a tokenizer: a letter or combining mark, a digit, white space, or a mark of its own. */
export const letter = 1
export const digit = 2
export const space = 3
export const mark = 0

const anyLetter = /[\p{L}\p{M}]/u
const anyDigit = /\p{Nd}/u
const anySpace = /[\s\u0085\u200B\u2060]/u

/** In print a soft hyphen and the joiners belong to the word that they stand in. */
const insideWords = new Set([0xad, 0x200c, 0x200d])

const classify = (character: string, code: number): number => {
  if (anyLetter.test(character) || insideWords.has(code)) return letter
  if (anyDigit.test(character)) return digit
  return anySpace.test(character) ? space : mark
}

/** Most characters of a news text are below U+0250: looked up, never matched. */
const common = Uint8Array.from({ length: 0x250 }, (_, code) => classify(String.fromCharCode(code), code))

/** What stands at `at`; half of a broken surrogate pair is a mark. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < common.length) return common[code]!
  if (Number.isNaN(code)) return mark
  const point = text.codePointAt(at)!
  return classify(String.fromCodePoint(point), point)
}

/** How many code units the character at `at` takes. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

const upper = /\p{Lu}/u
const lower = /\p{Ll}/u

export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 65 && code <= 90
  return upper.test(text.charAt(at))
}

export function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 97 && code <= 122
  return lower.test(text.charAt(at))
}
