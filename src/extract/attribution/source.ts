import type { Reason } from '#/schemas/unknown.ts'
import { overlaps, type Span, slice } from '#/src/text/spans.ts'
import { type Cluster, wordsOf } from '../coreference/clusters.ts'
import { type GivenNames, genderOf } from '../coreference/gender.ts'
import { resolvePronouns } from '../coreference/pronouns.ts'
import { referencesOf } from '../coreference/references.ts'
import type { SpeechParagraph } from './attribute.ts'

/** Who a printed phrase stands for: an entity, or why none. `antecedent` is the name that a pronoun points at. */
export type Source = { entity: number; antecedent: Span | null } | { entity: null; reason: Reason }

/** What phrases are resolved with: the entities, and who each “he” and “she” outside of quotations is, by its offset. */
export type Cast = { clusters: readonly Cluster[]; pronouns: ReadonlyMap<number, { span: Span; entity: number }> }

export function castOf(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  clusters: readonly Cluster[],
  given: GivenNames,
): Cast {
  const references = referencesOf(text, paragraphs, clusters)
  const genders = new Map(
    clusters.map((cluster, entity) => [entity, cluster.type === 'person' ? genderOf(text, cluster, given) : 0]),
  )
  const resolved = resolvePronouns(references, genders)
  const pronouns = new Map<number, { span: Span; entity: number }>()
  references.forEach(({ span, pronoun }, at) => {
    const entity = resolved[at]
    if (pronoun && entity !== null && entity !== undefined) pronouns.set(span.start, { span, entity })
  })
  return { clusters, pronouns }
}

/** Who the phrase beside a quotation is. Only “he” and “she” are followed back; nobody is guessed behind “they” or “we”. */
export function sourceOf(text: string, mention: Span, { clusters, pronouns }: Cast): Source {
  const words = slice(text, mention).toLowerCase()
  const pronoun = pronouns.get(mention.start)
  if (pronoun && mention.end === pronoun.span.end) {
    return { entity: pronoun.entity, antecedent: fullestBefore(text, clusters[pronoun.entity]!, mention) }
  }
  if (/^(?:he|she|they|we|i|it|you)$/u.test(words)) return { entity: null, reason: 'ambiguous' }
  const named = clusters.findIndex(({ names }) => names.some(({ span }) => isHead(text, mention, span)))
  if (named >= 0) return { entity: named, antecedent: null }
  const beside = clusters.findIndex(({ names }) => names.some(({ span }) => isApposition(text, mention, span)))
  if (beside < 0) return { entity: null, reason: words === 'who' ? 'ambiguous' : 'unnamed-speaker' }
  return {
    entity: beside,
    antecedent: clusters[beside]!.names.find(({ span }) => isApposition(text, mention, span))!.span,
  }
}

/** The last name before a pronoun that is as full as any before it: what a reader looks up. */
function fullestBefore(text: string, { names }: Cluster, pronoun: Span): Span {
  const before = names.filter(({ span }) => span.end <= pronoun.start)
  const known = before.length > 0 ? before : names
  return known.reduce((best, name) => (wordsOf(text, name).length >= wordsOf(text, best).length ? name : best)).span
}

/** “US President ‹Barack Obama›” is Obama; “Obama’s adviser” and “Treasury officials” are somebody else. */
function isHead(text: string, mention: Span, name: Span): boolean {
  if (!overlaps(name, mention)) return false
  const after = text.slice(name.end, Math.max(name.end, mention.end))
  return !/\p{L}/u.test(after.replace(/^[’']s?\b/u, '')) && !/^[’']s?\s+\p{L}/u.test(after)
}

/** “‹a weekly›, Harbour News”, “Lionel Sosa, ‹who› …”: the name touches the phrase over a comma. */
const isApposition = (text: string, mention: Span, name: Span): boolean =>
  (name.start >= mention.end && /^,\s$/u.test(text.slice(mention.end, name.start))) ||
  (slice(text, mention).toLowerCase() === 'who' &&
    name.end < mention.start &&
    /^,?\s$/u.test(text.slice(name.end, mention.start)))
