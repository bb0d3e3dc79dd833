import type { Span } from '#/src/text/spans.ts'
import { type Clause, isQuotedAs, isWithin } from './clauses.ts'
import { heardFrom } from './hearsay.ts'
import { isPassive } from './passives.ts'
import { phraseAt } from './phrases.ts'
import type { SpeechSentence } from './sentences.ts'
import type { Item } from './skeleton.ts'
import { conjunctions } from './words.ts'

/** A quotation where it stands: item `at` of a sentence. */
export type Frame = {
  items: readonly Item[]
  at: number
  sentence: SpeechSentence
  ends: 'stop' | 'asks' | 'hands-over' | 'open'
}

export type Said = { mention: Span; cue: Span | null; clause: Clause | null; addressee: Span | null }

/**
 * How print says who speaks, the surest way first. Each rule brings an example: the quotation, the ‹speaker› and the
 * [cue]; the tests hold that it answers its own example, and that no rule before it does.
 */
export type Rule = { id: string; example: string; match: (frame: Frame) => Said | null }

export const rules: readonly Rule[] = [
  {
    id: 'quoted-as',
    example: 'The Courier quoted ‹Mara Lind› as [saying] that the plan was “bold but far too late.”',
    match: ({ items, at, sentence }) =>
      saidIn(
        sentence.clauses.findLast((clause) => clause.at < at && isQuotedAs(items, clause)) ??
          sentence.clauses.find((clause) => clause.at > at && isQuotedAs(items, clause)),
      ),
  },
  {
    id: 'told-within',
    example: 'Mara Lind said ‹her brother› had [texted] her from the harbour: “We will not wait.”',
    match: ({ items, at, sentence }) => {
      const [outer, inner] = sentence.clauses.filter((clause) => clause.at < at).slice(-2)
      const heard = heardFrom(items, sentence.clauses, at)
      if (heard) {
        const clause = sentence.clauses.findLast((clause) => clause.at < at)!
        return { mention: heard.mention, cue: clause.cue, clause: null, addressee: clause.addressee }
      }
      const leadsIn = /^[:,]$/u.test(items[at - 1]?.word ?? '')
      return leadsIn && inner && outer && isWithin(items, outer, inner) ? saidIn(inner) : null
    },
  },
  {
    id: 'told-by',
    example: 'Bo Olsen was [accused] by ‹Mara Lind› of being “bold but far too late.”',
    match: ({ items, at, sentence }) => {
      const last = sentence.clauses.findLast((clause) => clause.at < at)
      return saidIn(last && last.order === 'verb-first' && isPassive(items, last.at) ? last : undefined)
    },
  },
  {
    id: 'according-to',
    example: 'The plan is “bold but far too late,” [according to] ‹Mara Lind›.',
    match: ({ items, at, sentence }) => {
      const source = sentence.clauses.filter(({ at: verb }) => items[verb]!.word === 'according')
      return saidIn(
        source.find(({ at: verb }) => verb > at && clear(items, at, verb)) ??
          source.findLast(({ at: verb }) => verb < at),
      )
    },
  },
  {
    id: 'name-said',
    example: '“We will not wait,” ‹Mara Lind›, who leads the union, [said] on Monday.',
    match: (frame) =>
      conjunctions.has(frame.items[frame.at + 1]?.word ?? '') // ‘Never,’ and then he laughed
        ? null
        : saidIn(after(frame).find(({ order, speaker }) => order === 'subject-first' && speaker.from <= frame.at + 4)),
  },
  {
    id: 'said-name',
    example: '“We will not wait,” [said] ‹Mara Lind›, a union leader.',
    match: (frame) => saidIn(after(frame).find(({ order, at }) => order === 'verb-first' && at <= frame.at + 2)),
  },
  {
    id: 'said-before',
    example: '‹Mara Lind› [told] reporters that the plan was “bold but far too late.”',
    match: ({ items, at, sentence }) => {
      const before = sentence.clauses.filter((clause) => clause.at < at && items[clause.at]!.word !== 'according')
      return saidIn(before.findLast(({ order }) => order !== 'verb-first') ?? before.at(-1))
    },
  },
  {
    id: 'said-later',
    example: 'A “bold but far too late” plan would fail, ‹she› [said].',
    match: ({ at, sentence }) => saidIn(sentence.clauses.find((clause) => clause.at > at && clause.order !== 'shared')),
  },
  {
    id: 'colon',
    example: '‹Mara Lind› at the rally: “We will not wait.”',
    match: ({ items, at, sentence }) => {
      if (items[at - 1]?.word !== ':' || at - 1 < sentence.from) return null
      const source = phraseAt(items, { from: sentence.from, to: at - 1 })
      return source && { mention: source.mention, cue: null, clause: null, addressee: null }
    },
  },
  {
    id: 'beat',
    example: 'Bo Olsen wanted to know. ‹Mara Lind› laughed. “We will not wait.”',
    match: ({ items, at, sentence }) => {
      if (sentence.from !== at || sentence.clauses.length > 0) return null
      const to = at - 1
      let from = to
      while (from > 0 && items[from - 1]!.quote < 0 && !/^[.!?]$/u.test(items[from - 1]!.word)) from--
      const who = phraseAt(items, { from, to })
      if (who?.from !== from || to - who.to > longestBeat || !beats.test(items[who.to]?.word ?? '')) return null
      return { mention: who.mention, cue: null, clause: null, addressee: null }
    },
  },
]

/** What people do before they speak; in items, no more than “shook her head slowly”. */
const beats =
  /^(?:laugh(?:s|ed)|smil(?:es|ed)|grin(?:s|ned)|shrug(?:s|ged)|nod(?:s|ded)|sigh(?:s|ed)|paus(?:es|ed)|hesitat(?:es|ed)|frown(?:s|ed)|winc(?:es|ed)|chuckl(?:es|ed)|grimac(?:es|ed)|shook|shakes)$/u
const longestBeat = 5

const saidIn = (clause: Clause | undefined): Said | null =>
  clause ? { mention: clause.speaker.mention, cue: clause.cue, clause, addressee: clause.addressee } : null

/** The clauses that follow a quotation which hands over to them: “…,” he said. */
const after = ({ items, at, sentence, ends }: Frame): Clause[] =>
  ends === 'open' ? [] : sentence.clauses.filter((clause) => clause.at > at && clear(items, at, clause.at))

const clear = (items: readonly Item[], from: number, to: number): boolean =>
  !items.slice(from + 1, to).some(({ quote }) => quote >= 0)
