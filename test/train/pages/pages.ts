import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { decodeMarked } from '#/src/load/declared.ts'
import { withoutNuls } from '#/src/load/page/page.ts'
import { type View, viewOf } from '#/src/load/page/view.ts'
import { labelsOf, wordsOf } from './align.ts'

/** A page of a corpus. Gold is the whole body, or pieces that it must and must not hold. */
export type Gold = { body: string } | { with: string[]; without: string[] }
export type CorpusPage = {
  id: string
  url: string
  gold: Gold
  html: string
  view: View
  labels: ArrayLike<number>
  weights: Float32Array
  fold: number
}

const folds = 5
const share = 5

/** The pages of a corpus, read one by one: they would not fit into memory together with their trees. */
export function* pagesOf(corpus: 'scrapinghub' | 'trafilatura'): Generator<CorpusPage> {
  const file = fileURLToPath(new URL(`../../../../shared/corpora/pages/${corpus}.jsonl.gz`, import.meta.url))
  // Lines end with a line feed and nothing else: U+2028 stands inside of some.
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)) {
    const { id, url, gold, html } = JSON.parse(line) as { id: string; url: string; gold: Gold; html: string }
    const page = withoutNuls(decodeMarked(Buffer.from(html, 'base64'), id).text)
    const view = viewOf(page, id)
    const texts = view.segments.map(({ text }) => text)
    const labels = 'body' in gold ? labelsOf(texts, gold.body) : texts.map((text) => chunkLabel(squeezed(text), gold))
    yield {
      id,
      url,
      gold,
      html: page,
      view,
      labels,
      weights: weightsOf(texts, labels, 'body' in gold),
      fold: hash(domainOf(url)) % folds,
    }
  }
}

export const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Holds a piece of the body: 1. One that is not: 0. Both or none: −1, not known. */
export function chunkLabel(text: string, gold: { with: string[]; without: string[] }): number {
  const holds = (chunks: string[]): boolean => chunks.some((chunk) => text.includes(squeezed(chunk)))
  const [good, bad] = [holds(gold.with), holds(gold.without)]
  return good === bad ? -1 : good ? 1 : 0
}

/**
 * A long segment counts more than a short one, a page as much as another; what pieces tell counts 3 each. Of the
 * segments that nothing is known of, every fifth stands for all.
 */
export function weightsOf(texts: readonly string[], labels: ArrayLike<number>, whole: boolean): Float32Array {
  const raw = texts.map((text) => Math.sqrt(Math.min(400, wordsOf(text).length) + 2))
  const sum = raw.reduce((a, b) => a + b, 0)
  return Float32Array.from(raw, (own, i) => {
    if (whole) return (own / sum) * 100
    if (labels[i]! >= 0) return 3
    return hash(texts[i]!) % share === 0 ? (own / sum) * 10 * share : 0
  })
}

/** The registered name of a site, as near as its last two labels say: all its pages are held out together. */
function domainOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.split('.').slice(-2).join('.') : url
}

function hash(text: string): number {
  let value = 2166136261
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619)
  return value >>> 0
}
