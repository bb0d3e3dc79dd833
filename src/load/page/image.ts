import type { LeadImage } from '#/schemas/metadata.ts'
import type { SchemaArticle } from '../schema-org.ts'
import type { Stated } from './best.ts'
import { addressIn, type Meta } from './meta.ts'
import { type Element, elementsOf, isAside, textOf } from './tree.ts'

/** The pictures that a page states for its article, the best witness first. None is fetched. */
export function leadImages(meta: Meta, article: SchemaArticle | null, url: string | null): Stated<LeadImage>[] {
  const figures = meta.figures
    .filter((figure) => !isAside(figure))
    .slice(0, 20)
    .flatMap((figure) => printed(figure, url))
  const named = (name: string): string | undefined => meta.named.get(name)?.[0]
  const og = webAddress(named('og:image') ?? named('og:image:url') ?? named('og:image:secure_url'), url)
  const card = webAddress(named('twitter:image') ?? named('twitter:image:src') ?? named('thumbnail'), url)
  const item = webAddress(meta.itemprops.get('image')?.map(pictureIn)[0], url)
  const stated: Stated<LeadImage>[] = [
    ...(article?.image ? [{ value: article.image, from: article.from }] : []),
    ...(og ? [{ value: bare(og, named('og:image:alt')), from: 'og' as const }] : []),
    ...(card ? [{ value: bare(card, named('twitter:image:alt')), from: 'meta' as const }] : []),
    ...(item ? [{ value: bare(item), from: 'microdata' as const }] : []),
  ]
  if (stated.length === 0) return figures.slice(0, 1).map((value) => ({ value, from: 'dom' }))
  // What one witness leaves out of a picture, the others may say of the same one.
  const all = [...stated.map(({ value }) => value), ...figures]
  return stated.map(({ value, from }) => {
    const same = all.filter((other) => stem(other.url) === stem(value.url))
    const said = (key: 'caption' | 'credit' | 'alt'): string | null =>
      value[key] ?? same.map((other) => other[key]).find((each) => each !== null) ?? null
    return { value: { url: value.url, caption: said('caption'), credit: said('credit'), alt: said('alt') }, from }
  })
}

const bare = (url: string, alt?: string): LeadImage => ({ url, caption: null, credit: null, alt: alt?.trim() || null })

/** A picture has many addresses, one for each size: `/2024/05/harbour-1024x683.jpg?w=640` is `harbour`. */
const stem = (url: string): string =>
  new URL(url).pathname
    .split('/')
    .findLast((part) => /\.(?:jpe?g|png|webp|gif|avif)/iu.test(part))
    ?.replace(/\.(?:jpe?g|png|webp|gif|avif).*$/iu, '')
    .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|large|medium|small|\d{3,4}w?)$/iu, '')
    .toLowerCase() ?? url

const webAddress = (address: string | undefined, base: string | null): string | null => {
  const given = address?.startsWith('//') ? `https:${address}` : address
  const whole = given && URL.canParse(given, base ?? undefined) ? new URL(given, base ?? undefined).href : null
  return whole && /^https?:/u.test(whole) && whole.length <= 2000 ? whole : null
}

/** The address in an element of microdata, which may hold the picture. */
function pictureIn(element: Element): string {
  for (const inner of elementsOf(element))
    if (inner !== element && /\b(?:url|contenturl)\b/iu.test(inner.attributes.itemprop ?? '')) return addressIn(inner)
  return addressIn(element)
}

const creditOf = /(?:^|[\s_-])(?:credits?|copyright|photographer|creator|source|byline)(?:$|[\s_-])/iu
/** “… at the gate. (Photo: Ana Ruiz)”, “… at the gate. Foto: Ana Ruiz” */
const inCaption =
  /[\s([|–-]*(?:(?:file )?(?:photo(?:graph)?|picture|image|credit|foto|bild|crédit(?:s)?(?: photo)?|imagen)(?:\s?(?:credit|by))?\s*:|photo(?:graph)? by|©)\s*([^()[\]]{2,80}?)[)\].\s]*$/iu

/** The picture of a figure with what is printed below it. */
function printed(figure: Element, base: string | null): LeadImage[] {
  const inside = [...elementsOf(figure)]
  const img = inside.find(({ name }) => name === 'img')
  const { src, 'data-src': lazy, srcset, 'data-srcset': lazySet, alt } = img?.attributes ?? {}
  const url = [src, lazy, srcset?.split(/[\s,]/u)[0], lazySet?.split(/[\s,]/u)[0]]
    .map((each) => webAddress(each, base))
    .find((each) => each !== null)
  if (!url) return []
  const caption = inside.find(({ name }) => name === 'figcaption')
  const own = inside.find(({ attributes: { class: words = '', itemprop = '' } }) =>
    creditOf.test(`${words} ${itemprop}`),
  )
  const whole = caption ? textOf(caption, 2000) : ''
  const said = own ? textOf(own, 200) : ''
  const rest = said && whole.endsWith(said) ? whole.slice(0, -said.length).trim() : whole
  const printedCredit = inCaption.exec(rest)
  const words = printedCredit ? rest.slice(0, printedCredit.index).trim() : rest
  const credit = (said || printedCredit?.[1] || '').replace(
    /^(?:photo|credit|foto|image|picture|©)[^:]{0,12}:\s*/iu,
    '',
  )
  return [{ url, caption: words || null, credit: credit.trim() || null, alt: alt?.trim() || null }]
}
