import type { Line } from './lines.ts'

/** Mail and wire texts break their lines somewhere between these widths. */
const narrowest = 45
const widest = 100

/**
 * Lines that were broken only because a line was full, put together again:
 *
 *     The harbour reopened on Monday after a storm     ← “that” would not have fitted
 *     that had closed it for six days.                 ← “Ships” would: the paragraph ends here
 *     Ships had waited off the coast.
 *
 * A text whose lines are not broken so stays as it is.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Line[] {
  const width = wrapWidth(lines)
  if (width === null) return lines
  const whole: Line[] = []
  let first = 0
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && goesOn(lines[i - 1]!, lines[i]!, width)) continue
    whole.push(first === i - 1 ? lines[first]! : joined(text, lines[first]!, lines[i - 1]!))
    first = i
  }
  return whole
}

function joined(text: string, first: Line, last: Line): Line {
  const span = { start: first.span.start, end: last.span.end }
  return { ...first, span, text: text.slice(span.start, span.end) }
}

/**
 * The width at which a text was wrapped: nearly all its lines fit, most of its breaks were needed, and most of those
 * stand within a sentence; where each line is a sentence of its own they do not.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map(lengthOf).sort((a, b) => a - b)
  const width = lengths[Math.ceil(lengths.length * 0.97) - 1] ?? 0
  if (width < narrowest || width > widest) return null
  const breaks = lines.slice(1).flatMap((line, i) => (line.gap ? [] : [{ before: lines[i]!, line }]))
  const needed = breaks.filter(({ before, line }) => goesOn(before, line, width))
  const within = needed.filter(({ before }) => !/[.!?:]["”’)]*$/u.test(before.text))
  return within.length >= 2 && needed.length >= breaks.length * 0.5 && within.length >= needed.length * 0.6
    ? width
    : null
}

const lengthOf = ({ span, indent }: Line): number => span.end - span.start + indent

const bullet = /^(?:[-–—*•·▪►‣◦]|\(?\d{1,2}[.)])\s/u

/** Whether `line` is the rest of the line before it: its first word did not fit there any more. */
function goesOn(before: Line, line: Line, width: number): boolean {
  if (line.gap > 0 || bullet.test(line.text)) return false
  if (line.indent > before.indent + 1 && !bullet.test(before.text)) return false
  const firstWord = /^\S{1,100}/u.exec(line.text)?.[0].length ?? 0
  return lengthOf(before) + 1 + firstWord > width
}
