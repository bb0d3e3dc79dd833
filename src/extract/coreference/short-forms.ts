import type { ReadName } from './names.ts'

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

const small = listed('of the and for in on de la du des y et e al to')
/** What kind of body it is: said or left out as one likes, “the Treasury (Department)”, “Acme (Group)”. */
const kinds = listed(`
  department dept ministry agency bureau office inc corp corporation co company ltd llc plc group holdings bhd party
  union organization organisation movement news newspaper university airlines airways foundation club front bank
`)

/** The words of an organisation's name without what may be left out: `U.S. Treasury Department` → `treasury`, of the land `us`. */
export type Core = { core: string; land: string; kind: string }

export function coreOf(words: readonly string[], lands: ReadonlySet<string>): Core {
  const weighty = words.filter((word) => !small.has(word))
  const land = weighty.length > 1 && lands.has(weighty[0]!) ? weighty[0]! : ''
  const rest = weighty.slice(land ? 1 : 0)
  const kind = rest.find((word) => kinds.has(word)) ?? ''
  return { core: rest.filter((word) => !kinds.has(word)).join(' '), land, kind }
}

/** Whether two names of one core may be one body: not those of two lands, nor a party and a bank. */
export const agree = (a: Core, b: Core): boolean =>
  (a.land === '' || b.land === '' || a.land === b.land) && (a.kind === '' || b.kind === '' || a.kind === b.kind)

/** “who” and “who” of “World Health Organization”; “dos” and “ds” of “Department of State”. */
export function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2 || words.length > 10) return []
  const initials = (of: readonly string[]): string => of.map((word) => word.charAt(0)).join('')
  return [...new Set([initials(words), initials(words.filter((word) => !small.has(word)))])].filter(
    (short) => short.length > 1,
  )
}

/** Whether a name as printed can be the initials of another: “WHO”, “U.S.”, “DoJ”, not “Who”. */
export const isAcronym = (printed: string): boolean => /^\p{Lu}[\p{Lu}a-z\d.&-]*[\p{Lu}.]$/u.test(printed)

/** Ends of an organisation's name, and its beginning where only its kind or “of …” follows. */
export function partsOf({ words, type }: ReadName): string[] {
  if (type === 'place') return words.length === 2 && words[1] === 'strip' ? [words[0]!] : []
  if (type !== 'organization' || words.length > 10) return []
  const parts: string[] = []
  for (let at = 1; at < words.length; at++) {
    if (!small.has(words[at]!) && !small.has(words[at - 1]!)) parts.push(words.slice(at).join(' '))
    const rest = words.slice(at)
    if (rest[0] === 'of' || rest.every((word) => kinds.has(word))) parts.push(words.slice(0, at).join(' '))
  }
  return parts
}

/** “Palestinians” is “Palestinian”. */
export const singular = (word: string): string => (word.length > 4 ? word.replace(/s$/u, '') : word)
