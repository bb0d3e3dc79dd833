/** Mixes two numbers into one 32-bit hash that is never 0 (0 marks an empty place in a table). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 13
  return h || 1
}

export const emptyHash = 0x811c9dc5 | 0

/** One more character code; `wordHash` and the columns must agree, so both use it. */
export const addCode = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** The hash of a word, whatever its case and the form of its apostrophe. */
export function wordHash(word: string): number {
  let hash = emptyHash
  for (let i = 0; i < word.length; i++) hash = addCode(hash, lowerCode(word.charCodeAt(i)))
  return hash || 1
}

/** The hash of a phrase, word by word. */
export const addWord = (phrase: number, word: number): number => mix(phrase, word)

/** The code of a character in lower case; accents stay. Characters whose lower case is longer keep their own code. */
export function lowerCode(code: number): number {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code
  if (code === 0x2019) return 0x27
  if (code < 0xc0) return code
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}
