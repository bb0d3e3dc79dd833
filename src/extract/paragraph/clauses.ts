import type { Span } from '#/src/text/spans.ts'
import type { CueKind, Cues } from './cues.ts'
import { isPassive } from './passives.ts'
import { isAdverb, isJoined, type Phrase, phraseAt, possessive } from './phrases.ts'
import { type Item, isWord } from './skeleton.ts'
import { auxiliaries, conjunctions, determiners, prepositions, relatives, subjectPronouns } from './words.ts'

/** A verb of speech with who says it, and whom it is said to. Numbers are indices of items. */
export type Clause = {
  cue: Span
  at: number
  after: number
  kinds: ReadonlySet<CueKind>
  /** Before the verb (“Tan said”), after it (“said Tan”), or that of the verb before (“Tan agreed, adding”). */
  order: 'subject-first' | 'verb-first' | 'shared'
  speaker: Phrase
  addressee: Span | null
}

/** Whoever speaks stands no farther from the verb, in items: a sentence without end must not be read once for each verb. */
const reach = 150

/** The clauses of speech of one sentence `[from, to)`, in order. */
export function clausesOf(items: readonly Item[], from: number, to: number, cues: Cues): Clause[] {
  const clauses: Clause[] = []
  for (let at = from; at < to; at++) {
    const cue = cueAt(items, at, to, cues)
    if (!cue) continue
    const near = { from: Math.max(from, cue.at - reach), to: Math.min(to, cue.after + reach) }
    const clause = clauseAt(items, near.from, near.to, cue, clauses.at(-1) ?? null)
    if (clause) clauses.push(clause)
    at = cue.after - 1
  }
  return clauses
}

type Cue = { at: number; after: number; span: Span; kinds: ReadonlySet<CueKind> }

function cueAt(items: readonly Item[], at: number, to: number, cues: Cues): Cue | null {
  const item = items[at]!
  if (item.quote >= 0) return null
  const next = items[at + 1]
  if (item.word === 'according' && next?.word === 'to' && at + 1 < to)
    return cueOf(items, at, at + 2, new Set(['tell']))
  if (next && at + 1 < to && cues.phrases.has(item.word)) {
    const kinds = cues.kinds.get(`${item.word} ${next.word}`)
    if (kinds) return cueOf(items, at, at + 2, kinds)
  }
  const kinds = cues.kinds.get(item.word)
  return kinds && !isNoun(items, at) && !isInName(items, at) ? cueOf(items, at, at + 1, kinds) : null
}

const cueOf = (items: readonly Item[], at: number, after: number, kinds: ReadonlySet<CueKind>): Cue => ({
  at,
  after,
  kinds,
  span: { start: items[at]!.span.start, end: items[after - 1]!.span.end },
})

/** “the report”, “his claims”, “to say”, “in writing”, “rain is forecast”: the same form, but nobody speaks. */
function isNoun(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  if (!before || before.quote >= 0) return false
  if (items[at]!.word === 'forecast' && isPassive(items, at)) return true
  if (isJoined(items, at - 1)) return false
  if (determiners.has(before.word) && !['this', 'that', 'both', 'all', 'one', 'many', 'some'].includes(before.word))
    return true
  return possessive(before) || ['to', 'of', 'for', 'from', 'with'].includes(before.word)
}

/** “told The Huffington ‹Post› that …”: a capital after a capital, where small letters go on, ends a name. */
function isInName(items: readonly Item[], at: number): boolean {
  const { capital, name } = items[at]!
  const next = items[at + 1]
  return capital && (name !== null || (items[at - 1]?.capital === true && next !== undefined && !next.capital))
}

