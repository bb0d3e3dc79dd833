import { bodyOf } from '#/src/load/page/body.ts'
import type { Sign } from '#/src/load/text/article.ts'
import { conventionsOnPage, signsOf } from '#/src/load/text/classify.ts'
import { type Line, linesOf } from '#/src/load/text/lines.ts'
import { unwrap } from '#/src/load/text/unwrap.ts'
import { labelsOf } from './align.ts'
import { chunkLabel, type Gold, pagesOf, squeezed, weightsOf } from './pages.ts'

/** A page of a corpus as it is copied: its lines, which of them are the body, and how much each counts. */
export type Copied = {
  gold: Gold
  lines: readonly Line[]
  signs: readonly Sign[]
  labels: ArrayLike<number>
  weights: Float32Array
  fold: number
}

const { visibleText } = (await import(new URL('../../../../shared/eval/text/visible.mjs', import.meta.url).href)) as {
  visibleText: (html: string) => string
}

/** The most lines and characters that are laid beside a body: what is larger is left out. */
const most = 60_000

/**
 * The pages of a corpus as their visible text. Where gold is pieces of a body, the model of pages says what the body is,
 * and the pieces correct it.
 */
export function* copiedOf(corpus: 'scrapinghub' | 'trafilatura'): Generator<Copied> {
  for (const { gold, html, view, fold } of pagesOf(corpus)) {
    const text = visibleText(html)
    const lines = unwrap(text, linesOf(text))
    const texts = lines.map((line) => line.text)
    if (lines.length === 0 || ('with' in gold && text.length > most)) continue
    const labels = labelsOf(texts, 'body' in gold ? gold.body : bodyIn(view))
    if ('with' in gold)
      for (const [i, line] of texts.entries()) {
        const said = chunkLabel(squeezed(line), gold)
        if (said >= 0) labels[i] = said
      }
    yield {
      gold,
      lines,
      signs: signsOf(lines, conventionsOnPage(lines)),
      labels,
      weights: weightsOf(texts, labels, true),
      fold,
    }
  }
}

function bodyIn(view: Parameters<typeof bodyOf>[0]): string {
  const { kept } = bodyOf(view)
  return view.segments.flatMap(({ text }, i) => (kept[i] ? [text] : [])).join('\n')
}
