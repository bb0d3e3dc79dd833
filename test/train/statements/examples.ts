import { gap, roleColumns, type WordKnowledge } from '#/src/extract/roles/columns.ts'
import { mayHoldSpeech, rowsOf } from '#/src/extract/roles/read.ts'
import { addFeaturesOf } from '../chain/features.ts'
import type { Example } from '../chain/learn.ts'
import type { Document } from './documents.ts'
import { goldLabels } from './gold.ts'

/** The paragraphs of a document that may hold speech, as sequences to learn from. */
export function exampleOf({ article, paragraphs }: Document, known: WordKnowledge): Example {
  const features: number[] = []
  const offsets = [0]
  const allowed: number[] = []
  const lengths: number[] = []
  for (const paragraph of paragraphs) {
    const columns = roleColumns(article.text, paragraph, known)
    if (!mayHoldSpeech(columns, paragraph)) continue
    const rows = rowsOf(columns)
    lengths.push(paragraph.items.length)
    for (const label of goldLabels(paragraph, article.gold)) allowed.push(1 << label)
    for (let i = 0; i < paragraph.items.length; i++) {
      addFeaturesOf(rows, i + gap, features)
      offsets.push(features.length)
    }
  }
  return {
    features: Int32Array.from(features),
    offsets: Int32Array.from(offsets),
    allowed: Int32Array.from(allowed),
    lengths: Int32Array.from(lengths),
  }
}
