import { parse } from 'yaml'
import { z } from 'zod'
import type { LeadImage } from '#/schemas/metadata.ts'
import { pictureAt } from './facts/pictures.ts'
import { LoadError } from './load-error.ts'
import type { Stated } from './stated.ts'

const words = z.string().optional().catch(undefined)
const names = z
  .union([
    z.string().transform((name) => [name]),
    z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])),
  ])
  .optional()
  .catch(undefined)
/** A picture: its address, or an object that says more. */
const picture = z
  .union([
    z.string(),
    z.object({
      url: words,
      src: words,
      path: words,
      image: words,
      caption: words,
      alt: words,
      credit: words,
      credits: words,
    }),
  ])
  .optional()
  .catch(undefined)
const FrontMatter = z
  .looseObject({
    title: words,
    description: words,
    subtitle: words,
    date: words,
    lastmod: words,
    updated: words,
    lang: words,
    language: words,
    author: names,
    authors: names,
    canonical_url: words,
    url: words,
    publisher: words,
    copyright: words,
    license: words,
    section: words,
    category: words,
    categories: names,
    tags: names,
    keywords: names,
    image: picture,
    cover: picture,
    featured_image: picture,
  })
  .catch({})

/** Front matter, in YAML between `---` or in TOML between `+++`, and what follows it. */
export function parted(text: string): { matter: string; body: string } {
  const yaml = /^\ufeff?---[ \t]*\r?\n(?:([\s\S]{0,65536}?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text)
  const toml = yaml ? null : /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]{0,65536}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/u.exec(text)
  const found = yaml ?? toml
  if (!found) return { matter: '', body: text }
  const matter = found[1] ?? ''
  // Of TOML what front matter has: `title = "Ferry returns"` is `title: "Ferry returns"`.
  return { matter: toml ? matter.replace(/^(\w+)\s*=\s*/gmu, '$1: ') : matter, body: text.slice(found[0].length) }
}

/** “title: Harbour: open again”: what has a colon should be quoted, and often is not. */
const quotedTitle = (yaml: string): string =>
  yaml.replace(
    /^(title|subtitle|description):[ \t]+(?!["'>|{[&*])(.*:[ \t].*)$/gmu,
    (_, key, value) => `${key}: ${JSON.stringify(value.trim())}`,
  )

/** What front matter states. */
export function statedIn(yaml: string, file: string): Stated {
  try {
    const matter = FrontMatter.parse(
      yaml ? parse(quotedTitle(yaml), { maxAliasCount: 20, schema: 'failsafe', logLevel: 'silent' }) : {},
    )
    return {
      title: matter.title,
      standfirst: matter.description ?? matter.subtitle,
      authors: matter.authors ?? matter.author,
      published: matter.date,
      modified: matter.lastmod ?? matter.updated,
      language: matter.lang ?? matter.language,
      url: matter.canonical_url ?? matter.url,
      publisher: matter.publisher,
      notice: matter.copyright,
      license: matter.license,
      section: matter.section ?? matter.category ?? matter.categories?.[0],
      keywords: matter.keywords ?? matter.tags,
      image: imageOf(matter.image ?? matter.featured_image ?? matter.cover),
    }
  } catch (error) {
    throw new LoadError(
      'ILL_FORMED',
      `Its front matter is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      file,
    )
  }
}

function imageOf(stated: z.infer<typeof picture>): LeadImage | null {
  if (typeof stated !== 'object') return pictureAt(stated)
  const { url, src, path, image, caption = null, alt = null, credit, credits } = stated
  const found = pictureAt(url ?? src ?? path ?? image)
  return found && { ...found, caption, alt, credit: credit ?? credits ?? null }
}
