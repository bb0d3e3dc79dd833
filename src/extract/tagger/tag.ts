import type { EntityType } from '#/schemas/entity.ts'
import { bestLabels } from '#/src/models/best-labels.ts'
import { marginals } from '#/src/models/marginals.ts'
import { type Rows, scoreRows } from '#/src/models/word-scores.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Token } from '#/src/text/tokens.ts'
import { columnsOf } from './columns.ts'
import { contextFeatures, type Sheet, sheetOf, wordFeatures, wordOffsets } from './features.ts'
import { begin, end, labelCount, nameChain, nameTypes, partOf, single, typeOf } from './labels.ts'
import type { TaggerModel } from './model.ts'
import { stretchesOf } from './stretches.ts'
import { entityTypeOf } from './types.ts'
import { addVotes, repeatedIn } from './votes.ts'

/** A name in the text. */
export type TaggedName = { readonly span: Span; readonly type: EntityType }

/**
 * The names of a document, in order, never overlapping. All sentences at once: a surname that stands alone is
 * recognised by the full name somewhere else.
 */
export function tagNames(text: string, sentences: readonly (readonly Token[])[], model: TaggerModel): TaggedName[] {
  const sheet = sheetOf(columnsOf(text, sentences), model.knowledge)
  const stretches = stretchesOf(sheet)
  const repeated = repeatedIn(sheet)
  const votes = new Uint8Array(sheet.rows)
  for (const places of repeated) for (const row of places) votes[row] = 1
  const { transitions } = model.weights
  const scores = new Float32Array(sheet.rows * labelCount)
  const sure = new Float32Array(sheet.rows * labelCount)
  const rows = rowsOf(sheet)
  for (const { first, last } of stretches) {
    scoreRows(model.weights, model.words, rows, [first, last], scores, first * labelCount)
    if (!votes.subarray(first, last).includes(1)) continue
    const own = scores.subarray(first * labelCount, last * labelCount)
    sure.set(marginals(nameChain, own, last - first, transitions), first * labelCount)
  }
  addVotes(sheet, repeated, sure, scores)
  const names: TaggedName[] = []
  for (const { sentence, first, last } of stretches) {
    const from = first - sheet.firsts[sentence]!
    const tokens = sentences[sentence]!.slice(from, from + last - first)
    collectNames(text, tokens, scores.subarray(first * labelCount, last * labelCount), model, names)
  }
  return names
}

/** A sheet as the chain reads it. */
export const rowsOf = (sheet: Sheet): Rows => ({
  word: sheet.word,
  kind: sheet.kind,
  offsets: wordOffsets,
  ofWord: (row, offset, out) => wordFeatures(sheet, row, offset, out),
  around: (row, out) => contextFeatures(sheet, row, out),
})

function collectNames(
  text: string,
  tokens: readonly Token[],
  scores: Float32Array,
  { weights: { transitions } }: TaggerModel,
  names: TaggedName[],
): void {
  const labels = bestLabels(nameChain, scores, tokens.length, transitions)
  let open = 0
  labels.forEach((label, i) => {
    const part = partOf(label)
    if (part === begin || part === single) open = i
    if (part !== end && part !== single) return
    const span = { start: tokens[open]!.start, end: tokens[i]!.end }
    const type = entityTypeOf(nameTypes[typeOf(label)]!, text, span)
    if (type) names.push({ span, type })
  })
}
