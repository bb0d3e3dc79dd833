import { type Span, trimmed } from '#/src/text/spans.ts'
import type { TaggedName } from '../tagger/tag.ts'
import type { Region } from './regions.ts'
import { postOf, signedBy, signersOf } from './signatures.ts'

/** Speech that the layout tells, with the label or signature that says whose it is; none for a block quotation. */
export type LaidOut = { region: Region; speaker: Span | null; by: 'transcript' | 'post' | 'signature' | 'block' }

/**
 * The paragraphs of a body whose layout says that they are speech, or whose speech it is:
 *
 * - transcript: `LIND: The harbour is full.` where labels return
 * - post: `The harbour is full. — Mara Lind (@maralind) May 4, 2021`, the account on the same line or under it
 * - signature: `“The harbour is full.” — Mara Lind, captain`, on the same line or on the next, and under a block quotation
 * - block: a block quotation without marks of its own
 *
 * `names`: of each paragraph, in order; a signature begins with one.
 */
export function layoutOf(
  text: string,
  blocks: readonly { kind: string; span: Span }[],
  names: readonly (readonly TaggedName[])[],
): (LaidOut | null)[] {
  const labels = blocks.map(({ kind, span }) => (kind === 'title' ? null : labelOf(text, span)))
  const isTranscript = returning(labels.flatMap((label) => label?.name ?? []))
  const whole = byInitials(labels)
  const signers = signersOf(text, blocks, names)
  return blocks.map(({ kind, span }, i) => {
    const label = labels[i]
    if (label && isTranscript)
      return { region: unmarked(label.speech), speaker: (whole.get(label.name) ?? label).speaker, by: 'transcript' }
    const signer = signers[i]
    if (signer === 'signature') return null
    if (signer) return { region: unmarked(trimmed(text, span)), ...signer }
    const post = postOf(text, span)
    if (post) return { region: unmarked(post.words), speaker: post.speaker, by: 'post' }
    const signed = signedBy(
      text,
      blocks.slice(i, i + 2).map(({ span }) => span),
      names.slice(i, i + 2),
    )
    if (signed) return { ...signed, by: 'signature' }
    if (kind !== 'blockquote' || /[“"«>]/u.test(text.slice(span.start, span.end))) return null
    return { region: unmarked(trimmed(text, span)), speaker: null, by: 'block' }
  })
}

const unmarked = (span: Span): Region => ({ span, inner: span, closed: true })

type Label = { name: string; speaker: Span; speech: Span }

/** `MARA LIND (to Olsen): …`, `Bo Olsen: …`, `Q. …`; what is in marks already is left to them. */
function labelOf(text: string, { start, end }: Span): Label | null {
  const match =
    /^(?:\[[^\]]{1,20}\]\s*)?((?:\p{Lu}[\p{L}.’'-]{0,30} ?){1,4})(?: ?\([^)]{1,40}\))?:\s+(?=[^\s“"‘'«])/u.exec(
      text.slice(start, Math.min(end, start + 160)),
    ) ?? /^([QA])\.\s+(?=\p{Lu})/u.exec(text.slice(start, start + 8))
  if (!match) return null
  const from = start + match[0].indexOf(match[1]!)
  const speaker = trimmed(text, { start: from, end: from + match[1]!.length })
  const speech = trimmed(text, { start: start + match[0].length, end })
  return { name: text.slice(speaker.start, speaker.end), speaker, speech }
}

/** `YD: …` beside `Yusuf Demir: …`: by its initials the label with the whole name; null where two have the same. */
function byInitials(labels: readonly (Label | null)[]): Map<string, Label | null> {
  const whole = new Map<string, Label | null>()
  for (const label of labels) {
    const words = label?.name.split(' ') ?? []
    if (!label || words.length < 2) continue
    const initials = words.map((word) => word.charAt(0)).join('')
    const known = whole.get(initials)
    whole.set(initials, known === undefined || known?.name === label.name ? (known ?? label) : null)
  }
  return whole
}

/**
 * Two labels that take turns are a transcript: `MARA LIND: … OLSEN: … LIND: …`; “Note: …” and “Update: …” do not return.
 * A person is labelled by the full name first, and by the last after it.
 */
function returning(names: readonly string[]): boolean {
  const speakers = new Set(names.map((name) => name.split(' ').at(-1)))
  return names.length >= 3 && speakers.size >= 2 && names.length > speakers.size
}
