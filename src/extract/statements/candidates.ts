import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import { timeNouns } from '../paragraph/words.ts'
import { type Roles, roleShare } from '../roles/read.ts'
import { content, insideOf, outside, roleOf } from '../roles/roles.ts'
import type { Anchor, Run } from './anchors.ts'
import { isNoContent } from './no-content.ts'

/** A stretch that may be what is said at an anchor. `by` has a bit for each way that leads to it. */
export type Candidate = Run & { anchor: Anchor; by: number }

/** Ways to a candidate: from a place after the cue, from one before it, or as the chain reads it. */
const ways = {
  afterCue: 1 << 0,
  afterThat: 1 << 1,
  afterAddressee: 1 << 2,
  chainStart: 1 << 3,
  toSentenceEnd: 1 << 4,
  toComma: 1 << 5,
  toNextCue: 1 << 6,
  chainEnd: 1 << 7,
  before: 1 << 8,
  fromSentenceStart: 1 << 9,
  fromComma: 1 << 10,
  chain: 1 << 11,
  chainEager: 1 << 12,
  chainGreedy: 1 << 13,
} as const

const inChain = 0.3

/** Everything that may be said at the anchors of a paragraph, each stretch once for an anchor. */
export function candidatesOf(paragraph: SpeechParagraph, roles: Roles, anchors: readonly Anchor[]): Candidate[] {
  if (anchors.length === 0) return []
  const { items } = paragraph
  const found = new Map<number, Candidate>()
  const share = new Float32Array(items.length)
  for (let i = 0; i < share.length; i++) share[i] = roleShare(roles, i, content)
  const add = (anchor: Anchor, a: number, from: number, to: number, by: number): void => {
    const run = trimmedRun(items, from, to)
    if (!run || (run.from < anchor.to && anchor.from < run.to) || isNoContent(items, anchor, run)) return
    if (anchors[a + 1] && isOnlyVia(items, anchor, anchors[a + 1]!, run)) return
    const { speaker } = anchor
    if (speaker && run.from < speaker.to && speaker.from < run.to) return
    const key = (a * items.length + run.from) * (items.length + 1) + run.to
    const known = found.get(key)
    if (known) known.by |= by
    else found.set(key, { ...run, anchor, by })
  }
  anchors.forEach((anchor, a) => {
    addAfter(items, share, anchors, a, (from, to, by) => add(anchor, a, from, to, by))
    addBefore(items, share, anchors, a, (from, to, by) => add(anchor, a, from, to, by))
  })
  const before = new Int32Array(items.length + 1)
  for (const { from } of anchors) before[from + 1]!++
  for (let i = 1; i < before.length; i++) before[i]! += before[i - 1]!
  for (const [bias, by] of [
    [0, ways.chain],
    [1, ways.chainEager],
    [2.5, ways.chainGreedy],
  ] as const) {
    for (const run of chainRuns(roles, items.length, bias)) {
      const a = nearest(anchors, before, run)
      if (a >= 0) add(anchors[a]!, a, run.from, run.to, by)
    }
  }
  return [...found.values()]
}

/** “According to the paper, ‹she› said that …”: the paper only passes it on. */
const isOnlyVia = (items: readonly Item[], anchor: Anchor, next: Anchor, run: Run): boolean =>
  items[anchor.at]!.word === 'according' && next.clause !== null && next.first === anchor.first && next.to <= run.from

type Add = (from: number, to: number, by: number) => void

