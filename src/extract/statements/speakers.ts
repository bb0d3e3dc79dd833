import { logOdds, probability, type Trees } from '#/src/models/trees.ts'
import { isQuotedAs } from '../paragraph/clauses.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { isAdverb } from '../paragraph/phrases.ts'
import { type Item, isWord } from '../paragraph/skeleton.ts'
import { determiners, relatives, subjectPronouns } from '../paragraph/words.ts'
import { gap } from '../roles/columns.ts'
import { type Roles, roleShare } from '../roles/read.ts'
import { beginOf, content, cue, roleLabels, source } from '../roles/roles.ts'
import type { Anchor, Run, Speaker } from './anchors.ts'
import { isSomebody } from './mentions.ts'
import { isAsked } from './no-content.ts'
import type { Statement } from './statements.ts'

export const speakerTraits = 32

/** Words that are the source this likely are one, first those that quite surely are; below that nobody looks. */
const leastShares = [0.25, 0.06]

/** Everybody who may say a statement: runs of words in its sentence that may be a source, and the subject that grammar finds. */
export function speakersOf(
  paragraph: SpeechParagraph,
  roles: Roles,
  { anchor, pieces }: Pick<Statement, 'anchor' | 'pieces'>,
): Speaker[] {
  const { items } = paragraph
  const passive = isPassive(items, anchor)
  const speakers: Speaker[] = []
  const add = (from: number, to: number): void => {
    const meets = (run: Run): boolean => from < run.to && run.from < to
    if (!isWord(items[from]!) || pieces.some(meets) || speakers.some(meets)) return
    if (!isSomebody(paragraph, { from, to }) || (passive && to <= anchor.from)) return
    // “The mayor, who has led the town for years, told …”: the clause that a comma closes has no voice of its own.
    if (relatives.has(items[from]!.word) && to <= anchor.from && items[anchor.from - 1]!.word === ',') return
    // “According to the paper, Lind said …”: the paper only passes it on.
    if (items[anchor.at]!.word !== 'according' && items[from - 2]?.word === 'according') return
    // “In their letter, seen by the Post, four senators said …”: who saw it did not write it.
    if (isReader(items, from)) return
    let share = 0
    for (let i = from; i < to; i++) share = Math.max(share, shareAt(roles, i))
    speakers.push({ from, to, share })
  }
  for (const least of leastShares) {
    const isSource = (i: number): boolean => items[i]!.quote < 0 && shareAt(roles, i) >= least
    for (let i = anchor.first; i < anchor.last; i++) {
      if (!isSource(i)) continue
      let to = i + 1
      while (to < anchor.last && isSource(to)) to++
      add(i, to)
      i = to
    }
  }
  const subject = anchor.clause?.speaker
  if (subject) add(subject.from, subject.to)
  if (speakers.length <= mostSpeakers) return speakers
  const away = ({ from, to }: Run): number => (from >= anchor.to ? from - anchor.to : anchor.from - to)
  return speakers.sort((a, b) => away(a) - away(b)).slice(0, mostSpeakers)
}

/** “seen by ‹the Post›”, “obtained by ‹Reuters›” */
function isReader(items: readonly Item[], from: number): boolean {
  const by = determiners.has(items[from - 1]?.word ?? '') ? from - 2 : from - 1
  return (
    items[by]?.word === 'by' && /^(?:seen|obtained|reviewed|viewed|read|heard|leaked)$/u.test(items[by - 1]?.word ?? '')
  )
}

/** No sentence in print has as many, and each is compared with all others. */
const mostSpeakers = 24

/** “Lind ‹was asked› whether …”, “‹asked› about it, she …”, “she ‹has been accused› of …”: the subject hears it, or it is said of them. */
function isPassive(items: readonly Item[], { at, first }: Anchor): boolean {
  if (!/(?:ed|told)$/u.test(items[at]!.word)) return false
  let before = at - 1
  while (before > first && isAdverb(items[before]!)) before--
  if (before < first) return items[at]!.word === 'asked'
  return /^(?:is|are|was|were|be|been|being|’re|'re|’m|'m|when|if|once)$/u.test(items[before]!.word)
}

const shareAt = (roles: Roles, i: number): number => roleShare(roles, i, source)

