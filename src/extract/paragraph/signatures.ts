import { type Span, trimmed } from '#/src/text/spans.ts'
import type { TaggedName } from '../tagger/tag.ts'
import { findRegions, type Region } from './regions.ts'

type Signer = { speaker: Span; by: 'post' | 'signature' }

/**
 * Blocks whose words are signed in a block under them, with the signer, and the blocks that only sign:
 *
 *     The harbour is full and nobody cares.
 *     — ‹Mara Lind› (@maralind) May 4, 2021   ·   A post shared by ‹Mara Lind› (@maralind)   ·   — ‹Mara Lind›, captain
 *
 * What is signed is the block before, and the whole of a block quotation; a name without an account signs only that.
 */
export function signersOf(
  text: string,
  blocks: readonly { kind: string; span: Span }[],
  names: readonly (readonly TaggedName[])[],
): (Signer | 'signature' | null)[] {
  const found: (Signer | 'signature' | null)[] = blocks.map(() => null)
  for (const [at, { kind, span }] of blocks.entries()) {
    const line = trimmed(text, span)
    const account = accountOf(text, line)
    const isQuoted = kind === 'blockquote'
    const speaker = account ?? (isQuoted ? (signer(text, line, names[at]) ?? nameAlone(text, line, names[at])) : null)
    let above = at - 1
    if (!speaker || found[above] === 'signature') continue
    const before = blocks[above]
    if (account && before?.kind === 'paragraph' && !endsInColon(text, before.span))
      found[above] = { speaker, by: 'post' }
    for (; blocks[above]?.kind === 'blockquote' && found[above] === null; above--)
      found[above] = { speaker, by: account ? 'post' : 'signature' }
    if (account || found[at - 1]) found[at] = 'signature'
  }
  return found
}

/** Words that lead in are not the post: it is a picture, or was left out. */
const endsInColon = (text: string, { start, end }: Span): boolean => /:\s*$/u.test(text.slice(start, end))

/** The name in a line that has nothing but a name and an account, and a day. */
function accountOf(text: string, { start, end }: Span): Span | null {
  if (end - start > longestSignature) return null
  const match =
    /^(?:(?:[—–―]|--?) ?|A (?:post|photo|video|reel|story) (?:shared|posted) by )([^—–()@\n]{2,60}?) \(@[\w.-]{1,60}\)[^.!?“”"]{0,50}$/du.exec(
      text.slice(start, end),
    )
  const name = match?.indices?.[1]
  return name ? { start: start + name[0], end: start + name[1] } : null
}

/** A post as pages embed it: its words, then a dash, a name and the name of the account. */
export function postOf(text: string, { start, end }: Span): { words: Span; speaker: Span } | null {
  const from = Math.max(start, end - 160)
  const match =
    /\s*[—–] ?([^—–()@\n]{2,60}?) \(@[\w.-]{1,60}\)(?:[ ,]*\p{L}+ \d{1,2}, \d{4}|[ ,]*\d{1,2} \p{L}+ \d{4})?\s*$/u.exec(
      text.slice(from, end),
    )
  if (!match || from + match.index <= start) return null
  const at = from + match.index + match[0].indexOf(match[1]!)
  return {
    words: trimmed(text, { start, end: from + match.index }),
    speaker: { start: at, end: at + match[1]!.length },
  }
}

/** A quotation that is a paragraph, with a dash and a name after it: pulled out of the text, or one of a collection. */
export function signedBy(
  text: string,
  [span, next]: readonly Span[],
  [own, following]: readonly (readonly TaggedName[])[],
): { region: Region; speaker: Span } | null {
  const { start, end } = trimmed(text, span!)
  if (!/[“"«]/u.test(text.charAt(start))) return null
  const [region] = findRegions(text, { start, end })
  if (!region?.closed || region.span.start !== start) return null
  const rest = trimmed(text, { start: region.span.end, end })
  const onLine = rest.start < rest.end
  const speaker = onLine ? signer(text, rest, own) : next && signer(text, trimmed(text, next), following)
  return speaker ? { region, speaker } : null
}

/** Who signs a line: `— ‹Mara Lind›, captain of the Hope`, `-Captain ‹Mara Lind›.` */
function signer(text: string, { start, end }: Span, names: readonly TaggedName[] = []): Span | null {
  if (end - start > longestSignature) return null
  const dash = /^(?:[—–―]|--?) ?(?=\p{Lu})/u.exec(text.slice(start, end))
  if (!dash) return null
  const at = start + dash[0].length
  const name = names.find((each) => each.span.end > at && signs.has(each.type))?.span
  if (!name || !/^(?:\p{Lu}[\p{L}.]* )*$/u.test(text.slice(at, name.start))) return null
  // “If they close it” — Storm paused — “we close too”: words that go on are no signature.
  return /^(?:$|[.,;( \n])(?!.*[—–“”"«»])/su.test(text.slice(name.end, end)) ? name : null
}

/** A cited name under a block quotation, which pages set apart without a dash: `Mara Lind, captain` */
function nameAlone(text: string, { start, end }: Span, names: readonly TaggedName[] = []): Span | null {
  const [first] = names
  if (first?.type !== 'person' || first.span.start !== start || end - start > longestSignature) return null
  return /^(?:$|, [^.!?“”"]+$)/u.test(text.slice(first.span.end, end)) ? first.span : null
}

const longestSignature = 120
const signs: ReadonlySet<string> = new Set(['person', 'organization'])