/** “said ‹…›”, “said that ‹…›”, “told Olsen ‹…›”: from a few places after the cue to a few where it may end. */
function addAfter(items: readonly Item[], share: Float32Array, anchors: readonly Anchor[], a: number, add: Add): void {
  const { to, last, clause, speaker } = anchors[a]!
  const begin = afterTime(items, to, last)
  const starts = new Map<number, number>([[begin, ways.afterCue]])
  const start = (at: number, by: number): void => {
    if (at >= to && at < last) starts.set(at, (starts.get(at) ?? 0) | by)
  }
  for (let i = to; i < Math.min(last, to + 10); i++) {
    if (items[i]!.word === 'that' || items[i]!.word === 'whether' || items[i]!.word === 'if') {
      start(i, ways.afterThat)
      break
    }
  }
  // “said in a statement ‹it would …›”, “said at the rally ‹he …›”
  if (/^(?:in|on|at|during|through)$/u.test(items[begin]?.word ?? ''))
    for (const far of [2, 3, 4]) start(begin + far, ways.afterCue)
  if (clause?.addressee) {
    // “told ‹Olsen› on Monday that …”: whom it was told, and when, is none of it.
    if (starts.size > 1) starts.delete(begin)
    else start(afterTime(items, itemAfter(items, to, last, clause.addressee.end), last), ways.afterAddressee)
  }
  if (speaker && speaker.from >= to) start(speaker.to, ways.afterAddressee)
  const begins = firstWhere(share, to, last, (i) => share[i]! >= inChain)
  if (begins >= 0) start(begins, ways.chainStart)
  const that = clause?.addressee ? [...starts].find(([, by]) => by & ways.afterThat)?.[0] : undefined
  for (const [from, by] of starts) {
    if (that !== undefined && from < that) continue // “told the Harbour ‹Post› that …”: a part of whom it was told
    const next = anchorFrom(anchors, a + 1, from + 2, last)
    add(from, last, by | ways.toSentenceEnd)
    const comma = firstWhere(
      share,
      from + 2,
      last,
      (i) => /^[,;:—–(-]$/u.test(items[i]!.word) && (share[i + 1] ?? 0) < 0.5,
    )
    if (comma >= 0) add(from, comma, by | ways.toComma)
    const semicolon = firstWhere(share, from + 2, last, (i) => items[i]!.word === ';')
    if (semicolon >= 0) add(from, semicolon, by | ways.toComma)
    if (next) add(from, lastComma(items, from, next.from), by | ways.toNextCue)
    let end = from
    while (end < last && share[end]! < inChain && end < from + 3) end++
    while (end < last && share[end]! >= inChain) end++
    add(from, end, by | ways.chainEnd)
  }
}

/** “said ‹on Thursday› …”, “said ‹Thursday› …”: the day is none of what is said. */
function afterTime(items: readonly Item[], at: number, to: number): number {
  const day = /^(?:on|late|early|last)$/u.test(items[at]?.word ?? '') ? at + 1 : at
  const isDay = day < to && items[day]!.capital && timeNouns.has(items[day]!.word)
  return isDay ? day + 1 : at
}

/** The first anchor from number `a` on that begins in `[from, to)`. */
function anchorFrom(anchors: readonly Anchor[], a: number, from: number, to: number): Anchor | null {
  for (let k = a; k < anchors.length && anchors[k]!.from < to; k++) if (anchors[k]!.from >= from) return anchors[k]!
  return null
}

/** “‹…›, X said”: from a few places to the comma before the speaker or the cue. */
function addBefore(items: readonly Item[], share: Float32Array, anchors: readonly Anchor[], a: number, add: Add): void {
  const { from: cue, first, speaker } = anchors[a]!
  const end = speaker && speaker.to <= cue ? speaker.from : cue
  if (end <= first) return
  add(first, end, ways.before | ways.fromSentenceStart)
  let start = end
  while (start > first && start > end - 3 && share[start - 1]! < inChain) start--
  while (start > first && share[start - 1]! >= inChain) start--
  add(start, end, ways.before | ways.chainStart)
  for (let i = end - 3; i > first; i--) {
    if (!/^[,;:—–(-]$/u.test(items[i]!.word)) continue
    add(i + 1, end, ways.before | ways.fromComma)
    break
  }
  const previous = anchors[a - 1]
  if (previous && previous.to > first) add(previous.to, end, ways.before | ways.afterCue)
}

const firstWhere = (share: Float32Array, from: number, to: number, is: (i: number) => boolean): number => {
  for (let i = from; i < Math.min(to, share.length); i++) if (is(i)) return i
  return -1
}

const itemAfter = (items: readonly Item[], from: number, to: number, end: number): number => {
  let at = from
  while (at < to && items[at]!.span.start < end) at++
  return at
}

/** The last comma before the clause of the next cue, or where that cue begins. */
function lastComma(items: readonly Item[], from: number, next: number): number {
  for (let i = next - 1; i > from; i--) if (/^[,;—–]$/u.test(items[i]!.word)) return i
  return next
}

/** The runs of content in the best labels, `outside` held back by `bias`. */
function chainRuns(roles: Roles, rows: number, bias: number): Run[] {
  const labels = roles.labelsAt(bias)
  const runs: Run[] = []
  for (let i = 0; i < rows; i++) {
    if (labels[i] === outside || roleOf(labels[i]!) !== content) continue
    let to = i + 1
    while (to < rows && labels[to] === insideOf(content)) to++
    runs.push({ from: i, to })
    i = to - 1
  }
  return runs
}

/** The anchor nearest to a run, in its sentence; −1 when there is none. `before` counts the anchors that begin before each item. */
function nearest(anchors: readonly Anchor[], before: Int32Array, { from, to }: Run): number {
  let best = -1
  let least = Infinity
  for (const a of [before[from]! - 1, before[from]!, before[to]! - 1, before[to]!]) {
    const anchor = anchors[a]
    if (!anchor || anchor.last <= from || anchor.first >= to) continue
    const far = anchor.from >= to ? anchor.from - to : from - anchor.to
    if (far >= 0 && far < least) [best, least] = [a, far]
  }
  return best
}

/** Without marks and “and” at its edges; null when no word is left outside of quotations. */
function trimmedRun(items: readonly Item[], from: number, to: number): Run | null {
  let [start, end] = [from, to]
  while (start < end && !isWord(items[start]!) && items[start]!.quote < 0) start++
  while (end > start && !isWord(items[end - 1]!) && items[end - 1]!.quote < 0) end--
  let words = 0
  for (let i = start; i < end; i++) if (isWord(items[i]!)) words++
  return words > 0 ? { from: start, to: end } : null
}
