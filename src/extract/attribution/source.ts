import type { Reason } from '#/schemas/unknown.ts'
import { type Span, slice } from '#/src/text/spans.ts'
import type { Cast, Resolved } from '../coreference/cast.ts'
import { bodyOf } from '../coreference/descriptions.ts'
import { besides, headsOf, type PlacedName } from '../coreference/heads.ts'
import { isOneOfPeople } from '../coreference/peoples.ts'
import { whoIs } from '../coreference/relatives.ts'
import { intervieweeOf } from './interviewee.ts'

/** Another entity that a phrase may stand for, and how likely that is. */
export type Rival = { entity: number; confidence: number }

/**
 * Who a printed phrase stands for: an entity, or why none. `antecedent` is the name that it points at, where it is no
 * name itself; `confidence` is how often such an answer is right; `rivals` who else it may be.
 */
export type Source = { rivals: Rival[] } & (
  | { entity: number; antecedent: Span | null; confidence: number }
  | { entity: null; reason: Reason }
)

/** How often an answer is right, where its own evidence does not say (docs/coreference.md). */
const sure = { name: 0.98, beside: 0.93, who: 0.85, answers: 0.85, body: 0.6 }
/** A name that two people bear is given to one of them only above this. */
const certain = 0.55

/**
 * Who the phrase beside a quotation is: whom a pronoun or a description means, the person before a “who”, the name in
 * the phrase or beside it. Nobody is guessed behind “they” and “we”, and a source without a name has none.
 */
export function sourceOf(text: string, mention: Span, cast: Cast): Source {
  const words = slice(text, mention).toLowerCase()
  const heads = headsOf(text, mention, cast.names)
  if (heads.length > 1)
    return { entity: null, reason: 'ambiguous', rivals: heads.map(({ entity }) => ({ entity, confidence: 0.5 })) }
  const epithet = cast.nominals.get(mention.start - 'the '.length)
  if (epithet && epithet.span.end === mention.end && epithet.entity !== null) return referred(epithet, mention, cast)
  if (heads[0] && isOneOf(text, heads[0])) {
    const whole = cast.nominals.get(mention.start)
    return whole && whole.entity !== null ? referred(whole, mention, cast) : unknown('unnamed-speaker')
  }
  if (heads[0]) return named(heads[0], sure.name, null)
  const pronoun = cast.pronouns.get(mention.start)
  if (pronoun?.span.end === mention.end) return referred(pronoun, mention, cast)
  const nominal = cast.nominals.get(mention.start)
  if (nominal && nominal.entity !== null && isAllOf(text, mention, nominal.span))
    return referred(nominal, mention, cast)
  if (words === 'who') return named(whoIs(text, mention, cast.names), sure.who)
  if (/^(?:he|she|they|we|i|it|you|this|that|these|those)$/u.test(words)) return unknown('ambiguous')
  const beside = besides(text, mention, cast.names)
  if (beside) return named(beside, sure.beside)
  const interviewee = intervieweeOf(text, mention, cast)
  if (interviewee) return named(interviewee, sure.answers)
  const body = bodyOf(text, mention, cast.names, cast.clusters)
  return body ? named(body, sure.body) : unknown('unnamed-speaker')
}

/** “the ‹Italian› said”: one of a people, not the people. */
const isOneOf = (text: string, { type, span }: PlacedName): boolean =>
  type === 'group' &&
  /\bthe $/iu.test(text.slice(span.start - 5, span.start)) &&
  isOneOfPeople(slice(text, span).toLowerCase(), true)

/** Whether two phrases stand for one entity; where one of them may be somebody else they do not. */
export const sameSpeaker =
  (text: string, cast: Cast) =>
  (a: Span, b: Span): boolean => {
    const { entity } = sourceOf(text, a, cast)
    return entity !== null && entity === sourceOf(text, b, cast).entity
  }

const unknown = (reason: Reason, rivals: Rival[] = []): Source => ({ entity: null, reason, rivals })

function named(name: PlacedName | null, confidence: number, antecedent = name?.span ?? null): Source {
  if (!name) return unknown('ambiguous')
  const { entity, share, rival } = name
  const rivals = rival === null ? [] : [{ entity: rival, confidence: inHundredths(confidence * (1 - share)) }]
  if (share < certain)
    return unknown('ambiguous', [{ entity, confidence: inHundredths(confidence * share) }, ...rivals])
  return { entity, antecedent, confidence: inHundredths(confidence * share), rivals }
}

/** Whom a pronoun or a description means. */
function referred({ entity, share, rival }: Resolved, mention: Span, cast: Cast): Source {
  const rivals = rival === null ? [] : [{ entity: rival, confidence: inHundredths((1 - share) / 2) }]
  if (entity === null) return unknown('ambiguous', rivals)
  const antecedent = fullestBefore(cast, entity, mention)
  return { entity, antecedent, confidence: inHundredths(share), rivals }
}

/** “the senator” of “the senator from Skania”: what goes on only says where from. */
const isAllOf = (text: string, mention: Span, { end }: Span): boolean =>
  end <= mention.end && /^(?:[’']s|,? (?:of|from|in|at|for|who)\b.*)?$/su.test(text.slice(end, mention.end))

const inHundredths = (share: number): number => Math.round(share * 100) / 100

/** The last name before a pronoun that is as full as any near before it: what a reader looks up. */
function fullestBefore({ clusters }: Cast, entity: number, { start }: Span): Span {
  const { names } = clusters[entity]!
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.span.end <= start) low = middle + 1
    else high = middle
  }
  const near = low > 0 ? names.slice(Math.max(0, low - mostNames), low) : names.slice(0, 1)
  return near.reduce((best, name) => (name.words.length >= best.words.length ? name : best)).span
}

const mostNames = 200