function clauseAt(items: readonly Item[], from: number, to: number, cue: Cue, last: Clause | null): Clause | null {
  const base = { cue: cue.span, at: cue.at, after: cue.after, kinds: cue.kinds }
  if (items[cue.at]!.word === 'according') {
    const source = phraseAt(items, { from: cue.after, to })
    return source && { ...base, order: 'verb-first', speaker: source, addressee: null }
  }
  const quoted = quotedSubject(items, from, cue.at)
  if (quoted) return { ...base, order: 'subject-first', speaker: quoted, addressee: null }
  if (isPassive(items, cue.at) && !isQuoting(items[cue.at]!)) {
    const agent = agentAfter(items, cue.after, to)
    if (agent) return { ...base, order: 'verb-first', speaker: agent, addressee: null }
  }
  const addressee = cue.kinds.has('tell') ? addresseeAfter(items, cue.after, to) : null
  const subject = (last && innerSubject(items, last, cue.at)) ?? subjectBefore(items, from, cue.at)
  if (subject) return { ...base, order: 'subject-first', speaker: subject, addressee }
  const inverted = cue.kinds.has('say') ? subjectAfter(items, cue, to) : null
  if (inverted) return { ...base, order: 'verb-first', speaker: inverted, addressee: null }
  if (last) return { ...base, order: 'shared', speaker: last.speaker, addressee }
  const opening = subjectOfSentence(items, from, cue.at)
  return opening && { ...base, order: 'shared', speaker: opening, addressee }
}

/** Who did it, in the same sentence: “was told ‹by the judge›”. */
function agentAfter(items: readonly Item[], after: number, to: number): Phrase | null {
  const by = items.findIndex(({ word }, at) => at >= after && at < to && word === 'by')
  return by < 0 ? null : phraseAt(items, { from: by + 1, to })
}

/** “asked ‹Tan› what she wanted” */
function addresseeAfter(items: readonly Item[], from: number, to: number): Span | null {
  const question = items.findIndex(({ word }, at) => at >= from && at < to && /^(?:what|how|why)$/u.test(word))
  return phraseAt(items, { from, to: question < 0 ? to : question })?.mention ?? null
}

/** “The Courier quoted ‹Tan› as saying”, “‹Tan› was quoted as saying”: the words are his. */
function quotedSubject(items: readonly Item[], from: number, cue: number): Phrase | null {
  if (items[cue]!.word !== 'saying' || items[cue - 1]?.word !== 'as') return null
  let verb = cue - 2
  while (verb > from && !isQuoting(items[verb]!)) verb--
  if (!isQuoting(items[verb]!)) return null
  const object = phraseAt(items, { from: verb + 1, to: cue - 1 })
  return object ?? (auxiliaries.has(items[verb - 1]?.word ?? '') ? subjectBefore(items, from, verb) : null)
}

/** Whether a clause is such a one. */
export const isQuotedAs = (items: readonly Item[], { at, speaker }: Clause): boolean =>
  items[at]!.word === 'saying' &&
  items[at - 1]?.word === 'as' &&
  items.slice(Math.max(0, speaker.from - 1), at).some(isQuoting)

export const isQuoting = ({ word }: Item): boolean => /^(?:quot|cit)(?:ed|es|ing)$/u.test(word)

/**
 * Who speaks in what is reported: “Lind said ‹her brother› had [texted] her”, “Lind told police that ‹Olsen› [shouted]”. Not
 * “he”, who may be the one that reports.
 */
function innerSubject(items: readonly Item[], { at, after, order }: Clause, cue: number): Phrase | null {
  if (order !== 'subject-first' || !reporting.test(items[at]!.word) || !telling.test(items[cue]!.word)) return null
  const that = items.findIndex(({ word }, at) => at >= after && at < Math.min(cue, after + 6) && word === 'that')
  const start = that < 0 ? after : that + 1
  const phrase = phraseAt(items, { from: start, to: cue })
  if (phrase?.from !== start || subjectPronouns.has(items[start]!.word)) return null
  for (let at = phrase.to; at < cue; at++) if (!auxiliaries.has(items[at]!.word) && !isAdverb(items[at]!)) return null
  return phrase
}

/** Whether a clause is what another reports. */
export const isWithin = (items: readonly Item[], outer: Clause, inner: Clause): boolean =>
  innerSubject(items, outer, inner.at)?.from === inner.speaker.from

const reporting =
  /^(?:said|says|told|tells|testified|testifies|recalled|recalls|remembered|remembers|claimed|claims|alleged|alleges|added|wrote)$/u
const telling =
  /^(?:told|tells|telling|texted|messaged|e?-?mailed|asked|shouted|yelled|screamed|whispered|said|replied|answered)$/u

