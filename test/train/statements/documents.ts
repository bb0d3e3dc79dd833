import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bodyKinds } from '#/schemas/block.ts'
import { readParagraph, type SpeechParagraph } from '#/src/extract/paragraph/paragraph.ts'
import { readModel } from '#/src/extract/tagger/model.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { loadText } from '#/src/load/text/text.ts'
import type { Table } from '#/src/models/tables.ts'
import { overlaps } from '#/src/text/spans.ts'
import type { Article } from './polnear.ts'

/** An article as the product reads it. */
export type Document = { article: Article; paragraphs: SpeechParagraph[] }

export function readDocument(article: Article): Document {
  const bytes = Buffer.from(article.text)
  const [draft] = loadText({ path: `${article.id}.txt`, bytes })
  const { text, blocks } = draft!
  if (text !== article.text) throw new Error(`${article.id} is loaded as another text`)
  const lexicon = openLexicon()
  const read = ['title', ...bodyKinds]
  const body = blocks.filter(({ kind }) => read.includes(kind)).map(({ span }) => span)
  const names = lexicon.findNames(text, body)
  const paragraphs = body.map((span) =>
    readParagraph(
      text,
      span,
      lexicon.cues,
      names.filter((name) => overlaps(name.span, span)),
    ),
  )
  return { article, paragraphs }
}

/** The clusters of words that the tagger knows. */
export const clusters = (): Table =>
  readModel(gunzipSync(readFileSync(new URL('../../../data/models/tagger.bin.gz', import.meta.url)))).knowledge.clusters
