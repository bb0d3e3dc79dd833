import type { EntityType } from '#/schemas/entity.ts'
import { type Source, sourceOf } from '#/src/extract/attribution/source.ts'
import { type Cast, castOf } from '#/src/extract/coreference/cast.ts'
import { clusterNames } from '#/src/extract/coreference/clusters.ts'
import { readGivenNames } from '#/src/extract/coreference/gender.ts'
import { readParagraph } from '#/src/extract/paragraph/paragraph.ts'
import type { TaggedName } from '#/src/extract/tagger/tag.ts'
import { type Span, slice } from '#/src/text/spans.ts'
import { cues } from './cues.ts'

const types: Record<string, EntityType> = { P: 'person', O: 'organization', L: 'place', G: 'group' }

/** Given names that the drawn sentences use. */
export const given = readGivenNames({ female: 'mara ida paula', male: 'bo nils paul' })

/** Paragraphs with their names drawn in as `P‹Mara Lind›` (O, L and G are other types) and one phrase as `*she*`. */
export function readDrawn(...drawn: string[]): { text: string; names: TaggedName[]; asked: Span; body: Span[] } {
  let text = ''
  const names: TaggedName[] = []
  const body: Span[] = []
  let asked = { start: 0, end: 0 }
  for (const paragraph of drawn) {
    const start = text.length
    for (const part of paragraph.split(/([POLG]‹[^›]*›|\*)/u)) {
      const name = /^([POLG])‹([^›]*)›$/u.exec(part)
      if (name) names.push({ span: { start: text.length, end: text.length + name[2]!.length }, type: types[name[1]!]! })
      if (part === '*')
        asked = asked.start === 0 && asked.end === 0 ? { start: text.length, end: -1 } : { ...asked, end: text.length }
      else text += name?.[2] ?? part
    }
    body.push({ start, end: text.length })
    text += '\n\n'
  }
  return { text, names, asked, body }
}

/** Who the drawn phrase is. */
export function sourceIn(...drawn: string[]): { text: string; cast: Cast; source: Source } {
  const { text, names, asked, body } = readDrawn(...drawn)
  const inside = (span: Span): TaggedName[] =>
    names.filter((name) => name.span.start >= span.start && name.span.end <= span.end)
  const paragraphs = body.map((span) => readParagraph(text, span, cues, inside(span)))
  const cast = castOf(text, paragraphs, clusterNames(text, names, given), given)
  return { text, cast, source: sourceOf(text, asked, cast) }
}

/** The longest name of who the drawn phrase is, or the reason why nobody. */
export function behind(...drawn: string[]): string {
  const { text, cast, source } = sourceIn(...drawn)
  if (source.entity === null) return source.reason
  const { names } = cast.clusters[source.entity]!
  return slice(text, names.reduce((a, b) => (b.words.length > a.words.length ? b : a)).span)
}
