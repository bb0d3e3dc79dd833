import type { Span } from '#/src/text/spans.ts'

/** A person where the article names or resolves them, outside of quotations. `subject`: who speaks or acts in the clause. */
export type PersonMention = { entity: number; span: Span; paragraph: number; subject: boolean }

/**
 * Who “he” or “she” is: the person last named before it, as an entity; null when nobody is near. Somebody who spoke or acted is nearer than somebody only mentioned, and
 * somebody three paragraphs back is out of sight.
 */
export function antecedentOf(pronoun: Span, paragraph: number, people: readonly PersonMention[]): number | null {
  let best: PersonMention | null = null
  let bestWeight = 0
  for (const person of people) {
    if (person.span.end > pronoun.start) break
    const back = paragraph - person.paragraph
    if (back > furthest) continue
    const weight = (person.subject ? 2 : 1) * 0.4 ** back + person.span.start / (1 + pronoun.start)
    if (weight >= bestWeight) [best, bestWeight] = [person, weight]
  }
  return best === null ? null : best.entity
}

const furthest = 3
