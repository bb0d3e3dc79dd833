import type { Region } from '#/src/extract/paragraph/regions.ts'
import type { Span } from '#/src/text/spans.ts'
import { type Spans, type SpeechArticle, scorer } from './corpus.ts'

export type Token = { s: number; e: number; w: string }
export type Attribution = {
  cue: number[]
  /** Whether its cue is a verb of speech. */
  speech: boolean
  head: { core: number[]; first: number[] } | null
  source: number[]
  type: string
  pieces: { tokens: number[] }[]
}
type Article = { tokens: Token[]; text: string; ignored: Set<number> }

const { readArticle, goldAttributions } = await scorer('quotes/pieces')
const { headTokens, speakerRight } = await scorer('quotes/speaker')
const { tokensIn } = (await scorer('quotes/tokens')) as { tokensIn: (tokens: Token[], spans: Spans) => number[] }

/** What readers marked in an article, asked with our spans and answered by the scorer’s rules. */
export type GoldReading = {
  tokens: readonly Token[]
  /** The attribution that covers half of the words of a region; null where nobody says it, undefined where readers gave no verdict. */
  of: (region: Region) => Attribution | null | undefined
  /** Whether a phrase is the source of an attribution, as far as its head says. */
  isSource: (attribution: Attribution, mention: Span) => boolean
  /** Whether the words of a region are most of a piece of an attribution: `“crazy”` in `called it “crazy”`, not in `said the “crazy” plan failed`. */
  isWhole: (attribution: Attribution, region: Region) => boolean
  /** Whether a word stands in the same piece of the attribution as the region. */
  inStatement: (attribution: Attribution, region: Region) => (word: Span) => boolean
  wordCount: (span: Span) => number
}

export function readGold(raw: SpeechArticle): GoldReading {
  const article = readArticle(raw) as Article
  const attributions = goldAttributions(article) as Attribution[]
  const { tokens, text } = article
  const inside = ({ start, end }: Span): number[] => tokensIn(tokens, [[start, end]])
  return {
    tokens,
    of: ({ inner }) => {
      const words = new Set(inside(inner))
      let best: Attribution | null = null
      let most = 0
      for (const attribution of attributions) {
        let covered = 0
        for (const piece of attribution.pieces) for (const token of piece.tokens) if (words.has(token)) covered++
        if (covered > most) [best, most] = [attribution, covered]
      }
      if (most >= 0.5 * words.size && best) return best
      return [...words].filter((token) => article.ignored.has(token)).length >= 0.5 * words.size ? undefined : null
    },
    isSource: (attribution, { start, end }) => {
      const source = tokensIn(tokens, [[start, end]])
      const head = source.length ? headTokens(text, tokens, [[start, end]]) : null
      return (
        attribution.head !== null &&
        (speakerRight(article, attribution, { head, source, name: null }).mention as boolean)
      )
    },
    isWhole: ({ pieces }, { inner: span }) => {
      const words = new Set(inside(span))
      return pieces.some((piece) => 2 * piece.tokens.filter((token) => words.has(token)).length >= piece.tokens.length)
    },
    inStatement: ({ pieces }, { inner: span }) => {
      const words = new Set(inside(span))
      const own = new Set(
        pieces.filter((piece) => piece.tokens.some((token) => words.has(token))).flatMap(({ tokens }) => tokens),
      )
      return (word) => inside(word).some((token) => own.has(token))
    },
    wordCount: (span) => inside(span).length,
  }
}
