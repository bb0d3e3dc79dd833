import { isPerson } from '../facts/byline.ts'
import type { SchemaArticle } from '../schema-org.ts'
import type { Meta } from './meta.ts'

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:the|die|der|das|el|la|le|il)\s/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a name is that of the site: its publisher, what its cards call it, or its address. */
export function siteNames(meta: Meta, article: SchemaArticle | null): (name: string) => boolean {
  const address = meta.canonical ?? meta.named.get('og:url')?.[0] ?? article?.url ?? ''
  const host = URL.canParse(address) ? new URL(address).hostname.split('.').slice(-2)[0] : undefined
  const known = [
    article?.publisher,
    meta.named.get('og:site_name')?.[0],
    meta.named.get('application-name')?.[0],
    host,
  ].flatMap((each) => (each ? letters(each) : []))
  return (name) => {
    const own = letters(name)
    return known.some(
      (site) =>
        own === site ||
        (!isPerson(name) && ((site.length >= 6 && own.includes(site)) || (own.length >= 6 && site.startsWith(own)))),
    )
  }
}
