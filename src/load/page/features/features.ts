import { folded } from '../title.ts'
import type { View } from '../view.ts'
import { classGroups, levelsReader, tagGroups } from './classes.ts'
import { type Neighbour, neighbourColumns, pushNeighbours } from './neighbours.ts'
import { type Looks, looksOf, textColumns } from './text.ts'
import { levelsBelow, massColumns, massesOf, pushMass, topOf } from './tree.ts'

const tags = [
  'p',
  'div',
  'li',
  'td',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'figcaption',
  'section',
  'article',
  'body',
  'dd',
  'dt',
  'th',
  'pre',
  'header',
  'footer',
  'aside',
  'nav',
  'button',
  'legend',
  'summary',
  'main',
  'form',
  'figure',
  'caption',
] as const
const ancestors = 5
const placeColumns = 18

/** Where in a row each kind of numbers begins. */
const ofText = 0
const ofLevels = ofText + textColumns
const ofMasses = ofLevels + classGroups + tagGroups.length
const ofAlike = ofMasses + ancestors * massColumns
const ofPlace = ofAlike + 2 * massColumns
const ofNeighbours = ofPlace + placeColumns
/** How many numbers describe a segment. */
export const columns = ofNeighbours + neighbourColumns

/** The segments of a page as rows of numbers, one after the other: what the trees look at. */
export function featuresOf(view: View): Float32Array {
  const { segments, kept } = view
  const looks = segments.map(looksOf)
  const masses = massesOf(segments, looks, kept)
  const levels = levelsReader()
  const top = topOf(segments, kept, masses)
  const rows = new Float32Array(segments.length * columns)
  const place = placesOf(view, looks)
  const neighbours = segments.map(
    ({ at: element }, i): Neighbour => ({ looks: looks[i]!, kept: kept[i]!, element, tag: tagOf(element.name) }),
  )
  for (const [i, segment] of segments.entries()) {
    const row = rows.subarray(i * columns, (i + 1) * columns)
    row.set(looks[i]!.row, ofText)
    row.set(levels(segment.at), ofLevels)
    let element: typeof segment.at | null = segment.at
    for (let level = 0; level < ancestors; level++) {
      if (element) pushMass(row, ofMasses + level * massColumns, masses.of(element), masses.page)
      else row.fill(-1, ofMasses + level * massColumns, ofMasses + (level + 1) * massColumns)
      element = element?.parent ?? null
    }
    pushMass(row, ofAlike, masses.like(segment.at), masses.page)
    if (segment.at.parent) pushMass(row, ofAlike + massColumns, masses.like(segment.at.parent), masses.page)
    place(row, ofPlace, i)
    row[ofPlace + placeColumns - 2] = tagOf(segment.at.name)
    row[ofPlace + placeColumns - 1] = levelsBelow(segment.at, top)
    pushNeighbours(row, ofNeighbours, neighbours, i)
  }
  return rows
}

const tagOf = (name: string): number => (tags as readonly string[]).indexOf(name)

/** A distance in segments, near ones told apart better than far ones. */
const near = (distance: number): number => Math.sign(distance) * Math.log(Math.abs(distance) + 1)

/** Where a segment stands: on the page, to the title, to headings, to what Readability keeps; and what it repeats. */
function placesOf({ segments, kept, title, article, meta }: View, looks: readonly Looks[]) {
  const count = segments.length
  const first = kept.indexOf(1)
  const last = kept.lastIndexOf(1)
  const above = new Float64Array(count + 1)
  const keptAbove = new Uint32Array(count + 1)
  const times = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    above[i + 1] = above[i]! + looks[i]!.chars
    keptAbove[i + 1] = keptAbove[i]! + kept[i]!
    const { text } = segments[i]!
    times.set(text, (times.get(text) ?? 0) + 1)
  }
  const keptIn = (from: number, to: number): number => {
    const [start, end] = [Math.max(0, from), Math.min(count, to)]
    return (keptAbove[end]! - keptAbove[start]!) / Math.max(1, end - start)
  }
  const titleWords = wordsOf(title >= 0 ? segments[title]!.text : (meta.named.get('og:title')?.[0] ?? meta.title ?? ''))
  const summary = wordsOf(
    article?.standfirst ?? meta.named.get('og:description')?.[0] ?? meta.named.get('description')?.[0] ?? '',
  )
  const body = article?.body ? folded(article.body.slice(0, 200_000)) : null
  let heading = -1
  let level = 0
  return (row: Float32Array, from: number, i: number): void => {
    const { text, at: element } = segments[i]!
    const words = text.length < 1500 ? wordsOf(text) : null
    row.set(
      [
        i / count,
        above[i]! / Math.max(1, above[count]!),
        title < 0 ? -9 : near(i - title),
        title < 0 ? -1 : Math.log(Math.abs(above[i]! - above[title]!) + 1) * Math.sign(i - title),
        heading < 0 ? 9 : near(i - heading),
        level,
        first < 0 ? -9 : kept[i]!,
        first < 0 ? -9 : near(i - first),
        first < 0 ? -9 : near(i - last),
        keptIn(i - 2, i + 3),
        keptIn(i - 6, i + 7),
        words ? shared(words, titleWords) : 0,
        words ? shared(words, summary) : 0,
        body === null ? -1 : text.length >= 4 && body.includes(folded(text.slice(0, 600))) ? 1 : 0,
        Math.min(9, times.get(text)!),
        count > 0 ? Math.log(count) : 0,
      ],
      from,
    )
    const depth = /^h([1-6])$/u.exec(element.name)
    if (depth) {
      heading = i
      level = Number(depth[1])
    }
  }
}

const wordsOf = (text: string): Set<string> => new Set(folded(text.slice(0, 1500)).split(' ').filter(Boolean))

/** Of the words of one text, how many another has. */
function shared(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0 || others.size === 0) return 0
  let count = 0
  for (const word of words) if (others.has(word)) count++
  return count / words.size
}
