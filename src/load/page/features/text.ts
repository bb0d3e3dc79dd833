import type { Segment } from '../segments.ts'
import { vocabulary } from './words.ts'

/** How many numbers a text gives. */
export const textColumns = 30 + vocabulary.length

/** What a text looks like, whatever stands around it. */
export type Looks = { chars: number; words: number; links: number; stops: boolean; row: Float32Array }

const years = /\b(?:19|20)\d\d\b/u
const clock = /\b\d{1,2}[:.]\d\d\b/u
const address = /https?:|www\.|\S@\S/u
const cjk = /[\u3040-\u30ff\u3400-\u9fff]/u

/** The numbers of one segment’s text. Counts are logarithms or shares: what a page has in all is told elsewhere. */
export function looksOf(segment: Omit<Segment, 'at' | 'first'>): Looks {
  const { text, linked, bold } = segment
  const c = counted(text)
  const words = cjk.test(text.slice(0, 200)) ? Math.max(c.words, text.length >> 1) : c.words
  const tail = text.trimEnd().slice(-4)
  const stops = /[.!?…。！？][\s"'”’»)\]]*$/u.test(tail)
  const chars = text.length
  const row = new Float32Array(textColumns)
  row.set([
    Math.log(chars + 1),
    Math.log(words + 1),
    chars / Math.max(1, words),
    linked / chars,
    bold / chars,
    c.commas / Math.max(1, words),
    Math.min(20, c.stops),
    stops ? 1 : 0,
    /:\s*$/u.test(tail) ? 1 : 0,
    /(?:…|\.\.\.)\s*$/u.test(tail) ? 1 : 0,
    /^\p{Ll}/u.test(text) ? 1 : 0,
    /^[\p{Lu}"“«„]/u.test(text) ? 1 : 0,
    c.capitals / Math.max(1, words),
    c.upper > 3 && c.lower === 0 ? 1 : 0,
    c.digits / chars,
    /^[“"«„‘]/u.test(text) ? 1 : 0,
    Math.min(10, c.quotes),
    Math.min(10, c.bars),
    address.test(text.slice(0, 2000)) ? 1 : 0,
    /^[\d.,\s]+$/u.test(text.slice(0, 60)) ? 1 : 0,
    /\?\s*$/u.test(tail) ? 1 : 0,
    c.short / Math.max(1, words),
    years.test(text.slice(0, 300)) ? 1 : 0,
    clock.test(text.slice(0, 300)) ? 1 : 0,
    segment.afterBreak ? 1 : 0,
    segment.hidden ? 1 : 0,
    /^[([*•▪►–—-]/u.test(text) ? 1 : 0,
    /[)\]]\s*$/u.test(tail) ? 1 : 0,
    c.parentheses / Math.max(1, words),
    c.sentences / Math.max(1, words),
  ])
  const start = text.length > 700 ? `${text.slice(0, 350)} ${text.slice(-350)}` : text
  for (const [at, { is }] of vocabulary.entries()) row[30 + at] = is.test(start) ? 1 : 0
  return { chars, words, links: linked / chars, stops, row }
}

/** One walk over the characters. */
function counted(text: string) {
  const c = {
    words: 0,
    commas: 0,
    stops: 0,
    capitals: 0,
    upper: 0,
    lower: 0,
    digits: 0,
    quotes: 0,
    bars: 0,
    short: 0,
    parentheses: 0,
    sentences: 0,
  }
  let length = 0
  let last = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    if (code <= 32 || code === 160) {
      if (length > 0) {
        c.words++
        if (length <= 3) c.short++
        if (last === 46 || last === 33 || last === 63) c.sentences++
      }
      length = 0
      continue
    }
    if (
      length === 0 &&
      ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f))
    )
      c.capitals++
    length++
    last = code
    if (code >= 97 && code <= 122) c.lower++
    else if (code >= 65 && code <= 90) c.upper++
    else if (code >= 48 && code <= 57) c.digits++
    else if (code === 44 || code === 0x3001 || code === 0xff0c) c.commas++
    else if (code === 46 || code === 33 || code === 63 || code === 0x3002) c.stops++
    else if (code === 34 || code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb)
      c.quotes++
    else if (code === 124 || code === 0xb7 || code === 0x2022 || code === 47 || code === 62) c.bars++
    else if (code === 40 || code === 41) c.parentheses++
    else if (code > 0xbf) c.lower++
  }
  return c
}
