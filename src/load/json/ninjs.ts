import { z } from 'zod'
import type { LeadImage } from '#/schemas/metadata.ts'
import { type Block, blocksOfHtml, blocksOfText } from '../blocks.ts'
import type { Draft } from '../draft.ts'
import { LoadError } from '../load-error.ts'
import { plain } from '../page/plain.ts'
import type { Loaded } from '../saved.ts'
import { draftOf } from '../stated.ts'
import { isObject, type Json } from './objects.ts'

/** A text of ninjs 2 and 3, with what it is for. */
const Text = z.object({ role: z.string().optional(), contenttype: z.string().optional(), value: z.string() })
const Named = z.object({ name: z.string().optional(), role: z.string().optional(), rel: z.string().optional() })
const words = z.string().optional()

/** What stands with an item: in ninjs 1 by its name, later in a list. What has another form than expected is passed over. */
const Rendition = z.object({ href: z.string(), width: z.number().optional().catch(undefined) })
const Associated = z.object({
  type: words,
  headline: words,
  description_text: words,
  descriptions: z.array(Text).optional(),
  byline: words,
  by: words,
  creditline: words,
  copyrightholder: words,
  renditions: z
    .union([z.array(Rendition), z.record(z.string(), Rendition).transform((named) => Object.values(named))])
    .optional()
    .catch(undefined),
})
type Associated = z.infer<typeof Associated>
const Associations = z.union([
  z.array(Associated.catch({})),
  z.record(z.string(), Associated.catch({})).transform((named) => Object.values(named)),
])

/**
 * The part of an item that makes an article, in the words of ninjs 1 (`body_xhtml`), 2 (`bodies`) and 3 (`versionCreated`
 * for `versioncreated`), all keys in lower case.
 */
const Item = z.object({
  uri: z.string(),
  headline: words,
  title: words,
  headlines: z.array(Text).optional(),
  byline: words,
  by: words,
  people: z.array(Named).optional(),
  infosources: z.array(Named).optional(),
  language: words,
  firstcreated: words,
  versioncreated: words,
  contentcreated: words,
  copyrightholder: words,
  copyrightnotice: words,
  usageterms: words,
  ednote: words,
  slugline: words,
  subject: z.array(Named).optional(),
  subjects: z.array(Named).optional(),
  associations: Associations.optional(),
  descriptions: z.array(Text).optional(),
  bodies: z.array(Text).optional(),
})

/** The same with all keys in lower case and without nulls, three levels down: deeper ones are not looked at. */
const lowered = (document: Json, levels = 3): Json =>
  Object.fromEntries(
    Object.entries(document).flatMap(([key, value]) =>
      value === null ? [] : [[key.toLowerCase(), inner(value, levels)]],
    ),
  )
const inner = (value: unknown, levels: number): unknown =>
  levels === 0
    ? value
    : Array.isArray(value)
      ? value.map((each) => inner(each, levels))
      : isObject(value)
        ? lowered(value, levels - 1)
        : value

const marks = new Set([
  'headline',
  'headlines',
  'bodies',
  'body_text',
  'body_xhtml',
  'versioncreated',
  'pubstatus',
  'descriptions',
  'description_text',
])

export const looksLikeNinjs = (document: Json): boolean => {
  const keys = Object.keys(document).map((key) => key.toLowerCase())
  return !keys.includes('$schema') && !keys.includes('properties') && keys.some((key) => marks.has(key))
}

export function ninjsArticle(document: Json, file: string, source: Draft['source']): Loaded {
  const keys = lowered(document)
  const { success, data: item, error } = Item.safeParse(keys)
  if (!success) return new LoadError('SCHEMA', z.prettifyError(error), file)
  const named = (prefix: string): Text[] =>
    Object.entries(keys).flatMap(([key, value]) =>
      key.startsWith(prefix) && typeof value === 'string'
        ? [{ value, contenttype: key.endsWith('xhtml') ? 'text/html' : 'text/plain' }]
        : [],
    )
  const bodies = [...(item.bodies ?? []), ...named('body_')]
  const descriptions = [...(item.descriptions ?? []), ...named('description_')]
  const body = best(bodies, file)
  const description = best(descriptions, file)
  const title =
    (item.headlines?.find(({ role }) => role === undefined || role === 'main') ?? item.headlines?.[0])?.value ??
    item.headline ??
    item.title
  const blocks = body.length ? body : description
  if (blocks.length === 0) return new LoadError('NO_ARTICLE', `Its item “${title ?? item.uri}” holds no text.`, file)
  const agency =
    item.infosources?.find(({ role, rel }) => /publisher|provider/iu.test(`${role} ${rel}`)) ?? item.infosources?.[0]
  return draftOf(
    {
      title: title && plain(title).replaceAll('\n', ' '),
      standfirst:
        body.length && description.length === 1 && !body[0]?.text.startsWith(description[0]!.text.slice(0, 60))
          ? description[0]!.text
          : null,
      byline: item.byline ?? item.by,
      authors: (item.people ?? []).flatMap(({ name, role, rel }) =>
        name && /author|writer|creator|reporter/iu.test(`${role} ${rel}`) ? [name] : [],
      ),
      publisher: agency?.name ?? item.copyrightholder,
      url: item.uri,
      published: item.firstcreated ?? item.contentcreated ?? item.versioncreated,
      modified: item.versioncreated,
      language: item.language,
      copyrightHolder: item.copyrightholder,
      notice: item.copyrightnotice,
      usageTerms: item.usageterms,
      editorsNote: item.ednote,
      keywords: keywordsOf(item),
      image: imageOf(item.associations ?? []),
    },
    blocks,
    source,
  )
}

/** The subjects by their names; an item without any has its slug. */
function keywordsOf({ subject = [], subjects = [], slugline }: z.infer<typeof Item>): string[] {
  const names = [...subject, ...subjects].flatMap(({ name }) => name?.replaceAll(',', ' ') ?? [])
  return names.length || !slugline ? names : [slugline]
}

/** The first picture that stands with the item, in its widest rendition. */
function imageOf(associations: readonly Associated[]): LeadImage | null {
  const pictures = associations.filter(({ type }) => type === 'picture' || type === 'graphic')
  const picture = pictures.find(({ type }) => type === 'picture') ?? pictures[0]
  const url = picture?.renditions
    ?.filter(({ href }) => /^https?:/iu.test(href) && URL.canParse(href))
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]?.href
  if (!picture || !url) return null
  return {
    url,
    caption: picture.description_text ?? picture.descriptions?.[0]?.value ?? picture.headline ?? null,
    credit: picture.creditline ?? picture.byline ?? picture.by ?? picture.copyrightholder ?? null,
    alt: null,
  }
}

type Text = z.infer<typeof Text>

/** Markup that was escaped once too often, as some senders do: `&lt;p&gt;The ferry …` */
const unescaped = (markup: string): string =>
  /^\s*&lt;(?:p|div|h\d|span|br)\b/iu.test(markup) ? plain(markup) : markup

/** Of the same body in several forms the one that shows its paragraphs. */
function best(texts: readonly Text[], file: string): Block[] {
  const isMarkup = ({ contenttype = '', role = '', value }: Text): boolean =>
    /html|xml/iu.test(contenttype) || role === 'html' || /<p[\s>]/iu.test(value)
  const markup = texts.find(isMarkup)
  const chosen = markup ? blocksOfHtml(unescaped(markup.value), file) : []
  return chosen.length ? chosen : blocksOfText(texts.find((each) => !isMarkup(each) && each.value.trim())?.value ?? '')
}
