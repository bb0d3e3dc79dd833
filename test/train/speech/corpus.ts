import type { Draft } from '#/src/load/draft.ts'
import { loadText } from '#/src/load/text/text.ts'
import { foldOf } from '../statements/polnear.ts'

/** Spans as the corpus has them: `[start, end)` in UTF-16. */
export type Spans = [start: number, end: number][]
export type GoldAttribution = { source: Spans; cue: Spans; content: Spans }

/** An article of PolNeAR train, with every attribution that a reader marked in it. */
export type SpeechArticle = {
  id: string
  text: string
  gold: GoldAttribution[]
  ignore: Spans
  /** As the product reads it. */
  draft: Draft
  /** The part that it is held out with, 0 to 4; null for the articles of *check*, which nothing is learned from. */
  fold: number | null
}

/** The scorer’s own modules: what a region, a piece and a right speaker is, is read from them and not written again. */
export const scorer = (name: string) => import(new URL(`../../../../shared/eval/${name}.mjs`, import.meta.url).href)

export async function speechArticles(): Promise<SpeechArticle[]> {
  const { polnearTrain } = (await scorer('lib/corpora')) as {
    polnearTrain: () => Promise<Omit<SpeechArticle, 'fold'>[]>
  }
  const { checkSet } = (await scorer('quotes/check')) as { checkSet: (articles: unknown[]) => Set<string> }
  const all = await polnearTrain()
  const check = checkSet(all)
  return all.map(({ id, text, gold, ignore }) => {
    const [draft] = loadText({ path: `${id}.txt`, bytes: Buffer.from(text) })
    return { id, text, gold, ignore, draft: draft!, fold: check.has(id) ? null : foldOf(id) }
  })
}
