import { logOdds, probability, type Trees } from '#/src/models/trees.ts'
import type { Span } from '#/src/text/spans.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Roles } from '../roles/read.ts'
import { type Anchor, anchorsOf, type Run, says } from './anchors.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { inward } from './inward.ts'
import { sumsOf, traitCount, writeTraits } from './traits.ts'

/** What is said at one anchor, in one piece or more: “‹Many days›, she said, ‹they go hungry›.” */
export type Statement = { anchor: Anchor; pieces: Run[]; probability: number }

/** A stretch that the detector has judged. */
type Judged = Candidate & { probability: number }

/** The statements of one paragraph outside of `taken` (in order), each sure enough, in the order of their beginnings. */
export function findStatements(
  paragraph: SpeechParagraph,
  roles: Roles,
  detector: Trees,
  taken: readonly Span[],
): Statement[] {
  const sums = sumsOf(paragraph, roles)
  const traits = new Float32Array(traitCount)
  const spoken = new Uint8Array(paragraph.items.length)
  let next = 0
  paragraph.items.forEach(({ span }, i) => {
    while (next < taken.length && taken[next]!.end <= span.start) next++
    if (next < taken.length && taken[next]!.start < span.end) spoken[i] = 1
  })
  const free = candidatesOf(paragraph, roles, anchorsOf(paragraph, roles)).filter(
    (candidate) =>
      says(paragraph.items, candidate.anchor.at) && !anyIn(spoken, candidate) && !anyIn(spoken, candidate.anchor),
  )
  const judged = free.map((candidate): Judged => {
    writeTraits(paragraph, roles, sums, candidate, traits, 0)
    return { ...candidate, probability: probability(logOdds(detector, traits)) }
  })
  return joined(chosen(judged, paragraph).filter(({ anchor }) => !inward.has(wordAt(paragraph, anchor))))
}

const wordAt = ({ items }: SpeechParagraph, { at }: Anchor): string => items[at]!.word

/** How probable a statement must be: where somebody does say something less than at other verbs and nouns. */
const leastFor = (anchor: Anchor, paragraph: SpeechParagraph): number =>
  anchor.clause || isPhrase(paragraph, anchor) ? 0.25 : 0.5

/** “according to”, “made clear”, “made it clear” */
function isPhrase({ items }: SpeechParagraph, { at }: Anchor): boolean {
  if (items[at]!.word === 'according') return true
  return /^ma(?:de|kes?|king)$/u.test(items[at]!.word) && [at + 1, at + 2].some((next) => items[next]?.word === 'clear')
}

/** How probable the rest of one must be: “‹If it rains›, she said, ‹the harbour will close›.” */
const leastForRest = 0.15

/** The surest first; what lies over words that are already somebody's is left out, and so are reports in reports. */
function chosen(candidates: readonly Judged[], paragraph: SpeechParagraph): Judged[] {
  const told = new Uint8Array(paragraph.items.length)
  const tellers = new Uint8Array(paragraph.items.length)
  const begun = new Set<Anchor>()
  const choice: Judged[] = []
  for (const candidate of [...candidates].sort((a, b) => b.probability - a.probability)) {
    const { anchor } = candidate
    const around = anchor.speaker ? [anchor, anchor.speaker] : [anchor]
    if (candidate.probability < (begun.has(anchor) ? leastForRest : leastFor(anchor, paragraph))) continue
    if (anyIn(told, candidate) || anyIn(tellers, candidate) || around.some((run) => anyIn(told, run))) continue
    choice.push(candidate)
    begun.add(anchor)
    told.fill(1, candidate.from, candidate.to)
    for (const { from, to } of around) tellers.fill(1, from, to)
  }
  return choice
}

const anyIn = (marked: Uint8Array, { from, to }: Run): boolean => marked.subarray(from, to).includes(1)

function joined(choice: readonly Judged[]): Statement[] {
  const statements = new Map<Anchor, Statement>()
  for (const { anchor, from, to, probability } of [...choice].sort((a, b) => a.from - b.from)) {
    const known = statements.get(anchor)
    if (known) {
      known.pieces.push({ from, to })
      known.probability = Math.min(known.probability, probability)
    } else statements.set(anchor, { anchor, pieces: [{ from, to }], probability })
  }
  return [...statements.values()]
}
