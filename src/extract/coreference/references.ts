import { overlaps, type Span } from '#/src/text/spans.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { SpeechSentence } from '../paragraph/sentences.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import { determiners } from '../paragraph/words.ts'
import type { Cluster } from './cluster.ts'
import { type Nominal, nominalAt } from './nominals.ts'

/** What stands for a person outside of quotations: a name, a pronoun, or a description. */
export type Reference = {
  span: Span
  paragraph: number
  /** Counted through the body. */
  sentence: number
  /** Speaks there, comes first in its sentence, or only owns something: “Lind’s lawyer”, “the Lind campaign”. */
  place: 'speaks' | 'first' | 'other' | 'owns'
  /** “…,” ‹he› [replied]: to what somebody else said. */
  replies: boolean
} & (
  | { form: 'name'; person: number }
  /** `isObject`: “told him” is not who told. */
  | { form: 'pronoun'; gender: -1 | 1; isObject: boolean }
  | ({ form: 'nominal' } & Nominal)
)

/** The references of a body in order, and for each sentence the people who are named inside its quotations. */
export type Discourse = { references: Reference[]; quoted: ReadonlySet<number>[] }

const pronouns = new Map<string, -1 | 1>([
  ...['he', 'him', 'his', 'himself'].map((word): [string, -1] => [word, -1]),
  ...['she', 'her', 'hers', 'herself'].map((word): [string, 1] => [word, 1]),
])

export function referencesOf(paragraphs: readonly SpeechParagraph[], clusters: readonly Cluster[]): Discourse {
  const references: Reference[] = []
  const quoted: Set<number>[] = []
  const people = peopleIn(clusters)
  let next = 0
  paragraphs.forEach(({ items, sentences }, paragraph) => {
    for (const sentence of sentences) {
      const from = references.length
      const inQuotes = new Set<number>()
      for (let at = sentence.from; at < sentence.to; at++) {
        const item = items[at]!
        while (next < people.length && people[next]!.span.end <= item.span.start) next++
        if (item.quote >= 0) {
          while (next < people.length && people[next]!.span.start < item.span.end) inQuotes.add(people[next++]!.person)
          continue
        }
        const found = referenceAt(items, at, sentence, people[next])
        if (!found) continue
        const place = placeOf(items, at, sentence, found.span, references.length > from ? references.at(-1)! : null)
        references.push({
          ...found,
          paragraph,
          sentence: quoted.length,
          place,
          replies: isReply(items, sentence, found.span),
        })
      }
      quoted.push(inQuotes)
    }
  })
  return { references, quoted }
}

type Named = { span: Span; person: number }

const peopleIn = (clusters: readonly Cluster[]): Named[] =>
  clusters
    .flatMap(({ type, names }, person) => (type === 'person' ? names.map(({ span }) => ({ person, span })) : []))
    .sort((a, b) => a.span.start - b.span.start)

type Found =
  | { form: 'name'; span: Span; person: number }
  | { form: 'pronoun'; span: Span; gender: -1 | 1; isObject: boolean }
  | ({ form: 'nominal'; span: Span } & Nominal)

function referenceAt(items: readonly Item[], at: number, sentence: SpeechSentence, named?: Named): Found | null {
  const { span, word } = items[at]!
  if (named && overlaps(named.span, span)) return named.span.start >= span.start ? { form: 'name', ...named } : null
  const gender = pronouns.get(word)
  if (gender) return { form: 'pronoun', span, gender, isObject: word === 'him' || (word === 'her' && !owns(items, at)) }
  const nominal = nominalAt(items, sentence.from, at, sentence.to)
  return nominal && { form: 'nominal', ...nominal }
}

/** “her plan”, not “told her on Monday” or “asked her.” */
function owns(items: readonly Item[], at: number): boolean {
  const after = items[at + 1]
  return after !== undefined && isWord(after) && !isSmall(after.word)
}

const small =
  /^(?:to|that|about|on|in|at|for|with|of|by|from|and|or|but|as|if|when|while|after|before|because|how|why|what|who|not|into|over|out|up|down|off|so|then|again|too|also)$/u
const isSmall = (word: string): boolean => small.test(word) || determiners.has(word)

const isArticle = (word: string | undefined): boolean => word === 'the' || word === 'a' || word === 'an'

/** “…,” ‹he› replied; but “Asked about it, ‹he› replied” */
const isReply = (items: readonly Item[], { clauses, from }: SpeechSentence, span: Span): boolean =>
  items[from]!.word !== 'asked' &&
  clauses.some(
    ({ at, speaker }) => /^(?:repli|answer|counter|retort)/u.test(items[at]!.word) && overlaps(speaker.mention, span),
  )

/** “Asked why ‹Lind› had not come, he said …”: who is asked about is not who is asked. */
function isAskedAbout(items: readonly Item[], at: number, { from, to }: SpeechSentence): boolean {
  if (items[from]!.word !== 'asked') return false
  let comma = from
  while (comma < to && items[comma]!.word !== ',') comma++
  return at < comma && comma < to
}

/** “Lind said that ‹the mayor› had not called her”: the verb may be one of speech, but Lind speaks. */
const isSpokenOf = (items: readonly Item[], { clauses }: SpeechSentence, span: Span): boolean =>
  clauses.some(({ after, order, kinds }) => {
    const first = items[after]?.word === 'that' ? after + 1 : after
    return order === 'subject-first' && kinds.has('say') && items[first]?.span.start === span.start
  })

function placeOf(
  items: readonly Item[],
  at: number,
  sentence: SpeechSentence,
  span: Span,
  before: Reference | null,
): Reference['place'] {
  const { clauses } = sentence
  if (isAskedAbout(items, at, sentence)) return 'owns'
  let after = at
  while (after < items.length && items[after]!.span.end <= span.end) after++
  const next = items[after]?.word
  if (next === '’s' || next === "'s" || next === '’' || next === "'") return 'owns'
  const { word } = items[at]!
  if (word === 'his' || (word === 'her' && owns(items, at))) return 'owns'
  if (items[at]!.name === 'person' && isArticle(items[at - 1]?.word)) return 'owns'
  const described = items[at - 1]?.word === ',' ? items[at - 2]?.span.end : undefined
  if (clauses.some(({ speaker: { mention } }) => overlaps(mention, span) || mention.end === described))
    return isSpokenOf(items, sentence, span) ? 'other' : 'speaks'
  // “‹Lind› and ‹Olsen› came”: both come first.
  if (before && items[at - 1]?.word === 'and' && before.span.end === items[at - 2]?.span.end) return before.place
  // “Her husband, ‹Paul›, drives”: whose husband that is comes only before his name.
  const isOwned = before?.place === 'owns' && described !== undefined && described - before.span.end < farthestOwner
  return before && !isOwned ? 'other' : 'first'
}

/** In characters: “’s youngest daughter”. */
const farthestOwner = 30
