import type { BlockKind } from '#/schemas/block.ts'
import { type Block, blocksOf, blocksOfText, layOut } from '../blocks.ts'
import type { DraftBlock, Found } from '../draft.ts'
import { authorsIn } from '../facts/byline.ts'
import { isStamp } from '../facts/stamps.ts'
import { conventionOf } from '../text/conventions/conventions.ts'
import { partsOf } from '../text/parts.ts'
import { rightsOf } from '../text/rights.ts'
import { type Facts, factsOf } from './facts.ts'
import { kindOf } from './kinds.ts'
import type { Segment } from './segments.ts'
import { folded } from './title.ts'
import type { View } from './view.ts'

/**
 * The article as a reader sees it: title, standfirst, byline, time, body, captions and notes of the publisher, a blank
 * line between them. What the page puts around it, menus and teasers, is not the article and stays out.
 */
export function articleOf(view: View, body: Uint8Array): { text: string; blocks: DraftBlock[] } & Facts {
  const { segments, meta, article } = view
  const kept = segments.flatMap((_, at) => (body[at] && at !== view.title ? [at] : []))
  // “By Mara Lindqvist” as a paragraph of its own above the story.
  const inside = kept.length > 1 && isSigned(segments[kept[0]!]!) ? kept.slice(1) : kept
  const first = inside[0] ?? view.title + 1
  const last = inside.at(-1) ?? first
  const head = segments.slice(Math.max(0, Math.min(first, view.title < 0 ? first : view.title) - 12), first)
  const above = view.title < 0 ? first : Math.max(Math.min(view.title + 1, first), first - 12)
  const near = [
    ...segments.slice(Math.max(0, view.title - 8), Math.max(first, view.title + 16)),
    ...segments.slice(last + 1, last + 4),
  ]
  const words = inside
    .slice(0, 40)
    .map((at) => segments[at]!.text.slice(0, 4000))
    .join('\n')
  const facts = factsOf(meta, article, near, words)
  const title = facts.title.value
  const blocks: Block[] = [
    ...(title === null ? [] : [{ kind: 'title' as const, text: title }]),
    ...headOf(head, facts, view),
    ...(statedBody(
      article,
      inside.map((at) => segments[at]!),
    ) ??
      blocksOf(
        inside
          .filter((at) => title === null || at > first + 3 || folded(segments[at]!.text) !== folded(title))
          .map((at) => segments[at]!),
      )),
    ...segments.slice(above, last + 8).flatMap((segment, at) => (body[above + at] ? [] : asideOf(segment))),
    ...segments
      .slice(last + 8)
      .filter(({ text }) => text.length < 300 && /©|copyright/iu.test(text))
      .slice(0, 1)
      .flatMap(asideOf),
  ]
  const laid = layOut(blocks)
  return { ...laid, ...placed(facts, laid.text, laid.blocks) }
}

/** A body shorter than this tells nothing of a page that shows less. */
const leastStated = 400

/** What the data say is the body, where the page shows less than a third of it: scripts would print it, or who pays sees it. */
function statedBody(article: View['article'], shown: readonly Segment[]): Block[] | null {
  const stated = article?.body ?? ''
  const length = shown.reduce((sum, { text }) => sum + text.length, 0)
  return stated.length >= leastStated && length < stated.length / 3 ? blocksOfText(stated) : null
}

/** The lines above the story that belong to it, each at most once. */
function headOf(head: readonly Segment[], { byline, title }: Facts, { article, meta }: View): Block[] {
  const said = new Set(
    [article?.standfirst, meta.named.get('og:description')?.[0], meta.named.get('description')?.[0]].flatMap((each) =>
      each ? folded(each) : [],
    ),
  )
  const names = byline.value?.authors.map(folded) ?? []
  const isDeck = ({ text, at }: Segment): boolean =>
    text.length >= 20 &&
    text.length <= 600 &&
    folded(text) !== folded(title.value ?? '') &&
    (said.has(folded(text)) ||
      /standfirst|subtitle|sub-?head|\bdeck?\b|article__?summary|lede?\b/iu.test(
        `${at.attributes.class ?? ''} ${at.parent?.attributes.class ?? ''}`,
      ))
  const isByline = (segment: Segment): boolean =>
    (segment.text.length <= 200 &&
      (names.length
        ? names.every((name) => folded(segment.text).includes(name))
        : (authorsIn(segment.text)?.length ?? 0) > 0)) ||
    (segment === head.at(-1) && isSigned(segment))
  const line = (kind: BlockKind, is: (segment: Segment) => boolean): Block[] => {
    const found = head.find((segment) => !segment.hidden && is(segment))
    return found ? [{ kind, text: found.text }] : []
  }
  return [...line('standfirst', isDeck), ...line('byline', isByline), ...line('timestamp', ({ text }) => isStamp(text))]
}

/** A line of names, worded as bylines are. */
const isSigned = ({ text }: Segment): boolean =>
  text.length <= 200 && conventionOf(text, 'article')?.kind === 'byline' && (authorsIn(text)?.length ?? 0) > 0

/** Captions of pictures, corrections and notes between the paragraphs or just below them. */
function asideOf(segment: Segment): Block[] {
  if (segment.hidden || segment.text.length > 1500) return []
  if (kindOf(segment) === 'caption') return [{ kind: 'caption', text: segment.text }]
  return conventionOf(segment.text, 'page')?.kind === 'publisherNote'
    ? [{ kind: 'publisherNote', text: segment.text }]
    : []
}

/** The same facts, with the place of those that the text prints, and what only its notes say of rights. */
function placed(facts: Facts, text: string, blocks: readonly DraftBlock[]): Facts {
  const spanOf = (kind: BlockKind) => blocks.find((block) => block.kind === kind)?.span ?? null
  const byline = spanOf('byline')
  const at = <T>(found: Found<T>, span: ReturnType<typeof spanOf>): Found<T> =>
    found.value === null ? found : { ...found, at: span }
  const rights = rightsOf(partsOf(text, blocks))
  const stated = Object.fromEntries(
    Object.entries(rights).map(([field, read]) => {
      const said = facts[field as keyof typeof rights]
      return [field, said.value === null ? read : said]
    }),
  ) as typeof rights
  return {
    ...facts,
    ...stated,
    title: at(facts.title, spanOf('title')),
    byline:
      facts.byline.value === null
        ? printedByline(text, byline)
        : byline
          ? {
              ...facts.byline,
              value: { ...facts.byline.value, text: text.slice(byline.start, byline.end) },
              at: byline,
            }
          : facts.byline,
  }
}

function printedByline(text: string, span: DraftBlock['span'] | null): Facts['byline'] {
  const printed = span ? text.slice(span.start, span.end) : ''
  const authors = authorsIn(printed)
  return span && authors
    ? { value: { text: printed, authors }, at: span, from: 'text' }
    : { value: null, reason: 'not-in-source' }
}
