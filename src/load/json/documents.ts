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
import { isObject, type Json, mostValues } from './objects.ts'

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
  for (const document of documents)
    if (document instanceof LoadError) found.push(document)
    else for (const each of articlesIn(document, saved.path, source)) found.push(each)
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

/** The documents of a file: those of an array or of a list in an object one by one, and of JSON lines. */
function parsed(text: string, file: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : (listIn(value) ?? [value])
  } catch (error) {
    const fault = (why: unknown, where = ''): LoadError =>
      new LoadError('JSON_SYNTAX', `${where}${why instanceof Error ? why.message : why}.`, file)
    const lines = text.split('\n').filter((line) => line.trim())
    if (lines.length < 2 || !lines.every((line) => line.trim().startsWith('{'))) throw fault(error)
    return lines.map((line, at) => {
      try {
        return JSON.parse(line)
      } catch (wrong) {
        return fault(wrong, `Document ${at + 1}: `)
      }
    })
  }
}

/** Services answer with a list of items in an object that says nothing else of news. */
function listIn(value: unknown): unknown[] | null {
  if (!isObject(value) || isDocument(value)) return null
  const list = value._items ?? value.items
  return Array.isArray(list) && list.some((each) => isObject(each) && isDocument(each)) ? list : null
}

const isDocument = (value: Json): boolean =>
  Object.hasOwn(value, '@type') ||
  Object.hasOwn(value, '@graph') ||
  String(value.version).includes('jsonfeed.org') ||
  looksLikeNinjs(value)

/** Nested no deeper than an article can be, and every string well-formed; walked without recursion. */
function assertSound(documents: readonly unknown[], file: string): void {
  let level: unknown[] = documents.filter((each) => !(each instanceof LoadError))
  let count = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) throw new LoadError('TOO_DEEP', `It is nested more than ${limits.depth} deep.`, file)
    count += level.length
    if (count > mostValues) throw new LoadError('TOO_LARGE', `It has more than ${mostValues} values.`, file)
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed())
        throw new LoadError('ILL_FORMED', 'A string of it holds half of a surrogate pair.', file)
      if (typeof value === 'string' && value.includes('\0'))
        throw new LoadError('CONTROL_CHARS', 'A string of it holds NUL characters, as no text does.', file)
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
}
