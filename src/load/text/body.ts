import type { BlockKind } from '#/schemas/block.ts'
import type { Sign, Stretch } from './article.ts'
import type { Line } from './lines.ts'

/** Forms that say at their start what a line is. */
export const bodyForms = [
  { id: 'table', kind: 'tableRow', example: 'Harbour\t12\t7', is: /\t[^\t]+\t|^\|.+\||\S\s{3,}\S[^\n]{0,80}\s{3,}\S/u },
  { id: 'bullet', kind: 'listItem', example: '• Ferries leave at noon', is: /^(?:[-–—*•·▪►▸‣◦●]\s|\(?\d{1,3}[.)]\s)/u },
  {
    id: 'dated',
    kind: 'listItem',
    example: 'June 9 – Harbour Hall',
    is: /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\b/u,
  },
  { id: 'labelled', kind: 'listItem', example: 'Tickets: 12 crowns', is: /^[\p{L}\d]{1,20}:\s/u },
  { id: 'mail-quote', kind: 'blockquote', example: '> The harbour is closed.', is: /^>/u },
] as const satisfies readonly { id: string; kind: BlockKind; example: string; is: RegExp }[]

/** A section's heading is short: “What the port says”. */
const longestHeading = 8

/**
 * What the lines of the article are that no convention knows, asked from the first to the last; on a page, lines between
 * the paragraphs may be teasers.
 */
export function bodyKinds(
  lines: readonly Line[],
  signs: readonly Sign[],
  article: Stretch,
  page: boolean,
): (at: number) => BlockKind {
  // A run is looked at once, not once for each of its lines: a list may be as long as the file.
  let run = { first: 0, end: 0, isList: false }
  const runAt = (at: number): typeof run => {
    if (at >= run.end) {
      const found = looseRun(signs, at, article)
      run = { ...found, isList: isList(lines, found) }
    }
    return run
  }
  return (at) => {
    const { isProse, stops, words } = signs[at]!
    const form = bodyForms.find(({ is }) => is.test(lines[at]!.text.slice(0, 300)))
    if (form && (form.kind !== 'listItem' || form.id === 'bullet')) return form.kind
    if (isProse || stops || leadsIn(lines, at)) return 'paragraph'
    const { first, end, isList } = runAt(at)
    if (end - first >= 4) return isList ? 'listItem' : page ? 'boilerplate' : 'paragraph'
    if (words > longestHeading) return page ? 'boilerplate' : 'paragraph'
    return at + 1 < article.end ? 'heading' : 'paragraph'
  }
}

/** “The union had offered a truce:” and what it said below. */
const leadsIn = (lines: readonly Line[], at: number): boolean =>
  /[:,]$/u.test(lines[at]!.text) && /^["“'‘«„]/u.test(lines[at + 1]?.text ?? '')

const isLoose = ({ convention, isProse, stops }: Sign): boolean => !convention && !isProse && !stops

/** The lines around that are no sentences either. */
function looseRun(signs: readonly Sign[], at: number, { first, end }: Stretch): Stretch {
  let from = at
  let to = at + 1
  while (from > first && isLoose(signs[from - 1]!)) from--
  while (to < end && isLoose(signs[to]!)) to++
  return { first: from, end: to }
}

/** Dates of a tour, prices, results: most lines begin alike. */
function isList(lines: readonly Line[], { first, end }: Stretch): boolean {
  const run = lines.slice(first, end)
  return (
    run.filter(({ text }) => bodyForms.some(({ kind, is }) => kind !== 'blockquote' && is.test(text))).length >=
    run.length * 0.7
  )
}
