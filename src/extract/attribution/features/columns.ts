import type { Span } from '#/src/text/spans.ts'
import type { Sheet } from '../sheet.ts'
import { edge } from '../surroundings.ts'

/**
 * What the model sees of one quotation and one candidate for its speaker: numbers, in the order of the code beside this
 * file. The three parts stand one behind the other, so that what does not change is written once.
 */
export const quoteColumns = 49
export const candidateColumns = 52
export const pairColumns = 48
export const columns = quoteColumns + candidateColumns + pairColumns

/** Distances are counted in items, and nobody looks further. */
export const far = 60
export const near = (distance: number): number => Math.max(-far, Math.min(far, distance))

export const classAt = ({ classes }: Sheet, at: number): number => classes[at] ?? edge

const verbs =
  'said says told added saying wrote according asked tweeted called argued telling adding insisted noted reported'.split(
    ' ',
  )

/** The commonest verbs by themselves; −1 for other words, −2 beyond the paragraph. */
export const verbNumber = (word: string | undefined): number => (word === undefined ? -2 : verbs.indexOf(word))

export const orders = { 'subject-first': 0, 'verb-first': 1, shared: 2 } as const

export const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
