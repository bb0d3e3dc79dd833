import type { Span } from '#/src/text/spans.ts'

/** One line of a saved text that holds anything: its place without white space at the ends, and the white space around it. */
export type Line = {
  text: string
  span: Span
  /** How many empty lines stand before it. */
  gap: number
  /** How many characters of white space it begins with. */
  indent: number
}

const newline = 10
const carriageReturn = 13

/** LF, VT, FF, CR; NEL and the separators of Unicode. */
const endsLine = (code: number): boolean =>
  code < 14 ? code >= newline : code > 0x84 && (code === 0x85 || code === 0x2028 || code === 0x2029)

/** The lines of a text, whatever ends them (CR LF is one end); one more than `limit` tells that there are too many. */
export function linesOf(text: string, limit = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = []
  let gap = 0
  let start = 0
  while (start < text.length && lines.length <= limit) {
    const end = endOfLine(text, start)
    const from = skipSpace(text, start, end)
    if (from === end) gap++
    else {
      const span = { start: from, end: skipSpaceBack(text, from, end) }
      lines.push({ text: text.slice(span.start, span.end), span, gap, indent: from - start })
      gap = 0
    }
    start = end + (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === newline ? 2 : 1)
  }
  return lines
}

function endOfLine(text: string, start: number): number {
  let at = start
  while (at < text.length && !endsLine(text.charCodeAt(at))) at++
  return at
}

const space = /\s/u
const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 32 || code === 9 || (code > 126 && space.test(text.charAt(at)))
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text, at)) at++
  return at
}

function skipSpaceBack(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text, at - 1)) at--
  return at
}
