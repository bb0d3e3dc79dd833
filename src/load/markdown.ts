import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LeadImage } from '#/schemas/metadata.ts'
import type { Block } from './blocks.ts'
import { blocksOfHtml } from './blocks.ts'
import { decode } from './charset.ts'
import { pictureAt } from './facts/pictures.ts'
import { LoadError } from './load-error.ts'
import { type Loaded, type Saved, sourceOf } from './saved.ts'
import { draftOf, type Stated } from './stated.ts'

/** Markdown is parsed character by character in several passes: what is longer is no article. */
const longest = 1_000_000

const words = z.coerce.string().optional().catch(undefined)
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

/** Markdown, with or without front matter (YAML between `---`). */
export function* loadMarkdown(saved: Saved): Generator<Loaded> {
  const { text, charset } = decode(saved.bytes, saved.path)
  if (text.length > longest)
    throw new LoadError('TOO_LARGE', `It is Markdown of more than ${longest} characters.`, saved.path)
  const [, yaml = '', body = text] =
    /^\ufeff?---[ \t]*\r?\n([\s\S]{0,65536}?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/u.exec(text) ?? []
  const stated = statedIn(yaml, saved.path)
  const blocks = blocksIn(body, saved.path)
  const first = blocks[0]
  const title = stated.title ?? (first?.kind === 'title' ? first.text : null)
  const inside = blocks
    .map((block) => (block.kind === 'title' ? { ...block, kind: 'heading' as const } : block))
    .filter((block, at) => at > 0 || block.text !== title)
  if (inside.length === 0) throw new LoadError('NO_ARTICLE', 'It holds no text.', saved.path)
  yield draftOf({ ...stated, title }, inside, sourceOf(saved, 'text/markdown', charset))
}

function statedIn(yaml: string, file: string): Stated {
  try {
    const matter = FrontMatter.parse(
      yaml ? parse(yaml, { maxAliasCount: 20, schema: 'failsafe', logLevel: 'silent' }) : {},
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

type Node = { type: string; depth?: number; value?: string; children?: Node[] }

/** The blocks of a document, in order. The first heading of level 1 is its title. */
function blocksIn(markdown: string, file: string): Block[] {
  const blocks: Block[] = []
  const visit = (node: Node, kind: Block['kind'], depth: number): void => {
    if (depth > 50) throw new LoadError('TOO_DEEP', 'Its lists and quotations are nested more than 50 deep.', file)
    const add = (as: Block['kind'], text: string): void => {
      if (text.trim()) blocks.push({ kind: as, text: text.trim().toWellFormed() })
    }
    switch (node.type) {
      case 'heading':
        add(node.depth === 1 && blocks.length === 0 ? 'title' : 'heading', textIn(node))
        return
      case 'paragraph':
        add(kind, textIn(node))
        return
      case 'code':
        add('preformatted', node.value ?? '')
        return
      case 'html':
        blocks.push(...blocksOfHtml(node.value ?? '', file))
        return
      case 'blockquote':
        kind = 'blockquote'
        break
      case 'listItem':
        kind = 'listItem'
    }
    for (const child of node.children ?? []) visit(child, kind, depth + 1)
  }
  visit(fromMarkdown(markdown), 'paragraph', 0)
  return blocks
}

/** What is read of a paragraph: no addresses behind links, no pictures, a broken line as one. */
const textIn = (node: Node): string =>
  node.type === 'break'
    ? ' '
    : node.type === 'html'
      ? ''
      : node.value !== undefined
        ? node.value.replace(/\s+/gu, ' ')
        : (node.children ?? []).map(textIn).join('')
