import { languageOf } from '#/src/text/language.ts'
import { slice } from '#/src/text/spans.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { bylineOf } from './byline.ts'
import { datesOf } from './dates.ts'
import { found, missing } from './found.ts'
import { type Parts, partsOf } from './parts.ts'
import { rightsOf } from './rights.ts'
import { sourceUrlOf } from './source-url.ts'

type Facts = Omit<Draft, 'source' | 'text' | 'blocks'>

/** What a text says about itself, each with its place or the reason why it is not known. */
export function factsOf(text: string, blocks: readonly DraftBlock[]): Facts {
  const parts = partsOf(text, blocks)
  return {
    title: titleOf(parts),
    standfirst: standfirstOf(parts),
    section: missing('not-in-source'),
    keywords: missing('not-in-source'),
    image: missing('not-in-source'),
    access: missing('not-in-source'),
    language: languageIn(parts),
    byline: bylineOf(parts),
    ...datesOf(parts),
    ...rightsOf(parts),
    sourceUrl: sourceUrlOf(parts),
  }
}

/** A headline that was broken over two lines is one line again. */
function titleOf({ text, head, foot }: Parts): Facts['title'] {
  const title = [...head, ...foot].find(({ kind }) => kind === 'title')
  return title
    ? found(slice(text, title.span).replace(/\s+/gu, ' ').slice(0, 1000), title.span)
    : missing('not-in-source')
}

function standfirstOf({ text, head }: Parts): Facts['standfirst'] {
  const block = head.find(({ kind }) => kind === 'standfirst')
  return block
    ? found(slice(text, block.span).replace(/\s+/gu, ' ').slice(0, 2000), block.span)
    : missing('not-in-source')
}

function languageIn({ text, body, head }: Parts): Facts['language'] {
  const words = (body.length ? body : head)
    .slice(0, 40)
    .map(({ span }) => text.slice(span.start, Math.min(span.end, span.start + 4000)))
  const language = languageOf(words.join('\n'))
  return language === null ? missing('low-confidence') : { value: language, at: null, from: 'inferred' }
}
