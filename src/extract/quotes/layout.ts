import { type Span, trimmed } from '#/src/text/spans.ts'
import type { Region } from './regions.ts'

/** Speech that the layout tells, with the label or signature that says whose it is; none for a block quotation. */
export type LaidOut = { region: Region; speaker: Span | null; by: 'transcript' | 'post' | 'block' }

/**
 * The paragraphs of a body that are speech without marks:
 *
 * - transcript: `LIND: The harbour is full.` where labels return
 * - post: `The harbour is full. — Mara Lind (@maralind) May 4, 2021`
 * - block: a block quotation without marks of its own
 */
export function layoutOf(text: string, blocks: readonly { kind: string; span: Span }[]): (LaidOut | null)[] {
  const labels = blocks.map(({ span }) => labelOf(text, span))
  const isTranscript = returning(labels.flatMap((label) => label?.name ?? []))
  return blocks.map(({ kind, span }, i) => {
    const label = labels[i]
    if (label && isTranscript) return { region: unmarked(label.speech), speaker: label.speaker, by: 'transcript' }
    const post = postOf(text, span)
    if (post) return post
    if (kind !== 'blockquote' || /[“"«>]/u.test(text.slice(span.start, span.end))) return null
    return { region: unmarked(trimmed(text, span)), speaker: null, by: 'block' }
  })
}

const unmarked = (span: Span): Region => ({ span, inner: span, closed: true })

type Label = { name: string; speaker: Span; speech: Span }

/** `MARA LIND (to Olsen): …`, `Bo Olsen: …`; what is in marks already is left to them. */
function labelOf(text: string, { start, end }: Span): Label | null {
  const match =
    /^(?:\[[^\]]{1,20}\]\s*)?((?:\p{Lu}[\p{L}.’'-]{0,30} ?){1,4})(?: ?\([^)]{1,40}\))?:\s+(?=[^\s“"‘'«])/u.exec(
      text.slice(start, Math.min(end, start + 160)),
    )
  if (!match) return null
  const from = start + match[0].indexOf(match[1]!)
  const speaker = trimmed(text, { start: from, end: from + match[1]!.length })
  const speech = trimmed(text, { start: start + match[0].length, end })
  return { name: text.slice(speaker.start, speaker.end), speaker, speech }
}

/** Two labels that take turns are a transcript; “Note: …” and “Update: …” do not return. */
function returning(names: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return names.length >= 3 && counts.size >= 2 && names.length > counts.size
}

/** A post as pages embed it: its words, then a dash, a name and the name of the account. */
function postOf(text: string, { start, end }: Span): LaidOut | null {
  const from = Math.max(start, end - 160)
  const match = /\s*[—–] ?([^—–()@\n]{2,60}?) \(@\w{1,30}\)(?:[ ,]*\p{L}+ \d{1,2}, \d{4})?\s*$/u.exec(
    text.slice(from, end),
  )
  if (!match || from + match.index <= start) return null
  const at = from + match.index + match[0].indexOf(match[1]!)
  return {
    region: unmarked(trimmed(text, { start, end: from + match.index })),
    speaker: { start: at, end: at + match[1]!.length },
    by: 'post',
  }
}
