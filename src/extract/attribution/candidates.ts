import type { Cues } from '../paragraph/cues.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { type Phrase, phraseAt } from '../paragraph/phrases.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  nameParticles,
  prepositions,
  relatives,
  subjectPronouns,
  timeNouns,
} from '../paragraph/words.ts'

/**
 * Every phrase of a paragraph that could be a speaker, each place once, in order: pronouns, names, noun phrases, the
 * subjects of its verbs of speech, and variants cut before what may be a verb (“the town ‹released›”). Too many rather
 * than too few: a model chooses.
 */
export function candidatesOf({ items, sentences }: Pick<SpeechParagraph, 'items' | 'sentences'>, cues: Cues): Phrase[] {
  const found: Phrase[] = []
  for (const { clauses } of sentences) for (const { speaker } of clauses) found.push(speaker)
  for (let at = 0; at < items.length; at++) addFrom(items, at, cues, found)
  found.sort((a, b) => a.mention.start - b.mention.start || a.mention.end - b.mention.end)
  return found.filter(({ mention: { start, end } }, i) => {
    const before = found[i - 1]?.mention
    return start !== before?.start || end !== before.end
  })
}

const otherPronouns = new Set(['him', 'her', 'them', 'himself', 'herself', 'his', 'their', 'which', 'that'])

function addFrom(items: readonly Item[], at: number, cues: Cues, found: Phrase[]): void {
  const item = items[at]!
  if (!isWord(item)) return
  const before = items[at - 1]
  if (subjectPronouns.has(item.word) || otherPronouns.has(item.word)) found.push(one(items, at, at + 1))
  if (item.capital && !(before && joins(before) && !isClosed(before.word))) addName(items, at, found)
  if (item.name && before?.name !== item.name) found.push(tagged(items, at))
  if (!canBegin(item, before)) return
  const phrase = phraseAt(items, { from: at, to: Math.min(items.length, at + longest) })
  if (!phrase || phrase.from !== at) return
  found.push(phrase)
  for (let end = at + 1; end < phrase.to; end++)
    if (mayBeVerb(items[end]!, cues) && end - at <= 6) found.push(one(items, at, end))
}

/** No subject of speech is longer, and reading stays linear. */
const longest = 40

const one = (items: readonly Item[], from: number, to: number): Phrase => ({
  mention: { start: items[from]!.span.start, end: items[to - 1]!.span.end },
  from,
  to,
})

/** A run of capitals, whatever stands around it: “with ‹Gorka› noting”, “‹Rubio›’s catch phrase”. */
function addName(items: readonly Item[], at: number, found: Phrase[]): void {
  if (isClosed(items[at]!.word)) return
  let end = at + 1
  while (end < items.length && end - at < longest && continues(items, end)) end++
  while (end > at + 1 && !items[end - 1]!.capital) end--
  found.push(one(items, at, end))
}

/** “On ‹Lind›’s desk”, “But ‹Lind› said”, “On Monday ‹Lind› said”. */
const isClosed = (word: string): boolean =>
  conjunctions.has(word) || prepositions.has(word) || determiners.has(word) || timeNouns.has(word)

const continues = (items: readonly Item[], end: number): boolean =>
  joins(items[end]!) || (nameParticles.has(items[end]!.word) && items[end + 1]?.capital === true)

/** A name as a tagger found it: “Minister of Education ‹Mara Lind›”. */
function tagged(items: readonly Item[], at: number): Phrase {
  let end = at + 1
  while (end < items.length && items[end]!.name === items[at]!.name) end++
  return one(items, at, end)
}

const joins = (item: Item): boolean => item.quote < 0 && (item.capital || item.word === '-')

function canBegin({ word, capital }: Item, before: Item | undefined): boolean {
  if (capital || determiners.has(word)) return true
  if (conjunctions.has(word) || prepositions.has(word) || auxiliaries.has(word) || relatives.has(word)) return false
  return !before || !isWord(before) || isGap(before)
}

/** After these a bare noun can be a subject: “, ‹officials› said”, “but ‹critics› say”, “as ‹one› put it”. */
const isGap = ({ word }: Item): boolean => conjunctions.has(word) || relatives.has(word) || prepositions.has(word)

const mayBeVerb = ({ word, capital }: Item, cues: Cues): boolean =>
  !capital && (/..(?:ed|ing|s)$/u.test(word) || cues.kinds.has(word))
