import type { Clause } from '../paragraph/clauses.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { isAdverb } from '../paragraph/phrases.ts'
import type { SpeechSentence } from '../paragraph/sentences.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  prepositions,
  relatives,
  subjectPronouns,
  timeNouns,
} from '../paragraph/words.ts'
import { gap } from '../roles/columns.ts'
import { type Roles, roleShare } from '../roles/read.ts'
import { cue, source } from '../roles/roles.ts'
import { phases } from './inward.ts'

/** Items `[from, to)` of a paragraph. */
export type Run = { readonly from: number; readonly to: number }

/**
 * A place where something may be reported: a verb of speech, “according to”, a noun as in “a ‹promise› that …”.
 * Its report lies in `[first, last)`.
 */
export type Anchor = Run & {
  /** The item that is most surely the cue: the verb, not “consistently” or “has”. */
  readonly at: number
  readonly first: number
  readonly last: number
  readonly sentence: SpeechSentence
  readonly clause: Clause | null
  readonly speaker: Speaker | null
}

/** Whoever may be speaking: the words that the chain takes for the source, and how sure it is. */
export type Speaker = Run & { readonly share: number }

const leastCue = 0.12
const leastSource = 0.25
/** A word that is a cue this often (of 15) is an anchor by itself. */
const knownCue = 5
/** One that is a cue this often may be it after “continues to”. */
const everCue = 2

/** How many items around its cue a report may take: print has no longer ones, and time stays linear. */
const reach = 120

/** The anchors of a paragraph, in order. */
export function anchorsOf({ items, sentences }: SpeechParagraph, roles: Roles): Anchor[] {
  const anchors: Anchor[] = []
  const weight = (i: number): number => (says(items, i) ? 1 : 0.01) * roleShare(roles, i, cue)
  const isCue = (i: number): boolean => items[i]!.quote < 0 && roleShare(roles, i, cue) >= leastCue
  for (const sentence of sentences) {
    const { from: first, to: last, clauses } = sentence
    const found: Omit<Anchor, 'speaker'>[] = []
    let next = 0
    for (let i = first; i < last; i++) {
      while (next < clauses.length && clauses[next]!.at < i) next++
      const known = clauses[next]?.at === i || roles.columns.cue[i + gap]! >= knownCue
      if (!isCue(i) && !known) continue
      let to = i + 1
      while (to < last && isCue(i) && isCue(to)) to++
      let at = i
      for (let k = i; k < to; k++) if (weight(k) > weight(at)) at = k
      const clause = (clauses[next]?.at ?? to) < to ? clauses[next]! : null
      found.push({
        from: i,
        to,
        at: clause && (says(items, clause.at) || roles.columns.cue[at + gap]! < everCue) ? clause.at : at,
        first: Math.max(first, i - reach),
        last: Math.min(last, to + reach),
        sentence,
        clause,
      })
      i = to - 1
    }
    anchors.push(...withSpeakers(found, speakersIn(roles, first, last), roles))
  }
  return anchors
}

/** Whether a word can say something: “said” of “has also said”, “push” of “continues to push”; a part of a name, a day and “don’t” never do. */
export function says(items: readonly Item[], at: number): boolean {
  const item = items[at]!
  if (!isWord(item) || (item.capital && item.name) || isAdverb(item)) return false
  if (never.test(item.word) || isClosed(item.word)) return false
  return !(phases.has(item.word) && /^to$|..ing$/u.test(items[at + 1]?.word ?? ''))
}

/** How long, “don’t”, and what stands beside a verb: “pointed ‹out›”, “went so ‹far›”. */
const never =
  /^(?:days?|weeks?|months?|years?|.*n[’']t|out|up|down|off|away|back|forth|far|around|long|almost|less|more)$/u

const isClosed = (word: string): boolean =>
  word !== 'according' &&
  [auxiliaries, conjunctions, determiners, prepositions, relatives, subjectPronouns, timeNouns].some((closed) =>
    closed.has(word),
  )

/** The runs of a sentence that look like a source. */
function speakersIn(roles: Roles, first: number, last: number): Speaker[] {
  const speakers: Speaker[] = []
  for (let i = first; i < last; i++) {
    let to = i
    let share = 0
    for (
      let own = roleShare(roles, i, source);
      own >= leastSource;
      own = to < last ? roleShare(roles, to, source) : 0
    ) {
      share = Math.max(share, own)
      to++
    }
    if (to === i) continue
    speakers.push({ from: i, to, share })
    i = to
  }
  return speakers
}

/** To each anchor the source that stands nearest, other cues between counted as distance; failing that the subject that grammar finds. */
function withSpeakers(
  anchors: readonly Omit<Anchor, 'speaker'>[],
  speakers: readonly Speaker[],
  roles: Roles,
): Anchor[] {
  let near = 0
  return anchors.map((anchor, a) => {
    const { from, to, first, last, clause } = anchor
    while (near < speakers.length && speakers[near]!.to <= first) near++
    let best: Speaker | null = null
    let top = 0
    for (let s = near; s < speakers.length && speakers[s]!.from < last; s++) {
      const speaker = speakers[s]!
      const after = speaker.from >= to
      const far = after ? speaker.from - to : from - speaker.to
      const score =
        speaker.share -
        0.01 * Math.max(0, far) -
        0.25 * cuesBetween(anchors, a, speaker) -
        (after && far > 1 ? 0.15 : 0)
      if (score > top) [best, top] = [speaker, score]
    }
    if (!best && clause) {
      const { from: start, to: end } = clause.speaker
      best = { from: start, to: end, share: roleShare(roles, start, source) }
    }
    return { ...anchor, speaker: best }
  })
}

/** Anchors between one and a source; four are as good as any more. */
function cuesBetween(anchors: readonly Run[], a: number, { from, to }: Run): number {
  const step = from >= anchors[a]!.to ? 1 : -1
  let count = 0
  for (let other = anchors[a + step]; other && count < 4; other = anchors[a + step * (count + 1)]) {
    if (step > 0 ? other.to > from : other.from < to) break
    count++
  }
  return count
}
