import type { Origin } from '#/schemas/metadata.ts'
import type { SchemaArticle } from '../schema-org.ts'
import { type Meta, wordsIn } from './meta.ts'
import { textOf } from './tree.ts'

export type Candidate = { value: string; from: Origin }

/** Letters and digits only, in lower case: two titles that differ in marks are one. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const longest = 1000
const separator = /\s+(?:[|–—·•»«:]|-|::|\/\/|>|<)\s+/u

/**
 * What the page calls its article, the best first. A heading that the head of the page repeats is the title as it is
 * printed; `og:title` and `<title>` often carry the name of the site behind it.
 *
 *     <title>Ferry returns - Harbour News</title>  <h1>Ferry returns</h1>   → Ferry returns
 */
export function titlesOf(meta: Meta, article: SchemaArticle | null): Candidate[] {
  const site = folded(meta.named.get('og:site_name')?.[0] ?? article?.publisher ?? '')
  const one = (name: string): string | undefined => meta.named.get(name)?.[0]
  const stated = [
    candidate(article?.headline, 'jsonld'),
    candidate(one('og:title'), 'og'),
    candidate(meta.itemprops.get('headline')?.map(wordsIn)[0], 'microdata'),
    candidate(
      one('twitter:title') ?? one('dc.title') ?? one('title') ?? one('parsely-title') ?? one('sailthru.title'),
      'meta',
    ),
    candidate(meta.title, 'meta'),
  ].flatMap((each) => each ?? [])
  const headings = meta.headings
    .flatMap((each) => candidate(textOf(each, 2000), 'dom') ?? [])
    .filter(({ value }) => value.length <= 300)
  const printed = headings
    .map((heading) => ({ heading, points: agreement(heading.value, stated, site) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)[0]?.heading
  const bare = stated.map(({ value, from }) => ({ value: withoutSite(value, site), from }))
  const only = meta.headings.filter(({ name }) => name === 'h1')
  const alone = only.length === 1 ? candidate(textOf(only[0]!, 2000), 'dom') : null
  return [printed, ...bare, alone].flatMap((each) => each ?? [])
}

const candidate = (value: string | null | undefined, from: Origin): Candidate | null => {
  const text = value?.replace(/\s+/gu, ' ').trim().slice(0, longest)
  return text ? { value: text, from } : null
}

/** How far the head of the page repeats a heading: its words are those of a stated title, or the first part of them. */
function agreement(heading: string, stated: readonly Candidate[], site: string): number {
  const own = folded(heading)
  if (own.length < 3 || own === site) return 0
  let points = 0
  for (const { value, from } of stated) {
    const other = folded(value)
    if (other === own) points += 3
    else if (from !== 'jsonld' && other.startsWith(`${own} `) && own.length >= 12)
      points += own.length / other.length + 1
    else if (own.length >= 12 && other.includes(own)) points += own.length / other.length
  }
  return points
}

/** A title without the name of the site at its end or its start. */
function withoutSite(title: string, site: string): string {
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (site && sameSite(last, site)) return title.slice(0, title.lastIndexOf(last)).replace(/\s+\S{1,2}\s+$/u, '')
  if (site && sameSite(first, site)) return title.slice(first.length).replace(/^\s+\S{1,2}\s+/u, '')
  return first.length >= 15 && first.length > last.length * 1.2 ? first : title
}

const sameSite = (part: string, site: string): boolean => {
  const own = folded(part)
  return own !== '' && (own === site || site.startsWith(own) || own.startsWith(site))
}
