/**
 * What two prints of one name have in common: `Côte d’Ivoire`, `Cote D'Ivoire` → `cote divoire`; `St. Lucia` and
 * `Saint Lucia` → `saint lucia`; `The Hague’s` → `hague`; `U.S. Treasury` → `us treasury`.
 *
 * An acronym keeps its capitals, or “WHO” would be a pronoun: `U.N.` and `UN` → `UN`.
 */
export function keyOf(name: string): string {
  const bare = name.replace(/[’'‘ʼʻ`´]s$|[’'‘ʼʻ`´”“"‘]/gu, '').trim()
  const letters = bare.replaceAll('.', '')
  if (/^[A-Z]{2,5}$/u.test(letters)) return letters
  return bare
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/[øłđıßæœ]/gu, (letter) => plain[letter]!)
    .replace(/\bst\.? /gu, 'saint ')
    .replaceAll('&', ' and ')
    .replace(/[\s.,()‐-―-]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/u, '')
}

const plain: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }

const acronym = /^[A-Z]+$/u

/** The keys to look a name up by, best first: a headline prints `IRAN`, a British paper `Nato`. */
export function keysOf(name: string): string[] {
  const key = keyOf(name)
  return acronym.test(key) ? [key, key.toLowerCase()] : [key]
}

/** The keys that a listed name is found by: an acronym of four letters or more also as a word, `Nato`. */
export function listedKeys(name: string): string[] {
  const key = keyOf(name)
  return acronym.test(key) && key.length > 3 ? [key, key.toLowerCase()] : [key]
}
