import type { BlockKind } from '#/schemas/block.ts'
import { looksOf, textColumns } from '../../page/features/text.ts'
import { folded } from '../../page/title.ts'
import { articleIn, type Sign } from '../article.ts'
import { conventions } from '../conventions/conventions.ts'
import { headOfPage } from '../head.ts'
import type { Line } from '../lines.ts'

const reach = 4
const each = 5
const windows = [3, 8, 20] as const
const placeColumns = 26

const ofPlace = textColumns
const ofNeighbours = ofPlace + placeColumns
const ofWindows = ofNeighbours + 2 * reach * each
/** How many numbers describe a line. */
export const columns = ofWindows + windows.length * 4

/** What each kind of convention is called in a row; 0: a line that follows none. */
const kinds = ['boilerplate', 'publisherNote', 'byline', 'timestamp', 'caption'] as BlockKind[]
const kindOf = ({ convention }: Sign): number => (convention ? kinds.indexOf(convention.kind) + 2 : 0)
const numberOf = new Map(conventions.map(({ id }, at) => [id, at + 1]))

/** The lines of a page that was copied as rows of numbers, one after the other: what the trees look at. */
export function featuresOf(lines: readonly Line[], signs: readonly Sign[]): Float32Array {
  const rows = new Float32Array(lines.length * columns)
  const looks = lines.map(({ text }) => looksOf({ text, linked: 0, bold: 0, afterBreak: false, hidden: false }))
  const place = placesOf(lines, signs)
  const sums = sumsOf(signs, looks)
  for (const i of lines.keys()) {
    const row = rows.subarray(i * columns, (i + 1) * columns)
    row.set(looks[i]!.row)
    place(row, i)
    let next = ofNeighbours
    for (let step = -reach; step <= reach; step++) {
      const sign = signs[i + step]
      if (step === 0) continue
      if (sign)
        row.set(
          [looks[i + step]!.row[0]!, sign.stops ? 1 : 0, kindOf(sign), looks[i + step]!.row[12]!, sign.isProse ? 1 : 0],
          next,
        )
      else row.fill(-1, next, next + each)
      next += each
    }
    for (const width of windows) {
      const [from, to] = [Math.max(0, i - width), Math.min(lines.length, i + width + 1)]
      const [chars, prose, known, sentences] = sums.map((sum) => sum[to]! - sum[from]!) as [
        number,
        number,
        number,
        number,
      ]
      row.set([Math.log(chars + 1), prose / Math.max(1, chars), known / (to - from), sentences / (to - from)], next)
      next += 4
    }
  }
  return rows
}

/** Running sums: characters, those of prose, lines that follow a convention, lines that end as sentences do. */
function sumsOf(signs: readonly Sign[], looks: readonly { chars: number }[]): Float64Array[] {
  const sums = Array.from({ length: 4 }, () => new Float64Array(signs.length + 1))
  for (const [i, sign] of signs.entries()) {
    const { chars } = looks[i]!
    const own = [chars, sign.isProse && !sign.convention ? chars : 0, sign.convention ? 1 : 0, sign.stops ? 1 : 0]
    for (const [at, sum] of sums.entries()) sum[i + 1] = sum[i]! + own[at]!
  }
  return sums
}

/** A distance in lines, near ones told apart better than far ones. */
const near = (distance: number): number => Math.sign(distance) * Math.log(Math.abs(distance) + 1)

/** Where a line stands: on the page, to the stretch that the rules would take, to the headline, in its run; what it repeats. */
function placesOf(lines: readonly Line[], signs: readonly Sign[]) {
  const count = lines.length
  const { first, end } = articleIn(signs)
  const { title } = headOfPage(lines, signs, { first, end })
  const times = new Map<string, number>()
  for (const { text } of lines) times.set(text, (times.get(text) ?? 0) + 1)
  const headline = wordsOf(title === null ? '' : lines[title]!.text)
  const story = wordsOf(
    lines
      .slice(first, Math.min(end, first + 30))
      .map(({ text }) => text.slice(0, 1500))
      .join(' '),
    20_000,
  )
  const prose = signs.map(({ isProse, convention }) => isProse && !convention)
  const [proseAbove, proseBelow] = distances(prose)
  const [openedAbove, openedBelow] = distances(signs.map(({ convention }) => convention?.opens !== undefined))
  const [bylineAbove, bylineBelow] = distances(
    signs.map(({ convention }) => convention?.kind === 'byline' || convention?.kind === 'timestamp'),
  )
  const run = runsOf(signs.map(({ isProse, stops }) => isProse || stops))
  const chars = lines.map(({ text }) => text.length)
  const above = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) above[i + 1] = above[i]! + chars[i]!
  return (row: Float32Array, i: number): void => {
    const { convention, words, isProse, stops } = signs[i]!
    const own = words <= 80 ? wordsOf(lines[i]!.text) : null
    row.set(
      [
        i / count,
        above[i]! / Math.max(1, above[count]!),
        Math.log(count),
        Math.log(above[count]! + 1),
        kindOf(signs[i]!),
        convention ? (numberOf.get(convention.id) ?? 0) : 0,
        convention?.opens === 'comments' ? 2 : convention?.opens ? 1 : 0,
        isProse ? 2 : stops ? 1 : 0,
        i >= first && i < end ? 1 : 0,
        near(i - first),
        near(i - end + 1),
        (end - first) / count,
        title === null ? -9 : near(i - title),
        own ? shared(own, headline) : 0,
        own && (i < first || i >= first + 30) ? shared(own, story) : -1,
        Math.min(9, times.get(lines[i]!.text)!),
        near(proseAbove[i]!),
        near(proseBelow[i]!),
        near(openedAbove[i]!),
        near(openedBelow[i]!),
        near(bylineAbove[i]!),
        near(bylineBelow[i]!),
        near(run[i]!),
        Math.min(3, lines[i]!.gap),
        Math.min(3, lines[i + 1]?.gap ?? 3),
        i > 0 ? near(run[i - 1]!) : 0,
      ],
      ofPlace,
    )
  }
}

/** How many lines above each, and below it, the next one stands that is marked; 999: none. */
function distances(marked: readonly boolean[]): [Uint16Array, Uint16Array] {
  const [above, below] = [new Uint16Array(marked.length), new Uint16Array(marked.length)]
  let seen = 999
  for (let i = 0; i < marked.length; i++) {
    seen = Math.min(999, seen + 1)
    above[i] = seen
    if (marked[i]) seen = 0
  }
  seen = 999
  for (let i = marked.length - 1; i >= 0; i--) {
    seen = Math.min(999, seen + 1)
    below[i] = seen
    if (marked[i]) seen = 0
  }
  return [above, below]
}

/** How many lines stand together with each, all of sentences (above zero) or all of none (below). */
function runsOf(sentences: readonly boolean[]): Int32Array {
  const runs = new Int32Array(sentences.length)
  let first = 0
  for (let i = 1; i <= sentences.length; i++) {
    if (i < sentences.length && sentences[i] === sentences[first]) continue
    runs.fill(sentences[first] ? i - first : first - i, first, i)
    first = i
  }
  return runs
}

const wordsOf = (text: string, most = 1500): Set<string> =>
  new Set(
    folded(text.slice(0, most))
      .split(' ')
      .filter(({ length }) => length > 3),
  )

/** Of the words of one text, how many another has. */
function shared(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0 || others.size === 0) return 0
  let count = 0
  for (const word of words) if (others.has(word)) count++
  return count / words.size
}
