import { type Span, slice } from '#/src/text/spans.ts'
import { personNouns } from '../paragraph/nouns.ts'
import { adverbs, auxiliaries, conjunctions, determiners, prepositions, timeNouns } from '../paragraph/words.ts'
import type { TaggedName } from '../tagger/tag.ts'
import { honours } from './heads.ts'
import { readName } from './names.ts'

/**
 * What a tagger misses and the article tells:
 *
 * - after a personal title stands a person: `Mr. ‹Ford› said`, where it found a firm or nothing
 * - the surname of a person who was named in full is that person: `Mara Lind … ‹Lind› said`
 * - so is the full name at the end of a longer one: `Secretary of State ‹Mara Lind›`, where it found “State Mara Lind”
 * - two capitals tell the country from the pronoun in a headline, too: `Talks Begin Amid ‹US› Concerns`, but `GIVE US A BREAK`
 *
 * - a name goes on over its particles: `Ida ‹van der Velde›`, where it found “Velde”
 * - “the ‹California Democrat›” and “the ‹Spaniard›” are somebody, and no name
 *
 * Names are in order and never overlap, before and after.
 */
export function repairNames(text: string, names: readonly TaggedName[], stretches: readonly Span[]): TaggedName[] {
  const titled = withParticles(
    text,
    names
      .filter((name) => !isEpithet(text, name))
      .map((name) => (isTitled(text, name.span.start) ? asPerson(name) : name))
      .map((name) => withoutHonours(text, name)),
  )
  const surnames = surnamesIn(text, titled)
  const full = fullNamesIn(text, titled)
  const known = titled.map((name) =>
    isSurname(text, name, surnames) ? asPerson(name) : (personAtEnd(text, name, full) ?? name),
  )
  const repaired: TaggedName[] = []
  let next = 0
  const take = (before: number): void => {
    while (next < known.length && known[next]!.span.start < before) repaired.push(known[next++]!)
  }
  for (const span of capitalsIn(text, stretches)) {
    take(span.end)
    if (span.start < (repaired.at(-1)?.span.end ?? 0)) continue
    const name = missedName(text, span, surnames)
    if (name && name.end <= (known[next]?.span.start ?? Infinity)) repaired.push({ span: name, type: 'person' })
    else if (isUnitedStates(text, span)) repaired.push({ span, type: 'place' })
  }
  take(Infinity)
  return repaired
}

/** “Ida Ford ‹KC›”: letters that follow a name are no part of it. */
function withoutHonours(text: string, { span, type }: TaggedName): TaggedName {
  const name = slice(text, span)
  const own = type === 'person' ? name.replace(honours, '') : name
  return /\S \S/u.test(own) ? { span: { start: span.start, end: span.start + own.length }, type } : { span, type }
}

/** People with the particles before what was found of their names, and the names that stand before those. */
function withParticles(text: string, names: readonly TaggedName[]): TaggedName[] {
  const whole: TaggedName[] = []
  for (const name of names) {
    const from = name.type === 'person' ? wholeFrom(text, name.span.start) : name.span.start
    const before = whole.at(-1)
    const isCut = from < name.span.start && before !== undefined && before.span.end > from
    if (isCut && !(before.type === 'person' && before.span.start >= from)) whole.push(name)
    else {
      if (isCut) whole.pop()
      whole.push({ ...name, span: { start: from, end: name.span.end } })
    }
  }
  return whole
}

/** Where a name begins: “On Monday ‹Ida van der› Velde” */
function wholeFrom(text: string, start: number): number {
  const [led, names = ''] = particles.exec(text.slice(Math.max(0, start - 60), start)) ?? []
  // “the van Velde drove”
  if (
    led === undefined ||
    /\b(?:[Tt]he|[Aa]n?)\s$/u.test(text.slice(Math.max(0, start - led.length - 4), start - led.length))
  )
    return start
  const words = names.split(' ').slice(0, -1)
  if (/^(?:The|An?)$/u.test(words.at(-1) ?? '')) return start
  const own = words.slice(words.findLastIndex((word) => isNoName(word.toLowerCase())) + 1)
  return start - led.length + names.length - own.reduce((sum, word) => sum + word.length + 1, 0)
}

const isNoName = (word: string): boolean =>
  personNouns.has(word) ||
  [adverbs, auxiliaries, conjunctions, determiners, prepositions, timeNouns].some((closed) => closed.has(word))

const particles =
  /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'-]+ ){0,2})(?:(?:[Vv]an|[Vv]on) (?:de[rnm]? |’t |zu )?|(?:[Tt]e[nr]|zu|bin|ibn|binti) )$/u

/** One of a people or a party, with an article. */
const isEpithet = (text: string, { span, type }: TaggedName): boolean =>
  /\b[Tt]he $/u.test(text.slice(Math.max(0, span.start - 5), span.start)) &&
  ((type === 'person' && epithet.test(slice(text, span))) || ofState.test(slice(text, span)))

