import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Span } from '#/src/text/spans.ts'

/** One attribution that a reader marked; each role in its pieces, in UTF-16. */
export type Attribution = { source: Span[]; cue: Span[]; content: Span[] }
export type Article = { id: string; text: string; gold: Attribution[] }

/** Where the shared corpora lie. */
export const corpora = process.env.VERBATIM_CORPORA ?? new URL('../../../../shared/corpora', import.meta.url).pathname

/** The articles of PolNeAR train without the fixed tenth that is kept to look at, in the order of their names. */
export function tuneArticles(): Article[] {
  const all = polnear()
  const check = checkIds(all)
  return all.filter(({ id }) => !check.has(id))
}

const hashed = (id: string): string => createHash('sha256').update(id).digest('hex')

/** The tenth of the articles with the smallest hashes of their names. */
function checkIds(articles: readonly Article[]): Set<string> {
  const drawn = articles.map(({ id }) => [hashed(id), id] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Set(drawn.slice(0, Math.round(articles.length / 10)).map(([, id]) => id))
}

export const foldCount = 5

/** In which of five parts an article is held out. */
export const foldOf = (id: string): number => Number.parseInt(hashed(id).slice(-6), 16) % foldCount

function polnear(): Article[] {
  const files = new Map(entries(gunzipSync(readFileSync(`${corpora}/quotes/polnear-train.tar.gz`))))
  const articles: Article[] = []
  for (const name of [...files.keys()].sort()) {
    const [, id] = /attributions\/(.*)_[0-9a-f]{4}\.ann$/.exec(name) ?? []
    if (!id || articles.at(-1)?.id === id) continue
    const text = files.get(`train/text/${id}.txt`)!.toString('utf8')
    articles.push({ id, text, gold: attributions(files.get(name)!.toString('utf8'), text) })
  }
  return articles
}

/** The files of a tar archive. */
function* entries(tar: Buffer): Generator<[name: string, bytes: Buffer]> {
  const field = (at: number, length: number): string => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8)
    const prefix = field(at + 345, 155)
    const name = prefix ? `${prefix}/${field(at, 100)}` : field(at, 100)
    yield [name.replace(/^\.\//, ''), tar.subarray(at + 512, at + 512 + size)]
    at += 512 + Math.ceil(size / 512) * 512
  }
}

function attributions(annotations: string, text: string): Attribution[] {
  const at = utf16(text)
  const spans = new Map<string, Span[]>()
  const events: string[][][] = []
  for (const line of annotations.split('\n')) {
    const span = /^(T\d+)\t\S+ ([\d; ]+)\t/.exec(line)
    const event = /^E\d+\t(.*)$/.exec(line)
    if (span)
      spans.set(
        span[1]!,
        span[2]!.split(';').map((pair) => {
          const [start, end] = pair.trim().split(' ')
          return { start: at(Number(start)), end: at(Number(end)) }
        }),
      )
    else if (event)
      events.push(
        event[1]!
          .trim()
          .split(/\s+/)
          .map((role) => role.split(':')),
      )
  }
  const found = events.map((parts) => {
    const attribution: Attribution = { source: [], cue: [], content: [] }
    for (const [role, id] of parts) {
      const list = attribution[role!.replace(/\d+$/, '').toLowerCase() as keyof Attribution]
      list?.push(...(spans.get(id!) ?? []))
    }
    for (const list of Object.values(attribution)) list.sort((a, b) => a.start - b.start)
    return attribution
  })
  return found.filter(({ content }) => content.length > 0)
}

/** From an index of code points to one of UTF-16. */
function utf16(text: string): (index: number) => number {
  const map: number[] = []
  let at = 0
  for (const character of text) {
    map.push(at)
    at += character.length
  }
  map.push(at)
  return (index) => map[index]!
}