/** “‹Tan› has also said”, “‹Tan›, the chief of police, said”: the phrase that ends where the verb begins. */
function subjectBefore(items: readonly Item[], from: number, cue: number): Phrase | null {
  let end = cue
  while (end > from && (isAdverb(items[end - 1]!) || auxiliaries.has(items[end - 1]!.word))) end--
  if (end === from) return null
  const before = items[end - 1]!
  if (before.word === ',' || before.word === '—' || before.word === '–' || before.word === ')')
    return beforeApposition(items, from, end - 1)
  if (!isWord(before)) return null
  // “the surgeon ‹who› said so”: readers point at the pronoun nearest to the verb.
  const start = before.word === 'who' ? end - 1 : clauseStart(items, from, end)
  const phrase = phraseAt(items, { from: start, to: end })
  if (!phrase) return null
  const named = personEndingAt(items, phrase.from, end)
  const { capital, word } = items[phrase.from]!
  if (named && capital && !determiners.has(word)) return named
  if (items[phrase.to]?.word === 'and') return coordinated(items, phrase, end)
  return phrase.to === end || modifies(items, phrase.to, end) ? phrase : null
}

/** “Minister of Education ‹Mara Lind› said”: a title without an article hands over to the name; “a friend of Lind” does not. */
function personEndingAt(items: readonly Item[], from: number, end: number): Phrase | null {
  let start = end
  while (start > from && items[start - 1]!.name === 'person') start--
  return start === end
    ? null
    : { mention: { start: items[start]!.span.start, end: items[end - 1]!.span.end }, from, to: end }
}

/** “a surgeon and author ‹Mara Lind› said” is one person; “Lind and Olsen said” are two, and the first is the answer. */
function coordinated(items: readonly Item[], first: Phrase, end: number): Phrase | null {
  const second = phraseAt(items, { from: first.to + 1, to: end })
  if (!second || second.to !== end) return end - first.to <= 6 ? first : null
  return items[first.to - 1]!.capital ? first : second
}

/** What may stand between a subject and its verb: “a spokesman ‹for the ministry› said”. */
const modifies = (items: readonly Item[], from: number, end: number): boolean =>
  prepositions.has(items[from]!.word) || (isWord(items[from]!) && end - from <= 6)

function clauseStart(items: readonly Item[], from: number, end: number): number {
  let start = end - 1
  while (start > from) {
    const { word, quote } = items[start - 1]!
    if (quote >= 0 || /^[,;:—–()]$/u.test(word) || relatives.has(word)) break
    if (conjunctions.has(word) && !['and', 'or', 'also', 'still', 'then'].includes(word)) break
    start--
  }
  return start
}

/** Over the commas of an apposition to the first part that can be a subject: “In May, ‹Lee›, the head of X, Y and Z, said”. */
function beforeApposition(items: readonly Item[], from: number, comma: number): Phrase | null {
  let start = comma
  while (start > from && items[start - 1]!.quote < 0 && !/^[;:]$/u.test(items[start - 1]!.word)) start--
  for (let part = start; part < comma; ) {
    let end = part
    while (end < comma && !/^[,(—–]$/u.test(items[end]!.word)) end++
    const lead = items[part]!
    if (end < comma && !(conjunctions.has(lead.word) && !['and', 'but', 'so'].includes(lead.word))) {
      const phrase = phraseAt(items, { from: part, to: end })
      if (phrase) return phrase
    }
    part = end + 1
  }
  return null
}

/** “said ‹Julia Roknifard›, a lecturer”, “says ‹the minister›”: not “said on Monday”. */
function subjectAfter(items: readonly Item[], cue: Cue, to: number): Phrase | null {
  const next = items[cue.after]
  if (!next || cue.after >= to || !isWord(next)) return null
  if (conjunctions.has(next.word) || (prepositions.has(next.word) && next.word !== 'like') || isAdverb(next))
    return null
  const before = items[cue.at - 1]
  const free = cue.at === 0 || !before || before.quote >= 0 || /^[,—–.;:]$/u.test(before.word)
  const phrase = free ? phraseAt(items, { from: cue.after, to }) : null
  return phrase && phrase.from === cue.after ? phrase : null
}

/** “‹Trump› went on television and said”: the sentence's own subject, when the verb has none beside it. */
function subjectOfSentence(items: readonly Item[], from: number, cue: number): Phrase | null {
  let start = from
  while (start < cue && items[start]!.quote >= 0) start++
  let comma = start + 1
  while (comma < cue && items[comma]!.word !== ',') comma++
  const opening = phraseAt(items, { from: start, to: cue })
  if (opening) return opening
  return comma < cue ? phraseAt(items, { from: comma + 1, to: cue }) : null
}
