import { readFileSync } from 'node:fs'

/** How many things a file of data holds; NaN where that is said elsewhere (weights have a data card). */
export function countedIn(file: string): number {
  if (file.endsWith('.txt')) return 1
  if (!file.endsWith('.json') || file.includes('/models/')) return Number.NaN
  const held = JSON.parse(readFileSync(file, 'utf8'))
  if (Array.isArray(held)) return held.length
  if (held.keys) return held.keys.split('\n').length
  const lists: unknown[] = Object.values(held)
  return lists.flatMap((list) => (typeof list === 'string' ? list.split(' ') : [])).length
}

/** A path and the representations that have a path of their own: `/v1/articles csv ndjson`. */
const drawn = (path: string, also: readonly string[]): string => [path, ...also.toSorted()].join(' ')

/** The paths in a table of docs/api.md. */
export const pathsOf = (rows: readonly string[][]): string[] =>
  rows
    .filter(([path]) => path!.startsWith('`/'))
    .map(([path, , also]) => drawn(path!.replaceAll('`', ''), also!.split(/,\s*/).filter(Boolean)))
    .sort()

/**
 * The same of a router, from the tree that Fastify prints: `│   ├── .csv (GET, HEAD)`. What stands under a version
 * is said once, and the files of the page of documentation are not said.
 */
export function pathsOfRouter(tree: string): string[] {
  const path: string[] = []
  const also = new Map<string, string[]>()
  for (const line of tree.split('\n')) {
    const [, branch = '', part = ''] = /^([│├└─\s]*)(\S+) \(GET/u.exec(line) ?? []
    if (!part) continue
    path.length = branch.length / 4 - 1
    path.push(part.replaceAll(/:(\w+)/g, '{$1}'))
    const whole = path.join('')
    if (/\{version\}.|^\/docs./.test(whole)) continue
    const [, base = whole, form] = /^(.+)\.(\w+)$/.exec(/^(?:\.|\/:\w+\.)/.test(part) ? whole : '') ?? []
    also.set(base, [...(also.get(base) ?? []), ...(form ? [form] : [])])
  }
  return [...also].map(([base, forms]) => drawn(base, forms)).sort()
}
