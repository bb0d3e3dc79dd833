import { slice } from '#/src/text/spans.ts'
import { addName, type Cluster, newCluster } from './cluster.ts'
import type { ReadName } from './names.ts'
import { agree, type Core, coreOf, initialsOf, isAcronym, partsOf, singular } from './short-forms.ts'

type Body = Cluster & { core: Core }

/**
 * Organisations, places, groups … by their names, the longest first; a short form joins where it can stand for one name only.
 *
 *     World Health Organization … WHO        Guild of Bakers (GBX)        U.S. Treasury … the Treasury Department
 *
 * `lands` are the words that name a place or a people in the article.
 */
export function clusterBodies(text: string, names: readonly ReadName[], lands: ReadonlySet<string>): Cluster[] {
  const bodies: Body[] = []
  const exact = new Map<string, Body>()
  const short = new Map<string, Set<Body>>()
  const brackets = shortFormsInBrackets(text, names)
  for (const name of longestFirst(names)) {
    const core = coreOf(name.words, lands)
    const known = exact.get(exactKey(name))
    const body = known ?? onlyOne(text, name, core, short) ?? { ...newCluster(name.type), core }
    if (body.names.length === 0) bodies.push(body)
    addName(body, name)
    const bracket = brackets.get(name)
    if (bracket) exact.set(exactKey(bracket), body)
    if (known) continue
    exact.set(exactKey(name), body)
    for (const key of keysOf(name, core)) short.set(key, (short.get(key) ?? new Set()).add(body))
  }
  return bodies.map(({ type, names: own, forms }) => ({ type, names: own, forms }))
}

const longestFirst = (names: readonly ReadName[]): ReadName[] =>
  [...names].sort((a, b) => b.words.length - a.words.length || a.span.start - b.span.start)

const exactKey = ({ type, key }: ReadName): string => `${type} ${type === 'group' ? singular(key) : key}`

/** Under what a name can be found by a shorter one. */
function keysOf(name: ReadName, { core }: Core): string[] {
  const keys = [...initialsOf(name.words).map((initials) => `initials ${name.type} ${initials}`)]
  if (name.type === 'organization' && core !== '') keys.push(`core ${core}`)
  return [...keys, ...partsOf(name).map((part) => `part ${name.type} ${part}`)]
}

/** The one body that a name can stand for, if there is one and no second. */
function onlyOne(text: string, name: ReadName, core: Core, short: ReadonlyMap<string, ReadonlySet<Body>>): Body | null {
  const found = new Set<Body>()
  const add = (key: string): void => {
    for (const body of short.get(key) ?? []) if (agree(core, body.core)) found.add(body)
  }
  if (name.words.length === 1 && isAcronym(slice(text, name.span))) add(`initials ${name.type} ${name.key}`)
  if (found.size === 0 && name.type === 'organization' && core.core !== '') add(`core ${core.core}`)
  if (found.size === 0) add(`part ${name.type} ${name.key}`)
  return found.size === 1 ? [...found][0]! : null
}

/** “Guild of Bakers (‹GBX›)”: what a name is called from there on, by the name. */
function shortFormsInBrackets(text: string, names: readonly ReadName[]): Map<ReadName, ReadName> {
  const brackets = new Map<ReadName, ReadName>()
  names.forEach((short, at) => {
    const full = names[at - 1]
    if (!full || short.words.length !== 1 || full.words.length < 2 || !isAcronym(slice(text, short.span))) return
    if (text.slice(full.span.end, short.span.end + 1) !== ` (${slice(text, short.span)})`) return
    const isSameKind = full.type === 'organization' && short.type === 'organization'
    if (isSameKind || initialsOf(full.words).includes(short.key)) brackets.set(full, short)
  })
  return brackets
}
