import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { isWord } from '../paragraph/skeleton.ts'
import { determiners, prepositions, subjectPronouns } from '../paragraph/words.ts'
import { gap } from '../roles/columns.ts'
import { type Roles, roleShare } from '../roles/read.ts'
import { beginOf, content, cue, insideOf, outside, roleLabels, source } from '../roles/roles.ts'
import type { Candidate } from './candidates.ts'

export const traitCount = 64

/** Running sums of a paragraph, so that the traits of a stretch do not depend on its length. */
export type Sums = {
  /** Shares of content and of source and cue before each item, and logarithms of the share of what goes on. */
  content: Float64Array
  other: Float64Array
  inside: Float64Array
  words: Int32Array
  commas: Int32Array
  cues: Int32Array
  /** Quotations, and those of three words or so at least. */
  quoted: Int32Array
  long: Int32Array
}

export function sumsOf({ items, quotes }: SpeechParagraph, roles: Roles): Sums {
  const floats = (): Float64Array => new Float64Array(items.length + 1)
  const ints = (): Int32Array => new Int32Array(items.length + 1)
  const sums: Sums = {
    content: floats(),
    other: floats(),
    inside: floats(),
    words: ints(),
    commas: ints(),
    cues: ints(),
    quoted: ints(),
    long: ints(),
  }
  items.forEach((item, i) => {
    const inside = roles.sure[i * roleLabels + insideOf(content)]!
    sums.content[i + 1] = sums.content[i]! + roleShare(roles, i, content)
    sums.other[i + 1] = sums.other[i]! + roleShare(roles, i, source) + roleShare(roles, i, cue)
    sums.inside[i + 1] = sums.inside[i]! + Math.log(Math.max(1e-4, inside))
    sums.words[i + 1] = sums.words[i]! + (isWord(item) ? 1 : 0)
    sums.commas[i + 1] = sums.commas[i]! + (item.word === ',' ? 1 : 0)
    const inner = item.quote < 0 ? null : quotes[item.quote]!.region.inner
    sums.quoted[i + 1] = sums.quoted[i]! + (inner ? 1 : 0)
    sums.long[i + 1] = sums.long[i]! + (inner && inner.end - inner.start > 18 ? 1 : 0)
    sums.cues[i + 1] = sums.cues[i]! + (roles.columns.cue[i + gap]! >= 4 ? 1 : 0)
  })
  return sums
}

/** Writes what the detector looks at: what the chain says of a stretch, its edges, its cue and its source. */
export function writeTraits(
  { items, sentences }: SpeechParagraph,
  roles: Roles,
  sums: Sums,
  { from, to, by, anchor }: Candidate,
  out: Float32Array,
  base: number,
): void {
  const share = (i: number, role: number): number => (i < 0 || i >= items.length ? 0 : roleShare(roles, i, role))
  const label = (i: number, y: number): number => (i < 0 || i >= items.length ? 0 : roles.sure[i * roleLabels + y]!)
  const { columns } = roles
  const length = to - from
  const { speaker, clause } = anchor
  const between = (sum: Float64Array | Int32Array, a: number, b: number): number => (b > a ? sum[b]! - sum[a]! : 0)
  let n = base
  const put = (value: number): void => {
    out[n++] = value
  }
  put(between(sums.content, from, to) / length)
  put(between(sums.other, from, to) / length)
  put(between(sums.inside, from + 1, to) / Math.max(1, length - 1))
  put(between(sums.inside, from + 1, to))
  put(label(from, beginOf(content)))
  put(label(from, insideOf(content)))
  put(share(from - 1, content))
  put(share(from - 2, content))
  put(label(to, insideOf(content)))
  put(label(to, outside))
  put(share(to + 1, content))
  put(share(to - 1, content))
  put(share(from + 1, content))
  put(label(from - 1, outside))
  put(share(from - 1, cue))
  put(share(from - 1, source))
  put(share(to, source))
  put(share(to, cue))
  put(share(to + 1, source))
  put(share(to + 1, cue))
  put(sums.words[to]! - sums.words[from]!)
  put(length)
  put(sums.commas[to]! - sums.commas[from]!)
  put(sums.cues[to]! - sums.cues[from]!)
  put(from - anchor.first)
  put(anchor.last - to)
  put(from >= anchor.to ? from - anchor.to : to - anchor.from - 1)
  put(share(anchor.at, cue))
  put(label(anchor.at, outside))
  put(columns.cue[anchor.at + gap]!)
  put(anchor.to - anchor.from)
  put(columns.coarse[anchor.at + gap]!)
  put(speaker ? speaker.share : -1)
  put(speaker ? (speaker.from >= anchor.to ? speaker.from - anchor.to : speaker.to - anchor.from - 1) : 99)
  put(speaker ? (speaker.from >= to ? speaker.from - to : speaker.to - from - 1) : 99)
  put(clause ? ['subject-first', 'verb-first', 'shared'].indexOf(clause.order) : -1)
  put(
    clause
      ? (clause.kinds.has('say') ? 1 : 0) + (clause.kinds.has('tell') ? 2 : 0) + (clause.kinds.has('call') ? 4 : 0)
      : -1,
  )
  put(by)
  for (let bit = 0; bit < 14; bit++) if (bit === 4 || bit === 7 || bit >= 11) put((by >> bit) & 1)
  put(wordClass(items[from]!.word))
  put(wordClass(items[to - 1]!.word))
  put(items[from]!.capital ? 1 : 0)
  put(edgeClass(items[from - 1]?.word))
  put(edgeClass(items[to]?.word))
  put(wordClass(items[to]?.word ?? ''))
  put(wordClass(items[from + 1]?.word ?? ''))
  put(sums.quoted[to]! - sums.quoted[from]!)
  put(sums.long[to]! - sums.long[from]!)
  put(columns.neighbours[from + gap]!)
  put(sentences.length)
  put(between(sums.content, anchor.first, anchor.last) / Math.max(1, anchor.last - anchor.first))
  put(items[to]?.quote !== undefined && items[to]!.quote >= 0 ? 1 : 0)
  put(from > 0 && items[from - 1]!.quote >= 0 ? 1 : 0)
  const resumes = Math.max(anchor.to, speaker?.to ?? 0)
  const leaves = Math.min(anchor.from, speaker?.from ?? anchor.from)
  put(edgeClass(items[resumes]?.word))
  put(share(resumes + 1, content))
  put(edgeClass(items[leaves - 1]?.word))
  put(share(leaves - 2, content))
  put(between(sums.content, resumes, Math.min(anchor.last, resumes + 8)))
}

/** A word as a number that trees can split: what kind of clause or phrase it begins or ends. */
function wordClass(word: string): number {
  if (word === 'that') return 1
  if (word === 'to') return 2
  if (word === 'whether' || word === 'if' || word === 'how' || word === 'why' || word === 'what') return 3
  if (word === 'of' || word === 'for' || word === 'as') return 4
  if (subjectPronouns.has(word)) return 5
  if (determiners.has(word)) return 6
  if (prepositions.has(word)) return 7
  if (/ing$/u.test(word)) return 8
  if (/ed$/u.test(word)) return 9
  if (word === 'and' || word === 'but' || word === 'or') return 10
  if (word === 'who' || word === 'which' || word === 'where' || word === 'when') return 11
  return /^\p{L}/u.test(word) ? 12 : 13
}

function edgeClass(word: string | undefined): number {
  if (word === undefined) return 0
  const at = [',', '.', ':', ';', '—', '–', '-', '(', ')', '?', '!'].indexOf(word)
  return at >= 0 ? at + 1 : word === '' ? 12 : 13 + wordClass(word)
}
