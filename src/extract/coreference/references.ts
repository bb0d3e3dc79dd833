import { sentencesIn } from '#/src/text/sentences.ts'
import { overlaps, type Span } from '#/src/text/spans.ts'
import type { SpeechParagraph } from '../attribution/attribute.ts'
import type { Cluster } from './clusters.ts'
import type { Reference } from './pronouns.ts'

const genders: Readonly<Record<string, 'female' | 'male'>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
}

/** The people and pronouns of a body outside of its quotations, in order. */
export function referencesOf(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  clusters: readonly Cluster[],
): Reference[] {
  const references: Reference[] = []
  const people = clusters.flatMap(({ type, names }, person) =>
    type === 'person' ? names.map(({ span }) => ({ person, span })) : [],
  )
  people.sort((a, b) => a.span.start - b.span.start)
  let next = 0
  let counted = 0
  paragraphs.forEach((paragraph, number) => {
    const sentences = sentencesIn(text, paragraph.span)
    const found: { span: Span; person: number | null; pronoun: 'female' | 'male' | null }[] = []
    while (next < people.length && people[next]!.span.start < paragraph.span.end) {
      const name = people[next++]!
      const quoted = paragraph.quotes.some(({ region }) => overlaps(region.span, name.span))
      if (name.span.start >= paragraph.span.start && !quoted) found.push({ ...name, pronoun: null })
    }
    for (const { word, span } of paragraph.items) {
      const pronoun = genders[word]
      if (pronoun) found.push({ span, person: null, pronoun })
    }
    found.sort((a, b) => a.span.start - b.span.start)
    found.forEach(({ span, person, pronoun }, at) => {
      const inSentence = sentences.findLastIndex(({ start }) => start <= span.start)
      const first = at === 0 || sentences[inSentence]!.start > found[at - 1]!.span.start
      const base = {
        span,
        paragraph: number,
        sentence: counted + inSentence,
        place: placeOf(text, paragraph, span, first),
      }
      if (person !== null) references.push({ ...base, person, pronoun: null })
      else references.push({ ...base, person: null, pronoun: pronoun! })
    })
    counted += sentences.length
  })
  return references
}

function placeOf(text: string, { sentences }: SpeechParagraph, span: Span, first: boolean): Reference['place'] {
  if (sentences.some(({ clauses }) => clauses.some(({ speaker }) => overlaps(speaker.mention, span)))) return 'speaks'
  if (/^[’']s?\b/u.test(text.slice(span.end, span.end + 2))) return 'owns'
  return first ? 'first' : 'other'
}
