import { distance } from 'fastest-levenshtein'

/** The words that somebody may have meant: near enough, the nearest first. */
export function nearest(typed: string, words: Iterable<string>, most = 3): string[] {
  const asked = typed.slice(0, 100).toLowerCase()
  const close: { word: string; far: number }[] = []
  for (const word of words) {
    const far = distance(asked, word.toLowerCase())
    const begins = asked.length >= 4 && word.toLowerCase().startsWith(asked)
    if (far <= Math.max(2, Math.floor(word.length / 3)) || begins) close.push({ word, far: begins ? 0 : far })
  }
  return close
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}
