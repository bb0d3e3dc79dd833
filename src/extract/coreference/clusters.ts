import type { EntityType } from '#/schemas/entity.ts'
import { type Span, slice } from '#/src/text/spans.ts'

/** A name where it stands, as a tagger found it. */
export type NamedSpan = { span: Span; type: EntityType }

/** One person, organisation, place … with all its names in the article. */
export type Cluster = { type: EntityType; names: NamedSpan[]; forms: string[][] }

/**
 * Names of the same thing, together:
 *
 * - people: full names first, in order; a part of a name joins the person whose name begins or ends with it, the one
 *   named last before it where two have it: `Anwar Ibrahim … Anwar`, `Donald J. Trump … Trump`
 * - others: the same words, their initials (`World Health Organization … WHO`), or their first or last words
 *   (`the U.S. Treasury … the Treasury`) when only one has them
 */
export function clusterNames(text: string, names: readonly NamedSpan[]): Cluster[] {
  const typed = voted(text, names)
  const clusters: Cluster[] = []
  const longestFirst = [...typed].sort(
    (a, b) => wordsOf(text, b).length - wordsOf(text, a).length || a.span.start - b.span.start,
  )
  for (const name of longestFirst) {
    const form = wordsOf(text, name)
    const cluster = clusterFor(clusters, name, form)
    if (cluster) {
      cluster.names.push(name)
      if (!cluster.forms.some((known) => known.join(' ') === form.join(' '))) cluster.forms.push(form)
    } else clusters.push({ type: name.type, names: [name], forms: [form] })
  }
  for (const { names: own } of clusters) own.sort((a, b) => a.span.start - b.span.start)
  return clusters.sort((a, b) => a.names[0]!.span.start - b.names[0]!.span.start)
}

const titles = new Set(
  'mr mrs ms miss dr prof sir dame lord lady sen rep gov gen lt col capt sgt president senator governor judge'.split(
    ' ',
  ),
)

/** The words of a name, folded: no dots, no possessive, no article, no title before it. */
export function wordsOf(text: string, { span }: NamedSpan): string[] {
  const words = slice(text, span)
    .normalize('NFC')
    .replace(/[’']s$|[’']$/u, '')
    .replaceAll('.', '')
    .toLowerCase()
    .split(/[\s\-–]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const start = words.findIndex((word, at) => at === words.length - 1 || !(titles.has(word) || word === 'the'))
  return words.slice(Math.max(0, start))
}

/** The same words have one type in an article: the one that they are given most often. */
function voted(text: string, names: readonly NamedSpan[]): NamedSpan[] {
  const votes = new Map<string, Map<EntityType, number>>()
  for (const name of names) {
    const key = wordsOf(text, name).join(' ')
    const types = votes.get(key) ?? new Map<EntityType, number>()
    votes.set(key, types.set(name.type, (types.get(name.type) ?? 0) + 1))
  }
  return names.map((name) => {
    const types = votes.get(wordsOf(text, name).join(' '))!
    const [type] = [...types].reduce((best, vote) => (vote[1] > best[1] ? vote : best))
    return { span: name.span, type }
  })
}

function clusterFor(clusters: readonly Cluster[], { span, type }: NamedSpan, form: readonly string[]): Cluster | null {
  const same = clusters.filter((cluster) => cluster.type === type)
  const exact = same.find(({ forms }) => forms.some((known) => known.join(' ') === form.join(' ')))
  if (exact) return exact
  const fits = fitsOf(type)
  const fitting = same.filter(({ forms }) => forms.some((known) => fits(form, known)))
  if (fitting.length <= 1 || type !== 'person') return fitting.length === 1 ? fitting[0]! : null
  const before = ({ names }: Cluster): number =>
    Math.max(-1, ...names.map((name) => (name.span.start < span.start ? name.span.start : -1)))
  return fitting.reduce((best, cluster) => (before(cluster) > before(best) ? cluster : best))
}

type Fits = (short: readonly string[], full: readonly string[]) => boolean

function fitsOf(type: EntityType): Fits {
  if (type === 'person') return isPartOfName
  if (type === 'place') return isBarePlace
  return type === 'group' ? isOneOf : isShortFor
}

const landform = /^(?:strip|peninsula|islands?|plateau|desert|basin|archipelago)$/u

/** “Gaza” of “Gaza Strip”; “Sudan” is no “South Sudan”, and “Kent” is not all of “Kent County”. */
const isBarePlace: Fits = (short, full) =>
  isInitials(short, full) ||
  (short.length < full.length &&
    short.every((word, at) => full[at] === word) &&
    full.slice(short.length).every((word) => landform.test(word)))

/** “Malaysian” and “Malaysians”; “American” is no “African American”. */
const isOneOf: Fits = (one, other) =>
  one.length === other.length &&
  one.every((word, at) => word === other[at] || `${word}s` === other[at] || word === `${other[at]}s`)

/** “Trump”, “Donald Trump” and “D. Trump” of “Donald J. Trump”. */
export function isPartOfName(part: readonly string[], full: readonly string[]): boolean {
  if (part.length > full.length) return false
  if (part.length === 1) return part[0]!.length > 1 && (full[0] === part[0] || full.at(-1) === part[0])
  if (full.at(-1) !== part.at(-1)) return part.every((word, at) => full[at] === word)
  return (
    full[0] === part[0] ||
    (part[0]!.length === 1 && full[0]!.startsWith(part[0]!)) ||
    part.every((word, at) => full.at(at - part.length) === word)
  )
}

/** “WHO” and “Health Organization” of “World Health Organization”. */
function isShortFor(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length) return false
  if (isInitials(short, full)) return true
  return short.every((word, at) => full[at] === word) || short.every((word, at) => full.at(at - short.length) === word)
}

const isInitials: Fits = (short, full) => {
  const initials = full.filter((word) => !/^(of|the|and|for)$/u.test(word)).map((word) => word.charAt(0))
  return short.length === 1 && short[0]!.length > 1 && short[0] === initials.join('')
}
