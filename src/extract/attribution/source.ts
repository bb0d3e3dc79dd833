import type { Reason } from '#/schemas/unknown.ts'
import { overlaps, type Span, slice } from '#/src/text/spans.ts'
import { type Cluster, wordsOf } from '../coreference/clusters.ts'
import { antecedentOf, type PersonMention } from '../coreference/pronouns.ts'
import type { SpeechParagraph } from './attribute.ts'

/** Who a printed phrase stands for: an entity, or why none. `antecedent` is the name that a pronoun points at. */
export type Source = { entity: number; antecedent: Span | null } | { entity: null; reason: Reason }

/** What phrases are resolved with: the entities, and the people in the order in which the article names them. */
export type Cast = { clusters: readonly Cluster[]; people: PersonMention[] }

/** The people of an article where they are named outside of quotations, and whether they speak there. */
export function castOf(paragraphs: readonly SpeechParagraph[], clusters: readonly Cluster[]): Cast {
  const people: PersonMention[] = []
  clusters.forEach(({ type, names }, entity) => {
    if (type !== 'person') return
    for (const { span } of names) {
      const paragraph = paragraphs.findIndex((each) => overlaps(each.span, span))
      if (paragraph < 0 || paragraphs[paragraph]!.quotes.some(({ region }) => overlaps(region.span, span))) continue
      people.push({ entity, span, paragraph, subject: isSubject(paragraphs[paragraph]!, span) })
    }
  })
  return { clusters, people: people.sort((a, b) => a.span.start - b.span.start) }
}

const isSubject = ({ sentences }: SpeechParagraph, span: Span): boolean =>
  sentences.some(({ clauses }) => clauses.some(({ speaker }) => overlaps(speaker.mention, span)))

/** Who the phrase beside a quotation is. Only “he” and “she” are followed back; nobody is guessed behind “they” or “we”. */
export function sourceOf(text: string, mention: Span, paragraph: number, { clusters, people }: Cast): Source {
  const named = clusters.findIndex(({ names }) => names.some(({ span }) => overlaps(span, mention)))
  const words = slice(text, mention).toLowerCase()
  if (words === 'he' || words === 'she') {
    const entity = antecedentOf(mention, paragraph, people)
    return entity === null
      ? { entity, reason: 'ambiguous' }
      : { entity, antecedent: fullestBefore(text, clusters[entity]!, mention) }
  }
  if (named >= 0) return isWholeName(text, mention, clusters[named]!) ? { entity: named, antecedent: null } : unnamed
  const beside = clusters.findIndex(({ names }) => names.some(({ span }) => isApposition(text, mention, span)))
  if (beside >= 0) {
    const name = clusters[beside]!.names.find(({ span }) => isApposition(text, mention, span))!
    return { entity: beside, antecedent: name.span }
  }
  if (/^(?:they|we|i|it|you|who)$/u.test(words)) return { entity: null, reason: 'ambiguous' }
  return unnamed
}

/** The last name before a pronoun that is as full as any before it: what a reader looks up. */
function fullestBefore(text: string, { names }: Cluster, pronoun: Span): Span {
  const before = names.filter(({ span }) => span.end <= pronoun.start)
  return before.reduce((best, name) => (wordsOf(text, name).length >= wordsOf(text, best).length ? name : best)).span
}

const unnamed: Source = { entity: null, reason: 'unnamed-speaker' }

/** “Anwar” is Anwar; “Anwar’s adviser” and “Treasury officials” are somebody else. */
function isWholeName(text: string, mention: Span, { names }: Cluster): boolean {
  const name = names.find(({ span }) => overlaps(span, mention))!.span
  const after = text.slice(name.end, Math.max(name.end, mention.end))
  return !/\p{L}/u.test(after.replace(/^[’']s?\b/u, '')) && !/^[’']s?\s+\p{L}/u.test(after)
}

/** “‹a weekly›, Harbour News”, “Lionel Sosa, a consultant ‹who› …”: the name touches the phrase over a comma. */
const isApposition = (text: string, mention: Span, name: Span): boolean =>
  (name.start >= mention.end && /^,\s$/u.test(text.slice(mention.end, name.start))) ||
  (slice(text, mention).toLowerCase() === 'who' &&
    name.end < mention.start &&
    /^,?\s$/u.test(text.slice(name.end, mention.start)))
