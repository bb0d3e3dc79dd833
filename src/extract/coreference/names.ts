import { fold } from '#/src/text/fold.ts'
import { slice } from '#/src/text/spans.ts'
import type { TaggedName } from '../tagger/tag.ts'

/** A name with its words as they are compared. */
export type ReadName = TaggedName & {
  /** Folded: no case, accents, dots, possessive, article, title or “Jr.”; of bodies and places no hyphen either. */
  words: readonly string[]
  /** The words as one string. */
  key: string
  /** What a title says: 1 a woman (`Mrs. Lind`), −1 a man (`Mr. Lind`), 0 nothing. */
  title: -1 | 0 | 1
  /** What a person holds: `mayor` of `Mayor Lind`, of titles the last; or nothing. */
  office: string
  /** `jr`, `iii` …, or nothing. */
  generation: string
}

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

const female = listed('mrs ms miss mme madam madame lady dame queen princess congresswoman chairwoman sister sra')
const male = listed('mr messrs sir lord king prince congressman chairman brother monsieur')
const titles = listed(`
  dr prof professor president premier chancellor minister secretary senator sen rep representative gov governor mayor
  gen general lt lieutenant col colonel capt captain sgt sergeant maj major adm admiral cmdr judge justice sheriff
  ambassador amb rev reverend pastor bishop archbishop cardinal pope father rabbi imam sheikh ayatollah speaker
  attorney coach chief crown prime vice deputy former acting interim hon emeritus officer detective inspector constable
  cllr coun councillor councilor alderman supt superintendent fr brig brigadier cdr commander
`)
/** Titles that tell people of one surname apart. */
const offices = listed(`
  president premier chancellor minister secretary senator governor mayor general judge sheriff bishop coach chief
  inspector detective
`)
const generations = listed('jr sr ii iii iv')

/** A folded word that stands before names and is none: “mr”, “senator”. */
export const isTitle = (word: string): boolean => titles.has(word) || genderOf(word) !== 0

const genderOf = (word: string): -1 | 0 | 1 => (female.has(word) ? 1 : male.has(word) ? -1 : 0)

/** Reads a name, and the word before it: `Mr. ‹Lind›` and `‹Mr. Lind›` are the same. */
export function readName(text: string, { span, type }: TaggedName): ReadName {
  const all = foldedWords(slice(text, span), type === 'person' ? /\s+(?:[ae]l-)?|^[ae]l-/u : /[\s\-–]+/u)
  let first = all.findIndex(
    (word, at) => at === all.length - 1 || !(word === 'the' || (type === 'person' && isTitle(word))),
  )
  first = Math.max(0, first)
  const before = type === 'person' ? wordBefore(text, span.start) : ''
  const title = all.slice(0, first).map(genderOf).find(Boolean) ?? genderOf(before)
  const office = [before, ...all.slice(0, first)].findLast((word) => offices.has(word)) ?? ''
  const last = all.length - 1
  const generation = type === 'person' && last > first && generations.has(all[last]!) ? all[last]! : ''
  const words = all.slice(first, generation ? last : undefined)
  return { span, type, words, key: words.join(' '), title, office, generation }
}

function foldedWords(name: string, between: RegExp): string[] {
  const folded = isAscii.test(name) ? name.toLowerCase() : fold(name.replaceAll('’', "'"))
  return folded
    .replace(/'s$|'$/u, '')
    .replaceAll('.', '')
    .split(between)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

const isAscii = /^[ -~]*$/u

/** The word before a name, folded, where it has a capital as titles have. */
function wordBefore(text: string, start: number): string {
  if (!/\s/u.test(text.charAt(start - 1))) return ''
  const before = text.slice(Math.max(0, start - 16), start - 1)
  const word = before.slice(1 + Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'))).replace(/\.$/u, '')
  return /^\p{Lu}/u.test(word) ? word.toLowerCase() : ''
}
