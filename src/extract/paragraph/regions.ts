import type { Span } from '#/src/text/spans.ts'
import { apostropheCanClose, canClose, canOpen, doubleMarkAt } from './marks.ts'

/** What stands between a pair of marks. `inner` is without the marks; `closed` is false where the closing one is missing. */
export type Region = { span: Span; inner: Span; closed: boolean }

/**
 * The outermost quotations of one paragraph, marks included.
 *
 * A quotation that runs over a paragraph break is reopened by the next paragraph and closed only by the last one, so an
 * opening mark with no partner runs to the end of its paragraph:
 *
 *     “We have waited for years …          ← no closing mark
 *     “So let us begin today.”
 *
 * One pass over the characters: time is linear in the paragraph, whatever it holds.
 */
export function findRegions(text: string, paragraph: Span): Region[] {
  const goesOn = openSingle(text, paragraph)
  const end = goesOn ?? paragraph.end
  const doubles = doubleRegions(text, { start: paragraph.start, end })
  const regions: Region[] = []
  let from = paragraph.start
  for (const region of doubles) {
    regions.push(...singleRegions(text, { start: from, end: region.span.start }), region)
    from = region.span.end
  }
  regions.push(...singleRegions(text, { start: from, end }))
  if (goesOn !== null) regions.push(region(goesOn, 1, paragraph.end, 0))
  return regions
}

const region = (start: number, mark: number, end: number, close: number): Region => ({
  span: { start, end: end + close },
  inner: { start: start + mark, end },
  closed: close > 0,
})

function doubleRegions(text: string, { start, end }: Span): Region[] {
  const regions: Region[] = []
  let open: { at: number; length: number; character: string } | null = null
  for (let i = start; i < end; ) {
    const mark = doubleMarkAt(text, i)
    if (!mark) {
      i++
      continue
    }
    const character = text.charAt(i)
    const before = i > start ? text.charAt(i - 1) : ''
    const after = i + mark.length < end ? text.charAt(i + mark.length) : ''
    if (!open) {
      if (mark.opens && (!mark.closes || canOpen(before, after) || opensApart(character, before, after)))
        open = { at: i, length: mark.length, character }
    } else if (mark.closes && pairs(open.character, character) && closesHere(text, i, before, after)) {
      regions.push(region(open.at, open.length, i, mark.length))
      open = null
    } else if (character === '“' && open.character === '“') {
      // “Never closed, he said. “And again: the first one ends where the second begins.
      regions.push(region(open.at, open.length, lastWord(text, open.at, i), 0))
      open = { at: i, length: mark.length, character }
    }
    i += mark.length
  }
  if (open) regions.push(region(open.at, open.length, end, 0))
  return regions.filter(({ inner }) => /[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end)))
}

/** «…» »…« „…“ “…” "…": what opened decides what may close; broken print mixes curly and straight. */
function pairs(opened: string, closes: string): boolean {
  if (opened === '«') return closes === '»'
  if (opened === '»') return closes === '«'
  if ('「『'.includes(opened)) return '」』'.includes(closes)
  return !'«»」』'.includes(closes)
}

/** French print sets its marks apart: `« Nous partons »`. */
const opensApart = (character: string, before: string, after: string): boolean =>
  character === '«' && /^\s?$/u.test(before) && /\s/u.test(after)

/**
 * A “ closes only where it cannot open: after „German“ words, or mistyped at the end of a word. Set apart by a blank, any
 * mark closes after a stop or a comma: `“We will not go, ” Tan said`.
 */
function closesHere(text: string, at: number, before: string, after: string): boolean {
  if (text.charAt(at) === '»') return true
  if (text.charAt(at) === '“' && !(after === '' || /[\s.,;:!?)\]—–]/u.test(after))) return false
  return canClose(before, after) || (/^\s?$/u.test(after) && /[,.!?…’'][^\S\n]$/u.test(text.slice(at - 2, at)))
}

function lastWord(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/u.test(text.charAt(end - 1))) end--
  return end
}

/**
 * Quotations in single marks, as British headlines print them: ‘We will not go.’
 *
 * An apostrophe can close, too (the workers’ plan), so the first candidate after a stop or a comma is taken before the
 * next opening mark; failing that the first one that ends no plural, or has a stop behind it.
 */
function* singleRegions(text: string, { start, end }: Span): Generator<Region> {
  for (let i = start; i < end; i++) {
    if (!opensSingle(text, i, start, end)) continue
    const close = singleClose(text, i, start, end)
    if (close === null) continue
    yield region(i, 1, close, 1)
    i = close
  }
}

/**
 * Where a quotation in single marks begins that the next paragraph goes on with: at the start of the paragraph, or after a
 * colon or a comma. An apostrophe is too like a mark for it to run on anywhere else.
 *
 *     Sheikh said: ‹'I thought I was going to die.›
 *
 *     'I gave him everything I had.'
 */
function openSingle(text: string, { start, end }: Span): number | null {
  if (!/^\s+['‘][\p{L}\p{N}"“]/u.test(text.slice(end, end + 4))) return null
  for (let at = start; at < end; at++) {
    if (!opensSingle(text, at, start, end) || !(at === start || /[:,]\s$/u.test(text.slice(at - 2, at)))) continue
    if (singleClose(text, at, start, end) === null) return at
  }
  return null
}

function opensSingle(text: string, at: number, start: number, end: number): boolean {
  const character = text.charAt(at)
  if (character !== '‘' && character !== "'") return false
  if (at + 1 >= end || !canOpen(at > start ? text.charAt(at - 1) : '', text.charAt(at + 1))) return false
  return !/^.(\d0s|em|til|tis|twas|n)\b/iu.test(text.slice(at, at + 6)) // the '90s, 'em, 'til
}

function singleClose(text: string, open: number, start: number, end: number): number | null {
  let plain: number | null = null
  let plural: number | null = null
  for (let i = open + 2; i < end; i++) {
    if (opensSingle(text, i, start, end)) break
    const character = text.charAt(i)
    if (character !== '’' && character !== "'") continue
    const before = text.charAt(i - 1)
    if (!apostropheCanClose(before, i + 1 < end ? text.charAt(i + 1) : '')) continue
    if (/[.,!?…]/u.test(before)) return i
    if (before === 's' && !/^(?:$|[.,;:!?)\n])/u.test(text.slice(i + 1, Math.min(end, i + 2)))) plural ??= i
    else plain ??= i
  }
  return plain ?? plural
}
