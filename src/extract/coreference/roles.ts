import { type Span, trimmed } from '#/src/text/spans.ts'
import { personNouns } from '../paragraph/nouns.ts'
import { finiteVerbs } from '../paragraph/words.ts'
import { isFronted } from './heads.ts'

/**
 * The role that stands behind a name, between commas or brackets:
 *
 *     Brian Nelson, ‹the Treasury’s undersecretary for terrorism›, told …
 *     Julia Roknifard, ‹of the School of Politics, History and International Relations at the University of Nottingham›, told …
 *     said Tunku Mohar Mokhtar, ‹an assistant professor at the university›.
 *     Mara Lind (pictured), ‹chief of staff›, left.    Bo Olsen, 52, ‹a nurse›, stayed.    Ida Holm (‹mayor of Ystad›)
 *
 * It begins as an apposition does (an article, `of`, a possessive, a small letter) and ends at the comma before a verb,
 * or with the sentence.
 */
export function roleAfter(text: string, name: Span, limit: number): Span | null {
  const opening = aside.exec(text.slice(name.end, name.end + 40))
  if (!opening) return null
  const start = name.end + opening[0].length
  const rest = text.slice(start, Math.min(limit, start + longest))
  if (!opensWithNoun(rest) && !beginning.test(rest)) return null
  if (!opensWithNoun(rest) && accordingTo.test(text.slice(Math.max(0, name.start - 80), name.start))) return null
  if (/^(?:who|whose|which|of course|the latter|the former)\b/u.test(rest)) return null
  const end = roleEnd(rest, !isFronted(text, name))
  return end === null ? null : trimmed(text, { start, end: start + end })
}

/** “According to Lind, ‹the plan› …”: what follows the comma is the sentence. */
const accordingTo = /\b[Aa]ccording to [^,.;:]*$/u

/** How an apposition begins when it is no noun for a person: “‹the› face of the strike”, “‹of› the School of Law”. */
const beginning = /^(?:an?|the|of|from|his|her|its|their|our|former|then|now|co|\p{Lu}[\p{L}’'.]*[’']s?)\s/u

const longest = 240

/** A comma or a bracket, after “(pictured)” or an age. */
const aside =
  /^(?:[’']s)?(?:\s\((?:pictured|left|right|cent(?:re|er)|above|below)[^()]{0,20}\))?(?:,\s\d{1,3}(?=,))?(?:\s?,\s+|\s\((?!pictured|left|right))/u

/** “‹chief executive› of …”, “‹Minister› of Finance”, “‹professor emeritus›”: small or capital words that end in a noun for a person. */
function opensWithNoun(rest: string): boolean {
  const words = /^(?:[\p{L}-]+ ){0,3}[\p{L}-]+/u.exec(rest)?.[0].split(' ') ?? []
  const noun = words.findIndex((word) => personNouns.has(word.toLowerCase()))
  const after = rest.slice(words.slice(0, noun + 1).join(' ').length)
  return (
    noun >= 0 &&
    words.slice(0, noun).every((word) => !finiteVerbs.has(word)) &&
    /^(?:[,;.)]| (?:of|for|at|in|to|on|and|with)\b)/u.test(after)
  )
}

/** The comma after which no list goes on, or the end of the sentence. */
function roleEnd(rest: string, mayForget: boolean): number | null {
  for (const stop of rest.matchAll(/[,;:)“"—–]|[.!?](?=\s|$)|$/gu)) {
    const after = rest.slice(stop.index + 1)
    if (
      stop[0] === '.' &&
      /(?:^|[\s.])\p{Lu}\p{Ll}{0,2}$/u.test(rest.slice(0, stop.index)) &&
      !/^\s+\p{Lu}\p{Ll}+\s/u.test(after)
    )
      continue
    if (stop[0] === ')' && rest.slice(0, stop.index).includes('(')) continue
    if (stop[0] === ',' && /^\s+(?:\p{Lu}[\p{L}’'-]*\s+)*(?:and|&)\s+\p{Lu}/u.test(after)) continue
    return stop.index > 0 ? beforeVerb(rest.slice(0, stop.index), mayForget) : null
  }
  return null
}

const verbs = new Set(
  'reported reports stated states directed explained explains confirmed announced is was has had are were did does do will would can could should may might'.split(
    ' ',
  ),
)
const alsoNouns = new Set(
  'hopes plans calls uses works plays turns looks shows moves lives claims notes cut hit let read set put needs wins rose'.split(
    ' ',
  ),
)
const relative = /^(?:who|whose|whom|which|that|where|when)$/u

/**
 * A comma was forgotten: “president of the guild ‹told› us”. What is no person before its verb is another subject, and so
 * is what follows a fronted phrase, “In a call with Lind, ‹the mayor› said”: null.
 */
function beforeVerb(role: string, mayForget: boolean): number | null {
  let isPerson = false
  const isOwned = /^\p{Lu}[\p{L}.]*[’']s?\s/u.test(role)
  for (const { 0: word, index } of role.matchAll(/[\p{L}’'-]+/gu)) {
    if (relative.test(word)) break
    if (personNouns.has(word.toLowerCase())) isPerson = true
    if (verbs.has(word) || (finiteVerbs.has(word) && !alsoNouns.has(word))) return isPerson && mayForget ? index : null
  }
  return isOwned && !isPerson ? null : role.length
}
