import { type Span, slice } from '#/src/text/spans.ts'
import type { Cluster } from './cluster.ts'
import { firstAfter, type PlacedName } from './heads.ts'

/** Nouns that stand in the names of organisations: “the ministry”, “the university”. */
const inNames = new Set(
  `ministry department university college school bank union party council court committee commission association
  institute foundation agency bureau authority federation congress parliament senate club league church hospital
  museum library times post journal tribune center centre board chamber alliance coalition front brotherhood army`.split(
    /\s+/u,
  ),
)
/** Nouns for any organisation: “the group”. */
const anyBody = new Set(
  `group company organization organisation firm agency institution body outlet newspaper paper magazine website network
  broadcaster station charity movement corporation nonprofit manufacturer maker retailer airline operator publisher
  startup think-tank watchdog militia ngo`.split(/\s+/u),
)
const described = /^(?:the|this|that) (?:[\p{L}’'-]+ ){0,3}?([\p{L}-]+)$/u

/**
 * The organisation that a description means: the one whose name holds its noun, named last before it; else, of a
 * “group” or “company”, the only one that was named in the same paragraph or just before.
 *
 *     ‹University of Ystad› … the university        ‹Dockers Forward› … the group
 */
export function bodyOf(
  text: string,
  phrase: Span,
  names: readonly PlacedName[],
  clusters: readonly Cluster[],
): PlacedName | null {
  const noun = described.exec(slice(text, phrase).toLowerCase())?.[1]
  if (!noun || !(inNames.has(noun) || anyBody.has(noun))) return null
  const near = new Map<number, PlacedName>()
  for (let at = firstAfter(names, phrase.start) - 1, steps = 0; at >= 0 && steps < 40; at--, steps++) {
    const name = names[at]!
    if (name.type !== 'organization' || isAside(text, name.span) || isBefore(text, name.span, phrase)) continue
    if (inNames.has(noun) && holds(clusters[name.entity]!, noun)) return name
    if (phrase.start - name.span.end < nearby && !near.has(name.entity)) near.set(name.entity, name)
  }
  return anyBody.has(noun) && near.size === 1 ? [...near.values()][0]! : null
}

const nearby = 500

/** “YSTAD (‹Harbour News›) — …”: who prints the article is nobody whom it is about. */
const isAside = (text: string, { start, end }: Span): boolean => text[start - 1] === '(' && text[end] === ')'

/** “In a letter seen by ‹Reuters›, the company said”: two. */
const isBefore = (text: string, { end }: Span, phrase: Span): boolean => text.slice(end, phrase.start) === ', '

const holds = ({ forms }: Cluster, noun: string): boolean => [...forms.values()].some((words) => words.includes(noun))
