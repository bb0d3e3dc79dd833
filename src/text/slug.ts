/**
 * Words as a part of a URL: accents and case folded, runs of anything but letters and digits one hyphen, cut at a word.
 * “Malaysian PM Anwar Meets Hamas Leaders” → `malaysian-pm-anwar-meets-hamas-leaders`.
 * Empty when there is no letter or digit.
 */
export function slug(words: string, longest = 80): string {
  const folded = words
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .normalize('NFC')
  if (folded.length <= longest) return folded.toWellFormed()
  const cut = folded.lastIndexOf('-', longest)
  return folded.slice(0, cut > 0 ? cut : longest).toWellFormed()
}
