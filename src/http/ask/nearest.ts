import { distance } from 'fastest-levenshtein'

/** The words that somebody may have meant: at most a third of their letters is another, the nearest first. */
export function nearest(typed: string, words: Iterable<string>, most = 3): string[] {
  const asked = typed.slice(0, 100).toLowerCase()
  const close: { word: string; far: number }[] = []
  for (const word of words) {
    const meant = word.toLowerCase()
    const far = mistakes(asked, meant)
    const begins = asked.length >= 4 && meant.startsWith(asked)
    if (far * 3 <= Math.max(asked.length, word.length) || begins) close.push({ word, far: begins ? 0 : far })
  }
  return close
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}

/** Letters that are missing, too many or others; `knid` for `kind` is one mistake. */
function mistakes(typed: string, word: string): number {
  const far = distance(typed, word)
  return far === 2 && [...typed].sort().join('') === [...word].sort().join('') ? 1 : far
}
