import { type Span, slice } from '#/src/text/spans.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { licenceIn, type Notice, noticesIn, termsIn } from '../facts/rights.ts'
import { found, missing } from './found.ts'
import type { Parts } from './parts.ts'

type Rights = Pick<Draft, 'publisher' | 'copyrightHolder' | 'notice' | 'license' | 'usageTerms'>

/** Who published the article and what may be done with it, from the notes of the publisher: those below the story first. */
export function rightsOf({ text, head, foot }: Parts): Rights {
  const notes = [...foot, ...head].filter(
    ({ kind, span }) => (kind === 'publisherNote' || kind === 'boilerplate') && span.end - span.start <= 5000,
  )
  const notices = notes.flatMap(({ span }) => noticesIn(text, span))
  const notice = notices.find(({ holder }) => holder) ?? notices[0]
  const holder = notice?.holder ? found(slice(text, notice.holder), notice.holder) : missing('not-in-source')
  return {
    publisher: publisherOf(text, notes, notices),
    copyrightHolder: holder,
    notice: notice ? found(slice(text, notice.at), notice.at) : missing('not-in-source'),
    license: first(notes, ({ span }) => {
      const licence = licenceIn(text, span)
      return licence && { value: licence.url, at: licence.at, from: licence.printed ? 'text' : 'inferred' }
    }),
    usageTerms: first(notes, ({ span }) => {
      const terms = termsIn(text, span)
      return terms && found(slice(text, terms), terms)
    }),
  }
}

const first = (notes: readonly DraftBlock[], look: (note: DraftBlock) => Draft['license'] | null): Draft['license'] => {
  for (const note of notes) {
    const seen = look(note)
    if (seen) return seen
  }
  return missing('not-in-source')
}

const self =
  /^(?<name>(?:\p{Lu}[\p{L}\d&.-]*\s?){1,6}?)(?:[’']s?)?\s(?:mission\sis\sto\b|is\san?\s[^.]{0,60}\b(?:newsroom|news\s\w+|newspaper|publication)\b)/u

/** The holder of the copyright, where a note first names it; else who a note says it is by. */
function publisherOf(text: string, notes: readonly DraftBlock[], notices: readonly Notice[]): Draft['publisher'] {
  const names = [...new Set(notices.flatMap(({ holder }) => (holder ? [slice(text, holder)] : [])))]
  const [name, ...others] = names
  if (name !== undefined) {
    const at = notes.map(({ span }) => mentionOf(text, name, span)).find((place) => place !== null) ?? null
    return { value: name, at, from: 'text', conflicts: others.map((value) => ({ from: 'text' as const, value })) }
  }
  for (const { kind, span } of notes) {
    const named = kind === 'publisherNote' ? self.exec(slice(text, span))?.groups?.name?.trim() : undefined
    if (named) return found(named, { start: span.start, end: span.start + named.length })
  }
  return missing('not-in-source')
}

const letter = /[\p{L}\p{N}]/u

/** The first place in a note where the name stands as a word of its own. */
function mentionOf(text: string, name: string, { start, end }: Span): Span | null {
  for (let at = text.indexOf(name, start); at >= 0 && at + name.length <= end; at = text.indexOf(name, at + 1)) {
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + name.length)))
      return { start: at, end: at + name.length }
  }
  return null
}
