import type { SpeechParagraph } from '#/src/extract/paragraph/paragraph.ts'
import type { RoleModel } from '#/src/extract/roles/model.ts'
import { readRoles } from '#/src/extract/roles/read.ts'
import { type Anchor, anchorsOf, type Run } from '#/src/extract/statements/anchors.ts'
import { type Candidate, candidatesOf } from '#/src/extract/statements/candidates.ts'
import { speakersOf, speakerTraits, writeSpeaker } from '#/src/extract/statements/speakers.ts'
import { findStatements } from '#/src/extract/statements/statements.ts'
import { sumsOf, traitCount, writeTraits } from '#/src/extract/statements/traits.ts'
import type { Trees } from '#/src/models/trees.ts'
import type { Span } from '#/src/text/spans.ts'
import { wordSpans } from '#/src/text/words.ts'
import type { Document } from './documents.ts'
import type { Attribution } from './polnear.ts'

export type Rows = { traits: Float32Array; labels: Float32Array }

/** Every candidate of a document with its traits, and whether it is a statement that readers marked. */
export function rowsOf({ article, paragraphs }: Document, model: RoleModel): Rows {
  const traits: number[] = []
  const labels: number[] = []
  const row = new Float32Array(traitCount)
  for (const paragraph of paragraphs) {
    const roles = readRoles(article.text, paragraph, model)
    if (!roles) continue
    const sums = sumsOf(paragraph, roles)
    const gold = piecesOf(article.text, paragraph, article.gold)
    for (const candidate of candidatesOf(paragraph, roles, anchorsOf(paragraph, roles))) {
      writeTraits(paragraph, roles, sums, candidate, row, 0)
      traits.push(...row)
      labels.push(isRight(paragraph, candidate, gold) ? 1 : 0)
    }
  }
  return { traits: Float32Array.from(traits), labels: Float32Array.from(labels) }
}

type Piece = { words: Span[]; of: Attribution }

/** What readers marked in a paragraph, piece by piece. */
function piecesOf(text: string, { span }: SpeechParagraph, gold: readonly Attribution[]): Piece[] {
  return gold.flatMap((of) => {
    const pieces: Piece[] = []
    let end = -1
    for (const part of of.content) {
      if (part.end <= span.start || part.start >= span.end) continue
      const inside = { start: Math.max(part.start, span.start), end: Math.min(part.end, span.end) }
      const words = [...wordSpans(text, inside)]
      if (words.length === 0) continue
      if (end >= 0 && inside.start >= end && !/[\p{L}\p{N}\n]/u.test(text.slice(end, inside.start)))
        pieces.at(-1)!.words.push(...words)
      else pieces.push({ words, of })
      end = inside.end
    }
    return pieces
  })
}

/** Half of the words are shared, and the cue or the source is that of the readers. */
function isRight({ items }: SpeechParagraph, { from, to, anchor }: Candidate, gold: readonly Piece[]): boolean {
  const start = items[from]!.span.start
  const end = items[to - 1]!.span.end
  return gold.some(({ words, of }) => {
    const shared = words.filter((word) => word.start >= start && word.end <= end).length
    if (shared === 0) return false
    const own = wordsBetween(items, from, to)
    return 4 * shared >= words.length + own && sameAnchor(items, anchor, of)
  })
}

const counted = new WeakMap<object, number>()
function wordsBetween(items: SpeechParagraph['items'], from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const item = items[i]!
    let words = counted.get(item)
    if (words === undefined) {
      words =
        item.quote >= 0 ? Math.round((item.span.end - item.span.start) / 5.7) : /[\p{L}\p{N}]/u.test(item.word) ? 1 : 0
      counted.set(item, words)
    }
    sum += words
  }
  return sum
}

const sameAnchor = (items: SpeechParagraph['items'], anchor: Anchor, { cue, source }: Attribution): boolean =>
  meets(items, anchor, cue) || (anchor.speaker ? meets(items, anchor.speaker, source) : source.length === 0)

const meets = (items: SpeechParagraph['items'], { from, to }: Run, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start < items[to - 1]!.span.end && items[from]!.span.start < end)

/** Everybody who may say the statements that are found and that readers marked, too, and whether readers say so. */
export function speakerRows({ article, paragraphs }: Document, model: RoleModel, detector: Trees): Rows {
  const traits: number[] = []
  const labels: number[] = []
  const row = new Float32Array(speakerTraits)
  for (const paragraph of paragraphs) {
    const roles = readRoles(article.text, paragraph, model)
    if (!roles) continue
    const gold = piecesOf(article.text, paragraph, article.gold)
    for (const statement of findStatements(paragraph, roles, detector, [])) {
      const of = marked(paragraph, statement.pieces, gold)
      if (!of) continue
      const speakers = speakersOf(paragraph, roles, statement)
      for (const speaker of speakers) {
        writeSpeaker(paragraph, roles, statement, speakers, speaker, row, 0)
        traits.push(...row)
        labels.push(meets(paragraph.items, speaker, of.source) ? 1 : 0)
      }
    }
  }
  return { traits: Float32Array.from(traits), labels: Float32Array.from(labels) }
}

/** What readers marked where a statement has its first piece. */
function marked({ items }: SpeechParagraph, pieces: readonly Run[], gold: readonly Piece[]): Attribution | null {
  const { from, to } = pieces[0]!
  const [start, end, own] = [items[from]!.span.start, items[to - 1]!.span.end, wordsBetween(items, from, to)]
  const found = gold.find(({ words }) => {
    const shared = words.filter((word) => word.start >= start && word.end <= end).length
    return shared > 0 && 4 * shared >= words.length + own
  })
  return found?.of ?? null
}
