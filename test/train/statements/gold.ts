import type { SpeechParagraph } from '#/src/extract/paragraph/paragraph.ts'
import { beginOf, insideOf, outside, roles } from '#/src/extract/roles/roles.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Attribution } from './polnear.ts'

/** The label of every item of a paragraph: what readers marked, in the terms of the chain. */
export function goldLabels({ items, span }: SpeechParagraph, gold: readonly Attribution[]): Uint8Array {
  const labels = new Uint8Array(items.length).fill(outside)
  for (const attribution of gold) {
    roles.forEach((name, role) => {
      for (const piece of attribution[name]) {
        if (piece.end <= span.start || piece.start >= span.end) continue
        let inside = false
        for (let i = 0; i < items.length; i++) {
          if (!covers(piece, items[i]!.span)) inside = false
          else if (labels[i] === outside) {
            labels[i] = inside ? insideOf(role) : beginOf(role)
            inside = true
          }
        }
      }
    })
  }
  return labels
}

/** More than half of it. */
const covers = (piece: Span, item: Span): boolean =>
  2 * (Math.min(piece.end, item.end) - Math.max(piece.start, item.start)) > item.end - item.start
