import { contains, type Span } from '#/src/text/spans.ts'

/**
 * What an editor put into a quotation, brackets included: `“[It] is to understand …”`.
 * Brackets that are never closed, or hold more than a note would, are left alone.
 */
export function findInterpolations(text: string, quote: Span): Span[] {
  const found: Span[] = []
  let open = -1
  for (let i = quote.start; i < quote.end; i++) {
    const character = text.charAt(i)
    if (character === '[') open = i
    else if (character === ']' && open >= 0) {
      if (i - open <= longestNote && /[\p{L}\p{N}]/u.test(text.slice(open, i))) found.push({ start: open, end: i + 1 })
      open = -1
    }
  }
  return found
}

const longestNote = 120

/** Where an editor left words out: `…`, `...`, `. . .`, bare or alone in brackets. */
export function findElisions(text: string, quote: Span, interpolations: readonly Span[]): Span[] {
  const said = text.slice(quote.start, quote.end)
  return [...said.matchAll(/…|\.(?: ?\.){2,3}/gu)]
    .map(({ index, 0: dots }) => ({ start: quote.start + index, end: quote.start + index + dots.length }))
    .filter((dots) => !interpolations.some((note) => contains(note, dots)))
}
