import type { EntityType } from '#/schemas/entity.ts'
import { bestLabels, marginals } from '#/src/models/chain.ts'
import { addScores } from '#/src/models/weights.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Token } from '#/src/text/tokens.ts'
import { columnsOf } from './columns.ts'
import { featuresAt, mostFeatures, sheetOf } from './features.ts'
import { begin, end, labelCount, nameChain, nameTypes, partOf, single, typeOf } from './labels.ts'
import type { TaggerModel } from './model.ts'
import { entityTypeOf } from './types.ts'

/** A name in the text, and how sure the tagger is of its bounds and type. */
export type TaggedName = { readonly span: Span; readonly type: EntityType; readonly probability: number }

/**
 * The names of a document, in order, never overlapping. All sentences at once: a surname that stands alone is
 * recognised by the full name somewhere else.
 */
export function tagNames(text: string, sentences: readonly (readonly Token[])[], model: TaggerModel): TaggedName[] {
  const sheet = sheetOf(columnsOf(text, sentences), model.knowledge)
  const names: TaggedName[] = []
  const out = new Int32Array(mostFeatures)
  sentences.forEach((sentence, s) => {
    if (sentence.length === 0) return
    const scores = new Float32Array(sentence.length * labelCount)
    for (let i = 0; i < sentence.length; i++) {
      const count = featuresAt(sheet, sheet.firsts[s]! + i, out)
      addScores(model.weights, out, count, scores, i * labelCount, labelCount)
    }
    collectNames(text, sentence, scores, model, names)
  })
  return names
}

function collectNames(
  text: string,
  sentence: readonly Token[],
  scores: Float32Array,
  { weights: { transitions } }: TaggerModel,
  names: TaggedName[],
): void {
  const labels = bestLabels(nameChain, scores, sentence.length, transitions)
  if (labels.every((label) => label === 0)) return
  const sure = marginals(nameChain, scores, sentence.length, transitions)
  let open = 0
  let probability = 1
  labels.forEach((label, i) => {
    const part = partOf(label)
    if (part === 0) return
    if (part === begin || part === single) {
      open = i
      probability = 1
    }
    probability = Math.min(probability, sure[i * labelCount + label]!)
    if (part !== end && part !== single) return
    const span = { start: sentence[open]!.start, end: sentence[i]!.end }
    const type = entityTypeOf(nameTypes[typeOf(label)]!, text, span)
    if (type) names.push({ span, type, probability })
  })
}
