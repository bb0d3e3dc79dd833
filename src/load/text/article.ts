import type { Convention } from './conventions/convention.ts'
import type { Shape } from './shape.ts'

/** A line as the classifier sees it: its shape, and what its wording makes of it. */
export type Sign = Shape & { convention: Convention | null }

/** The lines `[first, end)` that hold the article. */
export type Stretch = { first: number; end: number }

/** Whether a whole page was copied, and not the article alone: menus, share lines and teasers stand around it. */
export function isPage(signs: readonly Sign[]): boolean {
  const furniture = signs.filter(({ convention }) => convention?.kind === 'boilerplate').length
  const short = signs.filter(({ stops, isProse }) => !stops && !isProse).length
  return signs.length >= 8 && furniture >= 3 && short >= signs.length * 0.3
}

/**
 * Where the article stands on a page: the stretch that gains most when every line of prose counts for it, and menus,
 * teasers and comments count against it.
 */
export function articleIn(signs: readonly Sign[]): Stretch {
  let best = { first: 0, end: signs.length, sum: 0 }
  let first = 0
  let sum = 0
  for (const at of signs.keys()) {
    if (sum <= 0) {
      sum = 0
      first = at
    }
    sum += worth(signs, at)
    if (sum > best.sum) best = { first, end: at + 1, sum }
  }
  return { first: afterCredits(signs, best), end: best.end }
}

/** What a line says for the article or against it, in words of prose. Tuned on pages of 150 sites that were copied whole. */
function worth(signs: readonly Sign[], at: number): number {
  const { convention, isProse, stops, words } = signs[at]!
  if (convention?.opens) return convention.opens === 'comments' ? -80 : -25
  switch (convention?.kind) {
    case undefined:
      return isProse ? Math.min(words, 60) * company(signs, at) : stops ? words * 0.25 : -3
    case 'publisherNote':
      return -20
    case 'byline':
    case 'timestamp':
      return -8
    default:
      return -4
  }
}

/**
 * How far the lines around make a line of prose part of an article, from a quarter to one: the blurb of a teaser stands
 * between headlines, a paragraph among paragraphs.
 */
function company(signs: readonly Sign[], at: number): number {
  const sum = prosePast(signs, at, -1) + prosePast(signs, at, 1)
  return 0.25 + 0.75 * Math.min(1, sum / 3)
}

/** The prose of the next two lines in a direction; captions and advertisements stand in any article. */
function prosePast(signs: readonly Sign[], at: number, step: 1 | -1): number {
  let sum = 0
  for (let i = at + step, seen = 0; i >= 0 && i < signs.length && seen < 2; i += step) {
    const { convention, isProse, stops } = signs[i]!
    if (convention?.kind === 'caption' || convention?.id === 'advertisement') continue
    seen++
    if (!convention) sum += isProse ? 1 : stops ? 0.5 : 0
  }
  return sum
}

/** Headlines that end like sentences, and standfirsts, stand before the byline: the body begins after it. */
function afterCredits(signs: readonly Sign[], { first, end }: Stretch): number {
  let body = first
  let words = 0
  for (let at = first; at < Math.min(end, first + 8) && words <= 60; at++) {
    const { convention, words: more } = signs[at]!
    if (convention?.kind === 'byline' || convention?.kind === 'timestamp') body = at + 1
    else if (!convention) words += more
  }
  return body
}
