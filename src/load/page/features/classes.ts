import type { Element } from '../tree.ts'

/** What publishers call the parts of a page, in classes and ids, by groups of words that mean the same. */
const groups: readonly RegExp[] = [
  /article|story|artikel|noticia/i,
  /body|content|text|copy|inhalt/i,
  /post|entry|blog/i,
  /main|primary|central|center/i,
  /comment|disqus|respond|reply|discussion|kommentar/i,
  /share|social|sharing|facebook|twitter|whatsapp/i,
  /relat|recommend|more|also|similar|further|suggest|outbrain|taboola/i,
  /\bads?\b|advert|sponsor|promo|banner|anzeige|werbung|commercial/i,
  /nav|menu|topbar|navi/i,
  /foot/i,
  /side|rail|aside|secondary|column-?right/i,
  /head|masthead|hero/i,
  /author|byline|\bbio\b|profile|contributor|writer/i,
  /date|time|publi|meta|info\b/i,
  /caption|credit|photo|image|figure|gallery|slide|picture|media|bild/i,
  /newsletter|subscri|signup|sign-up|abo\b/i,
  /tag|categor|topic|keyword|taxonomy/i,
  /title|headline|heading/i,
  /lead|intro|summary|excerpt|standfirst|dek|subtitle|abstract/i,
  /teaser|card|tile|promo|preview|snippet/i,
  /widget|module|box|panel|block/i,
  /list|feed|stream|items?\b|archive|latest|popular|trending/i,
  /video|player|audio|podcast|embed/i,
  /popup|modal|overlay|cookie|consent|gdpr|lightbox|alert/i,
  /bread|crumb|path/i,
  /print|tools|toolbar|actions|button|btn/i,
  /paywall|premium|member|login|register|account/i,
  /quote|pull|callout|highlight/i,
  /copyright|disclaimer|legal|notice|footnote|source/i,
  /hidden|sr-only|visually|screen-reader|invisible|noprint/i,
  /search|form|input|field|survey|poll/i,
  /paragraph|section|row|wrap|container|inner/i,
]

export const classGroups = groups.length
export const tagGroups = [
  'article',
  'main',
  'section',
  'aside',
  'nav',
  'header',
  'footer',
  'form',
  'table',
  'li',
  'blockquote',
  'figure',
  'p',
  'td',
] as const

/** Beyond this many levels an ancestor says nothing any more. */
export const far = 15

/** For each class group, then each tag group: how many levels up its nearest ancestor is, an element itself being 0. */
export type Levels = Uint8Array

/** Levels of elements, those of parents first; classes are looked at once each. */
export function levelsReader(): (element: Element) => Levels {
  const known = new Map<Element, Levels>()
  const masks = new Map<string, number[]>()
  const top = new Uint8Array(groups.length + tagGroups.length).fill(far)
  const groupsIn = (words: string): number[] => {
    const seen = masks.get(words)
    if (seen) return seen
    const found = groups.flatMap((group, at) => (group.test(words) ? [at] : []))
    masks.set(words, found)
    return found
  }
  const read = (element: Element, above: Levels): Levels => {
    const levels = above.map((level) => Math.min(far, level + 1))
    const { name, attributes } = element
    const words = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''}`.slice(0, 200)
    if (words.length > 2 && name !== 'body' && name !== 'html') for (const group of groupsIn(words)) levels[group] = 0
    const tag = (tagGroups as readonly string[]).indexOf(name)
    if (tag >= 0) levels[groups.length + tag] = 0
    return levels
  }
  return (element) => {
    const chain: Element[] = []
    let at: Element | null = element
    for (; at && !known.has(at); at = at.parent) chain.push(at)
    let levels = at ? known.get(at)! : top
    for (const each of chain.reverse()) {
      levels = read(each, levels)
      known.set(each, levels)
    }
    return levels
  }
}