const ofState = /^(?:\p{Lu}[\p{L}.]* ){1,2}(?:Democrat|Republican)$/u
const epithet =
  /^(?:(?:\p{Lu}[\p{L}.]* ){0,2}(?:Democrat|Republican|Conservative|Liberal|Tory|Independent)|Spaniard|Briton|Swede|Dane|Finn|Pole|Scot|Turk|Serb|Croat|Slovak|Slovene|Czech|Greek|Swiss|Frenchman|Frenchwoman|Englishman|Englishwoman|Irishman|Irishwoman|Scotsman|Welshman|Dutchman|Dutchwoman|Kiwi|Aussie|Taoiseach|Tánaiste|American|German|Italian|Brazilian|Argentine|Canadian|Australian)$/u

const asPerson = ({ span }: TaggedName): TaggedName => ({ span, type: 'person' })

const title =
  /\b(?:Mr|Mrs|Ms|Miss|Sen|Rep|Gov|Dr|Prof|Sir|Dame|Rev|MR|MRS|MS|MISS|SEN|REP|GOV|DR|PROF|REV)\.?[ \u00a0]$/u

const isTitled = (text: string, start: number): boolean => title.test(text.slice(Math.max(0, start - 8), start))

/** The last words of people's full names. */
function surnamesIn(text: string, names: readonly TaggedName[]): Set<string> {
  const surnames = new Set<string>()
  for (const name of names) {
    if (name.type !== 'person' || !/\s/u.test(slice(text, name.span))) continue
    const { words } = readName(text, name)
    if (words.length > 1 && words.at(-1)!.length > 2) surnames.add(words.at(-1)!)
  }
  return surnames
}

/** Full names of people, as printed. */
const fullNamesIn = (text: string, names: readonly TaggedName[]): Set<string> =>
  new Set(
    names
      .filter(({ type }) => type === 'person')
      .map(({ span }) => slice(text, span))
      .filter((name) => /^\S+ \S/u.test(name)),
  )

/** “State Mara Lind” ends in somebody known. */
function personAtEnd(text: string, { span, type }: TaggedName, full: ReadonlySet<string>): TaggedName | null {
  if (type === 'person') return null
  const printed = slice(text, span)
  for (let at = printed.indexOf(' '); at > 0; at = printed.indexOf(' ', at + 1))
    if (full.has(printed.slice(at + 1))) return { span: { start: span.start + at + 1, end: span.end }, type: 'person' }
  return null
}

/**
 * “Ford”, taken for a firm, where Ida Ford was named in full; “Cuban said”, taken for a people, where Ida Cuban was; “Lund,
 * a former sailor”, taken for a place. Any other place of that name stays one.
 */
function isSurname(text: string, { span, type }: TaggedName, surnames: ReadonlySet<string>): boolean {
  const after = text.slice(span.end, span.end + 20)
  const mayBe =
    type === 'organization' || (type === 'group' && acts.test(after)) || (type === 'place' && isSomebody.test(after))
  if (!mayBe) return false
  const { words } = readName(text, { span, type: 'person' })
  return words.length === 1 && surnames.has(words[0]!) && /\p{Ll}/u.test(slice(text, span))
}

const acts = /^(?:[’']s | (?:said|says|told|added|asked|wrote|was|is|has|had|will|would)\b)/u

/** What follows a person and no place. */
const isSomebody = /^(?:, (?:\d\d, |who |a former )| (?:said|told|added|asked|wrote)\b)/u

const capitals = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]+)*/gu

/** Words that begin with a capital, one by one, without “’s”. */
function* capitalsIn(text: string, stretches: readonly Span[]): Generator<Span> {
  for (const { start, end } of stretches) {
    for (const match of text.slice(start, end).matchAll(capitals)) {
      const word = match[0].replace(/[’']s$/u, '')
      yield { start: start + match.index, end: start + match.index + word.length }
    }
  }
}

/** The person whom an untagged capital word names, with the capitals after a title. */
function missedName(text: string, { start, end }: Span, surnames: ReadonlySet<string>): Span | null {
  if (isTitled(text, start))
    return { start, end: end + (moreCapitals.exec(text.slice(end, end + 60))?.[0].length ?? 0) }
  if (end - start < 3) return null
  const { words } = readName(text, { span: { start, end }, type: 'person' })
  if (words.length !== 1 || !surnames.has(words[0]!)) return null
  return isAlone(text, { start, end }) || acts.test(text.slice(end, end + 12)) ? { start, end } : null
}

/** Not the money of “US$10 million”. */
const isUnitedStates = (text: string, { start, end }: Span): boolean =>
  slice(text, { start, end }) === 'US' &&
  !/\p{Lu}{2}[^\p{L}]{1,2}$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  !/^(?:[^\p{L}]{1,2}\p{Lu}(?:\p{Lu}|\P{L})|[ \u00a0]?[$\d])/u.test(text.slice(end, end + 4))

const moreCapitals = /^(?:[ \u00a0](?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+))*/u

/** No capital beside it, as in “Trump Tower”, nor an article; and not at the start of a sentence, where any word has one. */
const isAlone = (text: string, { start, end }: Span): boolean =>
  !/\b(?:the|an?) $/u.test(text.slice(Math.max(0, start - 5), start)) &&
  /[\p{Ll},;:—–][”"’']?\s["“‘]?$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  !/^[ \u00a0-]\p{Lu}/u.test(text.slice(end, end + 2))
