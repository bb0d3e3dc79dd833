import type { Warning } from '#/schemas/record.ts'
import { type Decoded, decode } from '../charset.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { limits } from '../page/tree.ts'
import { type Loaded, type Saved, sourceOf } from '../saved.ts'
import { duplicateKey } from './duplicate-keys.ts'
import { jsonFeedItems } from './json-feed.ts'
import { newsArticles } from './jsonld.ts'
import { looksLikeNinjs, ninjsArticle } from './ninjs.ts'
import { isObject } from './objects.ts'

/** JSON: ninjs, schema.org or JSON Feed, one document, a list of them, or one on each line. */
export function* loadJson(saved: Saved): Generator<Loaded> {
  const { text, charset } = decodedJson(saved)
  const documents = parsed(text, saved.path)
  assertSound(documents, saved.path)
  const twice = duplicateKey(text)
  const warnings: Warning[] =
    twice === null
      ? []
      : [{ code: 'DUPLICATE_KEYS', detail: `It has “${twice.slice(0, 100)}” twice; the last one counts.` }]
  const source = (mediaType: string): Draft['source'] => sourceOf(saved, mediaType, charset, warnings)
  const found: Loaded[] = []
  for (const document of documents) found.push(...articlesIn(document, saved.path, source))
  if (found.length === 0) throw new LoadError('NO_ARTICLE', 'The list is empty.', saved.path)
  yield* found
}

function articlesIn(document: unknown, file: string, source: (mediaType: string) => Draft['source']): Iterable<Loaded> {
  if (!isObject(document))
    return [new LoadError('UNKNOWN_FORMAT', 'It is JSON, and no document of a news format.', file)]
  if (typeof document.version === 'string' && document.version.includes('jsonfeed.org'))
    return jsonFeedItems(document, file, source('application/feed+json'))
  if (Object.hasOwn(document, '@type') || Object.hasOwn(document, '@graph'))
    return newsArticles(document, file, source('application/ld+json'))
  if (looksLikeNinjs(document)) return [ninjsArticle(document, file, source('application/vnd.iptc.ninjs+json'))]
  return [
    new LoadError('UNKNOWN_FORMAT', 'It is JSON of no news format that is known (ninjs, schema.org, JSON Feed).', file),
  ]
}

/** JSON is UTF-8 and cannot declare another charset; a byte order mark is no part of it. */
function decodedJson({ bytes, path }: Saved): Decoded {
  const { text, charset } = decode(bytes, path)
  return { text: text.replace(/^\ufeff/u, ''), charset }
}

/** The documents of a file: those of an array one by one, and of JSON lines. */
function parsed(text: string, file: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim())
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))) {
      try {
        return lines.map((line) => JSON.parse(line))
      } catch {}
    }
    throw new LoadError('JSON_SYNTAX', `${error instanceof Error ? error.message : error}.`, file)
  }
}

/** Nested no deeper than an article can be, and every string well-formed; walked without recursion. */
function assertSound(documents: unknown[], file: string): void {
  let level: unknown[] = documents
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) throw new LoadError('TOO_DEEP', `It is nested more than ${limits.depth} deep.`, file)
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed())
        throw new LoadError('ILL_FORMED', 'A string of it holds half of a surrogate pair.', file)
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
}
