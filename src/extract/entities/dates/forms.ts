import type { Day, Resolved } from './calendar.ts'
import { fullForms } from './full.ts'
import type { Leaning } from './leaning.ts'
import { rangeForms } from './ranges.ts'
import { relativeForms } from './relative.ts'

/** What an expression leans on. */
export type When = {
  /** The day of the article, if it states one. */
  today: Day | null
  leans: Leaning
  /** “‹last› December”. */
  hint: 'last' | 'this' | 'next' | null
  /** “In May ‹last year›”: years from the article’s. */
  years: number | null
}

export type Groups = Record<string, string | undefined>

/** A way to write a date. The examples are read on Wednesday, 15 May 2024, and are its tests. */
export type DateForm = {
  id: string
  form: RegExp
  examples: readonly (readonly [sentence: string, answer: string])[]
  read: (groups: Groups, when: When) => Resolved
}

export const dateForms: readonly DateForm[] = [...fullForms, ...rangeForms, ...relativeForms]
