import { type Span, trimmed } from '#/src/text/spans.ts'
import type { NamedSpan } from '../coreference/names.ts'
import { findRegions, type Region } from './regions.ts'

/** Speech that the layout tells, with the label or signature that says whose it is; none for a block quotation. */
export type LaidOut = { region: Region; speaker: Span | null; by: 'transcript' | 'post' | 'signature' | 'block' }

/**
 * The paragraphs of a body whose layout says that they are speech, or whose speech it is:
 *
 * - transcript: `LIND: The harbour is full.` where labels return
 * - post: `The harbour is full. — Mara Lind (@maralind) May 4, 2021`
 * - signature: `“The harbour is full.” — Mara Lind, captain`, on the same line or on the next
 * - block: a block quotation without marks of its own
 *
 * `names`: of each paragraph, in order; a signature begins with one.
 */
export function layoutOf(
  text: string,
  blocks: readonly { kind: string; span: Span }[],
  names: readonly (readonly NamedSpan[])[],
): (LaidOut | null)[] {
  const labels = blocks.map(({ kind, span }) => (kind === 'title' ? null : labelOf(text, span)))
  const isTranscript = returning(labels.flatMap((label) => label?.name ?? []))
  return blocks.map(({ kind, span }, i) => {
    const label = labels[i]
    if (label && isTranscript) return { region: unmarked(label.speech), speaker: label.speaker, by: 'transcript' }
    const post = postOf(text, span)
    if (post) return post
    const signed = signedBy(
      text,
      blocks.slice(i, i + 2).map(({ span }) => span),
      names.slice(i, i + 2),
    )
    if (signed) return signed
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

/** A quotation that is a paragraph, with a dash and a name after it: pulled out of the text, or one of a collection. */
function signedBy(
  text: string,
  [span, next]: readonly Span[],
  [own, following]: readonly (readonly NamedSpan[])[],
): LaidOut | null {
  const { start, end } = trimmed(text, span!)
  if (!/[“"«]/u.test(text.charAt(start))) return null
  const [region] = findRegions(text, { start, end })
  if (!region?.closed || region.span.start !== start) return null
  const rest = trimmed(text, { start: region.span.end, end })
  const onLine = rest.start < rest.end
  const speaker = onLine ? signer(text, rest, own) : next && signer(text, trimmed(text, next), following)
  return speaker ? { region, speaker, by: 'signature' } : null
}

/** Who signs a line: `— ‹Mara Lind›, captain of the Hope`, `-Captain ‹Mara Lind›.` */
function signer(text: string, { start, end }: Span, names: readonly NamedSpan[] = []): Span | null {
  if (end - start > longestSignature) return null
  const dash = /^(?:[—–―]|--?) ?(?=\p{Lu})/u.exec(text.slice(start, end))
  if (!dash) return null
  const at = start + dash[0].length
  const name = names.find((each) => each.span.end > at && signs.has(each.type))?.span
  if (!name || !/^(?:\p{Lu}[\p{L}.]* )*$/u.test(text.slice(at, name.start))) return null
  // “If they close it” — Storm paused — “we close too”: words that go on are no signature.
  return /^(?:$|[.,;( \n])(?!.*[—–“”"«»])/su.test(text.slice(name.end, end)) ? name : null
}

const longestSignature = 120
const signs: ReadonlySet<string> = new Set(['person', 'organization'])
