import type { Span } from '#/src/text/spans.ts'
import type { Clause } from '../paragraph/clauses.ts'
import { isAdverb } from '../paragraph/phrases.ts'
import type { Item } from '../paragraph/skeleton.ts'
import { auxiliaries } from '../paragraph/words.ts'

/**
 * A speaker with who speaks along, where two people are the subject of one verb: they are two, and neither of them alone.
 *
 *     ‹Mara Lind and Bo Olsen› [said] in a joint statement        [said] ‹Mara Lind and Bo Olsen›.
 */
export function jointly(items: readonly Item[], mention: Span, { at, order }: Clause): Span {
  const [from, to] = [itemAt(items, mention.start), itemAt(items, mention.end - 1) + 1]
  if (from < 0 || to <= from || !isPerson(items[to - 1])) return mention
  if (order === 'subject-first') {
    const end = items[to]?.word === 'and' ? personEnd(items, to + 1) : 0
    if (end > 0 && isPredicate(items, end, at)) return { start: mention.start, end: items[end - 1]!.span.end }
    const start = items[from - 1]?.word === 'and' ? personStart(items, from - 1) : -1
    if (start >= 0 && isPredicate(items, to, at) && begins(items, start))
      return { start: items[start]!.span.start, end: mention.end }
  }
  if (order === 'verb-first' && items[to]?.word === 'and') {
    const end = personEnd(items, to + 1)
    if (end > 0 && /^[.,;]$/u.test(items[end]?.word ?? '.'))
      return { start: mention.start, end: items[end - 1]!.span.end }
  }
  return mention
}

const isPerson = (item: Item | undefined): boolean => item?.name === 'person'

/** Its number, near the place; −1 for none. */
const itemAt = (items: readonly Item[], place: number): number =>
  items.findIndex(({ span }) => span.start <= place && place < span.end)

function personEnd(items: readonly Item[], from: number): number {
  let end = from
  while (isPerson(items[end])) end++
  return end > from ? end : 0
}

function personStart(items: readonly Item[], to: number): number {
  let start = to
  while (isPerson(items[start - 1])) start--
  return start < to ? start : -1
}

/** “have said”, “, who chair it, said”: nothing stands before the verb but what belongs to it. */
const isPredicate = (items: readonly Item[], from: number, cue: number): boolean =>
  (items[from]?.word === ',' && items[from + 1]?.word === 'who' && items[cue - 1]?.word === ',') ||
  (from <= cue && items.slice(from, cue).every((item) => isAdverb(item) || auxiliaries.has(item.word)))

/** “Lind met ‹Olsen and Berg said …›”: not what another verb is about. */
const begins = (items: readonly Item[], at: number): boolean =>
  at === 0 || items[at - 1]!.quote >= 0 || /^[.,;:—–!?]$/u.test(items[at - 1]!.word)
