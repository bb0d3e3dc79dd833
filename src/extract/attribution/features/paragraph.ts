import { overlaps } from '#/src/text/spans.ts'
import type { Clause } from '../../paragraph/clauses.ts'
import { roles } from '../../roles/roles.ts'
import { type Sheet, share } from '../sheet.ts'
import { pronouns } from './candidate.ts'

/**
 * What every pair of a quotation and a candidate asks of a paragraph, worked out once: a pair then costs the same however
 * many quotations, candidates and verbs the paragraph has.
 */
export type Surveyed = {
  sheet: Sheet
  /** For each candidate the verbs of speech that it is the subject of, by overlap, in order. */
  clausesOf: Clause[][]
  /** For each candidate how many quotations have it for their speaker by the rules. */
  saidBy: Uint16Array
  /** How many of each kind of `between` begin before an item, and end at it or before. */
  begun: Uint16Array
  ended: Uint16Array
  /** The most share of each role from an item to the end. */
  toEnd: Float32Array
}

/** What is counted between a candidate and a quotation: candidates, those with capitals, subjects’ pronouns, speakers. */
export const between = { candidates: 0, capitals: 1, subjects: 2, speakers: 3 } as const
const kinds = 4

export function surveyOf(sheet: Sheet): Surveyed {
  const { candidates, clauses, paragraph } = sheet
  const { items, quotes } = paragraph
  const begun = new Uint16Array((items.length + 2) * kinds)
  const ended = new Uint16Array((items.length + 2) * kinds)
  const count = (kind: number, from: number, to: number): void => {
    begun[(from + 1) * kinds + kind]!++
    ended[to * kinds + kind]!++
  }
  for (const { from, to } of candidates) {
    const { word, capital } = items[from]!
    const pronoun = pronouns.indexOf(word)
    count(between.candidates, from, to)
    if (capital) count(between.capitals, from, to)
    if (pronoun >= 0 && pronoun < 8) count(between.subjects, from, to)
  }
  for (const { speaker } of clauses) count(between.speakers, speaker.from, speaker.to)
  for (let i = kinds; i < begun.length; i++) {
    begun[i]! += begun[i - kinds]!
    ended[i]! += ended[i - kinds]!
  }
  return {
    sheet,
    clausesOf: candidates.map(({ mention }) => clauses.filter(({ speaker }) => overlaps(speaker.mention, mention))),
    saidBy: Uint16Array.from(
      candidates,
      ({ mention }) => quotes.filter(({ said }) => said && overlaps(said.mention, mention)).length,
    ),
    begun,
    ended,
    toEnd: towards(sheet, items.length),
  }
}

/** How many of a kind stand in the items from `left` to before `right`; none of them stands over a quotation. */
export const countBetween = ({ begun, ended }: Surveyed, left: number, right: number, kind: number): number =>
  left < right ? ended[right * kinds + kind]! - begun[left * kinds + kind]! : 0

/** How many candidates begin before an item. */
export const begunBefore = ({ begun, sheet }: Surveyed, item: number): number =>
  begun[Math.max(0, Math.min(sheet.classes.length, item)) * kinds]!

/** For each item the most share of each role from it to before the item `place`, or from behind `place` to before it. */
export function towards(sheet: Sheet, place: number, reach = Infinity): Float32Array {
  const length = sheet.classes.length
  const most = new Float32Array((length + 1) * roles.length)
  const step = (at: number, from: number, seen: number): void => {
    for (let role = 0; role < roles.length; role++)
      most[at * roles.length + role] = Math.max(most[from * roles.length + role]!, share(sheet, seen, role))
  }
  for (let at = place - 1; at >= 0 && place - at <= reach; at--) step(at, at + 1, at)
  for (let at = place + 2; at <= length && at - place <= reach; at++) step(at, at - 1, at - 1)
  return most
}