/** Writes what the ranker looks at: how the chain reads the words, and where they stand to the cue and the statement. */
export function writeSpeaker(
  { items }: SpeechParagraph,
  roles: Roles,
  { anchor, pieces }: Pick<Statement, 'anchor' | 'pieces'>,
  speakers: readonly Speaker[],
  { from, to, share }: Speaker,
  out: Float32Array,
  base: number,
): void {
  const { columns } = roles
  const { clause } = anchor
  const piece = pieces[0]!
  let n = base
  const put = (value: number): void => {
    out[n++] = value
  }
  const after = from >= anchor.to
  const [left, right] = after ? [anchor.to, from] : [to, anchor.from]
  let sum = 0
  for (let i = from; i < to; i++) sum += shareAt(roles, i)
  put(share)
  put(sum / (to - from))
  put(roles.sure[from * roleLabels + beginOf(source)]!)
  put(to - from)
  put(after ? from - anchor.to : to - anchor.from - 1)
  put(from >= piece.to ? from - piece.to : to - piece.from - 1)
  put(piece.from >= anchor.to ? 1 : 0)
  put(Math.max(0, columns.commas[right + gap]! - columns.commas[left + gap]!))
  put(countBetween(left, right, (i) => roleShare(roles, i, cue) > 0.3))
  put(countBetween(left, right, (i) => items[i]!.quote >= 0))
  put(roleShare(roles, from, content))
  put(roleShare(roles, to - 1, content))
  put(roleShare(roles, anchor.at, cue))
  put(columns.cue[anchor.at + gap]!)
  put(columns.coarse[anchor.at + gap]!)
  put(columns.name[from + gap]!)
  put(columns.name[to - 1 + gap]!)
  put(columns.form[from + gap]!)
  put(columns.form[to - 1 + gap]!)
  put(columns.coarse[to - 1 + gap]!)
  put(kindOf(items[from]!.word))
  put(kindOf(items[from - 1]?.word ?? ','))
  put(kindOf(items[to]?.word ?? '.'))
  put(clause && clause.speaker.from < to && from < clause.speaker.to ? 1 : 0)
  put(clause ? ['subject-first', 'verb-first', 'shared'].indexOf(clause.order) : -1)
  put(
    clause?.addressee &&
      clause.addressee.start < items[to - 1]!.span.end &&
      items[from]!.span.start < clause.addressee.end
      ? 1
      : 0,
  )
  put(speakers.length)
  put(speakers.reduce((most, other) => (other.from === from ? most : Math.max(most, other.share)), 0))
  put(speakers.filter((other) => other.from > to - 1 && other.to <= anchor.from).length)
  put(kindOf(items[anchor.at - 1]?.word ?? ''))
  put(kindOf(items[anchor.to]?.word ?? ''))
}

function countBetween(from: number, to: number, is: (i: number) => boolean): number {
  let count = 0
  for (let i = from; i < to && count < 5; i++) if (is(i)) count++
  return count
}

function kindOf(word: string): number {
  if (word === 'by') return 1
  if (word === 'to') return 2
  if (word === 'of') return 3
  if (word === ',') return 4
  if (word === 'that') return 5
  if (relatives.has(word)) return 6
  if (subjectPronouns.has(word)) return 7
  if (determiners.has(word)) return 8
  if (word === '’s' || word === "'s" || word === '’' || word === "'") return 9
  if (/^(?:and|but|or)$/u.test(word)) return 10
  if (/^(?:is|are|was|were|be|been|being)$/u.test(word)) return 11
  return /^\p{L}/u.test(word) ? 12 : 13
}

const asSaying: ReadonlySet<string> = new Set(['saying', 'quoted', 'cited'])

/** “The paper cited ‹Lind› as saying that …”: no vote is needed. */
const plainly = 0.95

/** Everybody who may say a statement with the probability of each, the likeliest first. */
export function speakersFor(
  paragraph: SpeechParagraph,
  roles: Roles,
  statement: Pick<Statement, 'anchor' | 'pieces'>,
  ranker: Trees,
): { speaker: Speaker; confidence: number }[] {
  const { at, sentence } = statement.anchor
  if (isAsked(paragraph.items, at)) return []
  const quotedAs = asSaying.has(paragraph.items[at]!.word)
    ? sentence.clauses.find((clause) => clause.at >= at && isQuotedAs(paragraph.items, clause))
    : undefined
  if (quotedAs) return [{ speaker: { ...quotedAs.speaker, share: 1 }, confidence: plainly }]
  const speakers = speakersOf(paragraph, roles, statement)
  const row = new Float32Array(speakerTraits)
  const votes = speakers.map((speaker) => {
    writeSpeaker(paragraph, roles, statement, speakers, speaker, row, 0)
    return { speaker, confidence: Math.round(1000 * probability(logOdds(ranker, row))) / 1000 }
  })
  return votes.sort((a, b) => b.confidence - a.confidence)
}
