import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tokensBySentence } from '#/src/text/sentences.ts'
import type { Span } from '#/src/text/spans.ts'
import type { Token } from '#/src/text/tokens.ts'

/** A name as the corpora give it. */
export type Gold = { s: number; e: number; t: string }
export type Doc = { id: string; corpus: Corpus; text: string; ents: Gold[] }
export type Corpus = 'ww-train' | 'ww-dev' | 'gmb' | 'wikigold' | 'wnut17-train' | 'gum-news'

const folder = process.env.VERBATIM_CORPORA ?? new URL('../../../../shared/corpora', import.meta.url).pathname

export const corpusFile = (name: string): Buffer => readFileSync(`${folder}/entities/${name}.gz`)

export function corpus(name: Corpus): Doc[] {
  const lines = gunzipSync(corpusFile(`${name}.jsonl`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const { id, text, ents } = JSON.parse(line) as Doc
    return { id, corpus: name, text, ents }
  })
}

/** Which cluster a word is in: 96 coarse ones of 32 fine ones each. */
export function clusters(): [word: string, cluster: number][] {
  const words = JSON.parse(gunzipSync(corpusFile('glove-clusters.json')).toString('utf8')) as Record<
    string,
    [number, number]
  >
  return Object.entries(words).map(([word, [, fine]]) => [word, fine])
}

/** The lines of a text, as blocks. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) lines.push({ start: index, end: index + line.length })
  return lines
}

/** The tokens of a text, sentence by sentence; no sentence runs over a line. */
export const sentenceTokens = (text: string): Token[][] => linesOf(text).flatMap((line) => tokensBySentence(text, line))
